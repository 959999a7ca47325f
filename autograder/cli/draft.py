"""A first draft of an assignment from its right answers."""

from __future__ import annotations

from pathlib import Path

import click

from autograder.cli import options
from autograder.cli.errors import DONE, UsageError, WorkNotRight
from autograder.cli.targets import name_to_type
from autograder.cli.terminal import relative, say, slash
from autograder.content import assignment_folder, assignment_search
from autograder.core.languages import joined, message, plural, shown, spoken, spoken_plural, what_it_says


@click.command(cls=options.Command)
@options.language
@click.argument("solution", type=click.Path(path_type=Path), metavar="SOLUTION.py")
@click.option("--to", "place", metavar="FOLDER", help="Where to write it (default: a folder of the file's name in solutions/).")
def run(solution: Path, place: str | None) -> int:
    """Draft checks, mistakes and alternatives from right answers.

    SOLUTION.py is a page with the answers between solution markers, or a module with functions. Each function with a
    docstring becomes an exercise. The file is run. Every drafted file has a line that begins with # DRAFT; autograder
    audit passes after you have read the files and deleted these lines.
    """
    from autograder.authoring import draft, new_assignment

    if not solution.is_file():
        raise UsageError(message("There is no file {path}.", path=solution))
    target = Path(place) if place else assignment_search.solutions_folder() / solution.stem
    try:
        made = draft.draft(solution.read_text("utf-8"), target.name)
        files = new_assignment.write(target, made.files)
    except (new_assignment.NameUnusable, new_assignment.NameTaken) as error:
        raise UsageError(what_it_says(error)) from error
    except (SyntaxError, UnicodeDecodeError) as error:
        raise WorkNotRight(message("{file} cannot be read as Python: {error}.", file=solution, error=error)) from error
    except draft.NothingToDraft as error:
        raise WorkNotRight(what_it_says(error)) from error
    drafted = spoken_plural(
        "{folder}: {count} file. It is a draft: read and correct it.",
        "{folder}: {count} files. All are drafts: read and correct each.",
        len(files), folder=f"{relative(target)}{slash()}",
    )  # fmt: skip
    say(drafted)
    for one in made.exercises:
        counts = joined(
            [
                plural("{count} check", "{count} checks", len(one.checks)),
                plural("{count} mistake", "{count} mistakes", len(one.mistakes)),
                plural("{count} alternative", "{count} alternatives", len(one.alternatives)),
            ],
            ", ",
        )
        said = message("{exercise}: {counts}", exercise=one.name, counts=counts)
        if one.left_out:
            said = plural(
                "{exercise}: {counts} ({count} change of the answer made no difference)",
                "{exercise}: {counts} ({count} changes of the answer made no difference)",
                one.left_out, exercise=one.name, counts=counts,
            )  # fmt: skip
        say(f"  {shown(said)}")
    for remark in made.remarks:
        say(f"  {shown(remark)}")
    command = f"autograder audit {name_to_type(assignment_folder.load(target))}"
    say("\n" + spoken("Next: read the files, delete their lines with # DRAFT, then   {command}", command=command))
    return DONE
