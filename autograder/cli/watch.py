"""A page is checked whenever it is saved."""

from __future__ import annotations

import argparse
from pathlib import Path

from autograder.cli.errors import DONE
from autograder.cli.options import judging, page_word
from autograder.cli.targets import known_budget, what_to_check
from autograder.cli.terminal import remembered, say
from autograder.content.assignment import Assignment
from autograder.content.page import ENDINGS
from autograder.core.settings import Settings
from autograder.learning.standing import unfinished


def add(commands) -> argparse.ArgumentParser:
    parser = commands.add_parser("watch", help="check your page each time you save it")
    page_word(parser)
    judging(parser)
    parser.add_argument(
        "--public", action="store_true", help="run only the public checks, even if the hidden ones are available"
    )
    return parser


def run(options: argparse.Namespace) -> int:
    from autograder.learning.watch.app import watch

    named = [options.words] if options.words else []
    path, _, assignment = what_to_check(named, options.assignment, "watch")
    known_budget(assignment, options.budget)
    settings = Settings(
        options.seed,
        options.budget,
        public_only=options.public or assignment.public,
        spawn=options.spawn,
        isolation=options.isolation,
    )
    board = watch(_pages(path, named), assignment, settings)
    remembered(board.progress)
    return _farewell(board, assignment)


def _pages(path: Path, named: list[str]) -> list[Path]:
    """The page, and unless it was named, the notebook beside a script or the script beside a notebook."""
    path = path.resolve()
    others = [path.with_suffix(suffix) for suffix in ENDINGS if suffix != path.suffix]
    return [path, *([] if named and Path(named[0]).is_file() else [one for one in others if one.is_file()])]


def _farewell(board, assignment: Assignment) -> int:
    row = unfinished(board.rows)
    total = len(board.rows)
    if not total:
        return DONE
    say(f"{board.passed} of {total} passed in {board.path.name}.")
    if row is None:
        say("\nNext: there is nothing left to do here. The end of the page says what to try next.")
    else:
        place = f"{board.path.name} line {row.line}" if row.line and board.path.suffix == ".py" else row.name
        say(f"\nNext: {row.name} ({place}), with   autograder watch")
    return DONE
