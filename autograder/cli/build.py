"""``solutions/`` becomes ``assignments/``."""

from __future__ import annotations

import shlex
from collections.abc import Callable
from dataclasses import replace

import click

from autograder.cli import options
from autograder.cli.errors import DONE, UsageError, WorkNotRight
from autograder.cli.targets import name_to_type, of_author
from autograder.cli.terminal import progress, relative, say
from autograder.content import translated_page
from autograder.content.assignment import Assignment
from autograder.content.assignment_search import released_folder
from autograder.content.packed_solutions import is_for_now
from autograder.core.files import write_atomically
from autograder.core.languages import joined, message, spoken, spoken_plural, what_it_says


@click.command(cls=options.Command)
@options.language
@click.argument("words", nargs=-1, metavar="[ASSIGNMENT]...")
@click.option("--check", is_flag=True, help="Write nothing; say whether assignments/ is up to date.")
@click.option(
    "--home",
    metavar="ADDRESS",
    callback=lambda _context, _option, given: given if given is None else given.strip(),
    help="Where git clones the kit from, for notebooks in Google Colab.",
)
@options.assignment(message("all"))
def run(words: tuple[str, ...], check: bool, home: str | None, name: str) -> int:
    """Build assignments/ from solutions/.

    ASSIGNMENT is a name or a folder. Without one, all assignments of the solutions/ folder that is here are built, into
    the assignments/ folder beside it. Nothing else is written. With --home, what is built has this address, whatever
    assignment.toml says; type it again with --check.
    """
    from autograder.authoring import build

    wanted = of_author(words, name)
    for assignment, _exercises in wanted:
        if is_for_now(assignment.folder):
            raise UsageError(
                message(
                    "{name} came with the kit and is built already. To change it, make a copy with its answers, then build that:   {command}",
                    name=assignment.name, command=f"autograder start {assignment.name} --with-solutions",
                )
            )  # fmt: skip
    again = " ".join(["", *(name_to_type(assignment) for assignment, _exercises in wanted)]) if words or name else ""
    same = "" if home is None else f" --home {shlex.quote(home)}"
    stale: list[str] = []
    for found, exercises in wanted:
        assignment = found if home is None else replace(found, home=home)
        if exercises:
            raise click.UsageError(spoken("{name} is an exercise. A build takes whole assignments.", name=repr(exercises[0])))
        try:
            if check:
                stale += _stale(assignment)
            else:
                with progress(message("running the known mistakes")) as tell:
                    count = _build(assignment, lambda name: tell(message("running the known mistakes: {name}", name=name)))
                say(spoken_plural("{folder}: {count} file", "{folder}: {count} files", count, folder=relative(released_folder(assignment.folder))))
            for note in translated_page.notes(assignment):
                say(spoken("Note: {text}", text=note))
        except build.AnswerLeaked as error:
            raise WorkNotRight(
                message("Nothing was written, because a file for students would reveal something hidden: {where}", where=error)
            ) from error
        except build.NotOurs as error:
            raise WorkNotRight(what_it_says(error)) from error
    if stale:
        then = message("Next:   {command}", command=f"autograder build{again}{same}")
        raise WorkNotRight(joined([message("Out of date: {names}.", names=joined(stale, ", ")), then], "\n"))
    say(spoken("Up to date.") if check else "\n" + spoken("Next:   {command}", command=f"autograder audit{again}"))
    return DONE


def _stale(assignment: Assignment) -> list[str]:
    from autograder.authoring import build
    from autograder.content.mistake_fingerprints import stored
    from autograder.judging import diagnosis

    store = stored(assignment)
    if diagnosis.stale(assignment, store):
        return [message("{assignment}: the mistakes' signatures", assignment=assignment.name)]
    different = build.is_fresh(assignment, released_folder(assignment.folder), store)
    return [f"assignments/{assignment.name}/{name}" for name in different]


def _build(assignment: Assignment, tell: Callable[[str], None]) -> int:
    """The number of files that were written."""
    from autograder.authoring import build, fingerprints
    from autograder.content.mistake_fingerprints import STORE, stored

    target = released_folder(assignment.folder)
    build.refuse_strange_files(target)
    build.contents(assignment, {"seed": 0, "exercises": {}})  # what is wrong is said before minutes of work
    store = fingerprints.signatures(assignment, tell, stored(assignment))
    write_atomically(assignment.folder / "mistakes" / STORE, fingerprints.as_json(store).encode())
    return len(build.build(assignment, target, store))
