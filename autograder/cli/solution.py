"""The reference, for who has passed the exercise, or asks twice."""

from __future__ import annotations

import click

from autograder.cli import options
from autograder.cli.errors import DONE, TO_FIX
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
    """Show a solution, once you have passed the exercise or asked twice.

    FILE is the page with the EXERCISE; without it, the page in this folder is used.
    """
    path, exercise, assignment = one_exercise(words, name, "solution")
    progress = Progress(path.parent, assignment.name)
    text, shown = hint_and_solution.solution(assignment, exercise, progress)
    say(text)
    remembered(progress)
    if not shown:
        hint = typed("hint", words)
        again = spoken("{hint}, or once more   {solution}", hint=hint, solution=typed("solution", words))
        say("\n" + spoken("Next: ").rstrip() + f"   {hint if assignment.public else again}")
        return TO_FIX
    if progress.of(exercise.name).solved:
        say("\n" + spoken("Next: compare it with yours, then   autograder list"))
    else:
        say("\n" + spoken("Next: understand it, write your own, then   {check}", check=typed("check", words)))
    return DONE
