"""A page is checked whenever it is saved."""

from __future__ import annotations

from pathlib import Path

import click

from autograder.cli import options
from autograder.cli.errors import DONE
from autograder.cli.targets import known_budget, what_to_check
from autograder.cli.terminal import remembered, say
from autograder.content.page_file import ENDINGS
from autograder.core.languages import spoken
from autograder.learning.standing import unfinished


@click.command(cls=options.Command)
@options.page
@options.of_page
@options.judging
@options.public
@options.language
def run(file: str | None, name: str, public: bool, **judging) -> int:
    """Check your page each time you save it.

    FILE is a .py or .ipynb file; without it, the page in this folder is checked.
    """
    from autograder.learning.watch.app import watch

    named = [file] if file else []
    path, _, assignment = what_to_check(named, name, "watch")
    settings = options.settings(judging, public_only=public or assignment.public)
    known_budget(assignment, settings.budget)
    board = watch(_pages(path, named), assignment, settings)
    remembered(board.progress)
    return _farewell(board)


def _pages(path: Path, named: list[str]) -> list[Path]:
    """The page, and unless it was named, the notebook beside a script or the script beside a notebook."""
    path = path.resolve()
    others = [path.with_suffix(suffix) for suffix in ENDINGS if suffix != path.suffix]
    return [path, *([] if named and Path(named[0]).is_file() else [one for one in others if one.is_file()])]


def _farewell(board) -> int:
    row = unfinished(board.rows)
    total = len(board.rows)
    if not total:
        return DONE
    say(spoken("{passed} of {number} passed in {file}.", passed=board.passed, number=total, file=board.path.name))
    if row is None:
        say("\n" + spoken("Next: ") + spoken("there is nothing left to do here. The end of the page says what to try next."))
    else:
        place = spoken("{file} line {line}", file=board.path.name, line=row.line) if row.line and board.path.suffix == ".py" else row.name
        say("\n" + spoken("Next: {exercise} ({place}), with   autograder watch", exercise=row.name, place=place))
    return DONE
