"""One more hint each time, the mildest first."""

from __future__ import annotations

import argparse

from autograder.cli.errors import DONE
from autograder.cli.options import exercise_words
from autograder.cli.targets import one_exercise
from autograder.cli.terminal import remembered, say, typed
from autograder.learning import hint_and_solution
from autograder.learning.progress import Progress


def add(commands) -> argparse.ArgumentParser:
    parser = commands.add_parser("hint", help="show the next hint for an exercise, from mild to strong")
    return exercise_words(parser)


def run(options: argparse.Namespace) -> int:
    path, exercise, assignment = one_exercise(options.words, options.assignment, "hint")
    progress = Progress(path.parent, assignment.name)
    text, last = hint_and_solution.next_hint(exercise, progress)
    say(text)
    remembered(progress)
    after = f", or   {typed('solution', options.words)}" * last
    say(f"\nNext: try it, then   {typed('check', options.words)}{after}")
    return DONE
