"""The reference, for who has passed the exercise, or asks twice."""

from __future__ import annotations

import argparse

from autograder.cli.errors import DONE, TO_FIX
from autograder.cli.options import exercise_words
from autograder.cli.targets import one_exercise
from autograder.cli.terminal import remembered, say, typed
from autograder.learning import hint_and_solution
from autograder.learning.progress import Progress


def add(commands) -> argparse.ArgumentParser:
    parser = commands.add_parser("solution", help="show a solution, once you have passed the exercise or asked twice")
    return exercise_words(parser)


def run(options: argparse.Namespace) -> int:
    path, exercise, assignment = one_exercise(options.words, options.assignment, "solution")
    progress = Progress(path.parent, assignment.name)
    text, shown = hint_and_solution.solution(assignment, exercise, progress)
    say(text)
    remembered(progress)
    again = f", or once more   {typed('solution', options.words)}" * (not assignment.public)
    if not shown:
        say(f"\nNext:   {typed('hint', options.words)}{again}")
        return TO_FIX
    if progress.of(exercise.name).solved:
        say("\nNext: compare it with yours, then   autograder list")
    else:
        say(f"\nNext: understand it, write your own, then   {typed('check', options.words)}")
    return DONE
