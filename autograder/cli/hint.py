"""One more hint each time, the mildest first."""

from __future__ import annotations

import click

from autograder.cli import options
from autograder.cli.errors import DONE
from autograder.cli.targets import one_exercise
from autograder.cli.terminal import remembered, say, typed
from autograder.core.languages import spoken
from autograder.learning import hint_and_solution
from autograder.learning.progress import Progress


@click.command(cls=options.Command)
@options.exercise
@options.of_page
@options.language
def run(words: tuple[str, ...], name: str) -> int:
    """Show the next hint for an exercise, from mild to strong.

    FILE is the page with the EXERCISE; without it, the page in this folder is used.
    """
    path, exercise, assignment = one_exercise(words, name, "hint")
    progress = Progress(path.parent, assignment.name)
    text, last = hint_and_solution.next_hint(exercise, progress, assignment.name)
    say(text)
    remembered(progress)
    check = typed("check", words)
    if last:
        say("\n" + spoken("Next: try it, then   {check}, or   {solution}", check=check, solution=typed("solution", words)))
    else:
        say("\n" + spoken("Next: try it, then   {check}", check=check))
    return DONE
