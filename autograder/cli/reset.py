"""An exercise becomes the stub again, and the page as it was is kept."""

from __future__ import annotations

import argparse

from autograder.cli.errors import DONE, WorkNotRight
from autograder.cli.options import exercise_words
from autograder.cli.targets import one_exercise
from autograder.cli.terminal import relative, say, typed
from autograder.content.page import Unreadable
from autograder.learning import stubs


def add(commands) -> argparse.ArgumentParser:
    parser = commands.add_parser("reset", help="restore an exercise's stub, and save a copy of the page first")
    return exercise_words(parser)


def run(options: argparse.Namespace) -> int:
    path, exercise, assignment = one_exercise(options.words, options.assignment, "reset")
    try:
        kept = stubs.reset(path, assignment, exercise.name)
    except Unreadable as error:
        raise WorkNotRight(f"{error} Nothing was changed.") from error
    if kept is None:
        say(f"{exercise.name} in {path.name} is unchanged since you received it: there is nothing to reset.")
    else:
        say(f"{exercise.name} in {path.name} is back to its stub. Your previous page is saved as {relative(kept)}")
        if path.suffix == ".ipynb":
            say("If the notebook is open, reload it without saving it first (File, Reload Notebook from Disk).")
    say(f"\nNext: write it again, then   {typed('check', options.words)}")
    return DONE
