"""A new assignment for its author."""

from __future__ import annotations

from pathlib import Path

import click

from autograder.cli import options
from autograder.cli.errors import DONE, UsageError
from autograder.cli.targets import name_to_type
from autograder.cli.terminal import relative, say, slash
from autograder.content import assignment_folder, assignment_search
from autograder.core.languages import message, spoken, spoken_plural, what_it_says
from autograder.core.near_names import suggest


@click.command(cls=options.Command)
@options.language
@click.argument("name", metavar="NAME")
@click.option("--from", "template", default="plain", metavar="TEMPLATE", help="What to copy (default: plain).")
def run(name: str, template: str) -> int:
    """Make a new assignment from a template that passes the audit.

    NAME becomes a folder in the solutions/ folder that is here, or in a new one. A path makes that folder.
    """
    from autograder.authoring import new_assignment

    known = new_assignment.templates()
    if template not in known:
        near, names = suggest(template, known), ", ".join(known)
        raise UsageError(message("There is no template {name}.{near} Known: {names}.", name=repr(template), near=near, names=names))
    target = Path(name) if assignment_search.is_place(name) else assignment_search.solutions_folder() / name
    try:
        files = new_assignment.create(target, template)
    except (new_assignment.NameUnusable, new_assignment.NameTaken) as error:
        raise UsageError(what_it_says(error)) from error
    made = spoken_plural(
        "{folder}: {count} file. It is a whole assignment that passes the audit; change what you like.",
        "{folder}: {count} files. It is a whole assignment that passes the audit; change what you like.",
        len(files), folder=f"{relative(target)}{slash()}",
    )  # fmt: skip
    say(made)
    words = name_to_type(assignment_folder.load(target))
    say("\n" + spoken("Next:   {first}, then   {second}", first=f"autograder audit {words}", second=f"autograder build {words}"))
    return DONE

