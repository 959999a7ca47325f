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
    parser = commands.add_parser("reset", help="put an exercise's stub back, and keep the page as it was")
    return exercise_words(parser)


def run(options: argparse.Namespace) -> int:
    path, exercise, assignment = one_exercise(options.words, options.assignment, "reset")
    try:
        kept = stubs.reset(path, assignment, exercise.name)
    except Unreadable as error:
        raise WorkNotRight(f"{error} Nothing was changed.") from error
    if kept is None:
        say(f"{exercise.name} in {path.name} is as you received it: there is nothing to put back.")
    else:
        say(f"{exercise.name} in {path.name} is as you received it again. The page as it was: {relative(kept)}")
        if path.suffix == ".ipynb":
            say("If the notebook is open, load it again (File, Reload Notebook from Disk), and do not save it before.")
    say(f"\nNext: write it anew, then   {typed('check', options.words)}")
    return DONE
