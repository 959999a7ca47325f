"""An exercise becomes the stub again, and the page as it was is kept."""

from __future__ import annotations

import click

from autograder.cli import options
from autograder.cli.errors import DONE, WorkNotRight
from autograder.cli.targets import one_exercise
from autograder.cli.terminal import relative, say, typed
from autograder.core.faults import Unreadable
from autograder.core.languages import spoken
from autograder.learning import stubs


@click.command(cls=options.Command)
@options.exercise
@options.of_page
@options.language
def run(words: tuple[str, ...], name: str) -> int:
    """Restore an exercise's stub, and save a copy of the page first.

    FILE is the page with the EXERCISE; without it, the page in this folder is used.
    """
    path, exercise, assignment = one_exercise(words, name, "reset")
    try:
        kept = stubs.reset(path, assignment, exercise.name)
    except Unreadable as error:
        raise WorkNotRight(spoken("{error} Nothing was changed.", error=error)) from error
    if kept is None:
        say(spoken("{exercise} in {file} is unchanged since you received it: there is nothing to reset.", exercise=exercise.name, file=path.name))
    else:
        say(
            spoken(
                "{exercise} in {file} is back to its stub. Your previous page is saved as {kept}",
                exercise=exercise.name, file=path.name, kept=relative(kept),
            )
        )
        if path.suffix == ".ipynb":
            say(spoken("If the notebook is open, reload it without saving it first (File, Reload Notebook from Disk)."))
    say("\n" + spoken("Next: write it again, then   {check}", check=typed("check", words)))
    return DONE
