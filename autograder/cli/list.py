"""Every exercise with its state."""

from __future__ import annotations

import click

from autograder.cli import options
from autograder.cli.errors import DONE
from autograder.cli.targets import read_page, what_to_check
from autograder.cli.terminal import remembered, say
from autograder.learning.progress import Progress
from autograder.learning.standing import ExerciseStanding, State, overview, unfinished

SIGNS = {State.PASSED: "✓", State.TRIED: "✗", State.CHANGED: "?", State.WRITTEN: "?", State.MISSING: "!"}


@click.command(cls=options.Command)
@options.page
@options.of_page
def run(file: str | None, name: str) -> int:
    """List every exercise: passed, tried or not started.

    It reads FILE, a .py or .ipynb file, and the results of the last checks; it runs nothing. Without FILE, it reads the page
    in this folder.
    """
    from autograder.reports import wording

    path, _, assignment = what_to_check([file] if file else [], name, "list")
    progress = Progress(path.parent, assignment.name)
    submission = read_page(path, assignment, "list")
    rows = overview(assignment, submission, progress)
    say(f"{assignment.title}, {path.name}\n")
    width = max(len(row.name) for row in rows)
    for row in rows:
        of = wording.points(row.of) if row.of else ""
        points = f"{wording.points(row.points)} of {of}" if row.state in (State.PASSED, State.TRIED) else of
        sign = SIGNS.get(row.state, "·")
        say(f"  {row.number:>2}  {sign} {row.name:{width}}  {row.state:28}  {points:>8}".rstrip())
    for text in assignment.texts:
        say(f"      {text.name}: {wording.text_standing(text.read(submission.page))}")
    passed = sum(row.passed for row in rows)
    total = sum(row.of for row in rows) if all(row.of for row in rows) else 0
    earned = wording.points(sum(row.points for row in rows if row.state in (State.PASSED, State.TRIED)))
    say(f"\n{passed} of {len(rows)} passed" + (f", {earned} of {wording.points(total)} points." if total else "."))
    remembered(progress)
    say(f"\nNext: {_next(unfinished(rows), path.name)}")
    return DONE


def _next(row: ExerciseStanding | None, page: str) -> str:
    if row is None:
        return "there is nothing left to do here. The end of the page says what to try next."
    if row.state in (State.CHANGED, State.WRITTEN):
        return f"autograder check {row.name}"
    if row.state is State.MISSING:
        return f"autograder check {row.name}, which says why it is missing"
    place = f"{page} line {row.line}" if page.endswith(".py") else f"{row.name} in {page}"
    return f"{place}; autograder watch checks it each time you save. Stuck?   autograder hint {row.name}"
