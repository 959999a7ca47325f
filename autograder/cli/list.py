"""Every exercise with its state."""

from __future__ import annotations

import click

from autograder.cli import options
from autograder.cli.errors import DONE
from autograder.cli.targets import read_page, what_to_check
from autograder.cli.terminal import columns, padded, remembered, say
from autograder.core.languages import shown, spoken
from autograder.learning.progress import Progress
from autograder.learning.standing import STATES, ExerciseStanding, State, overview, unfinished

SIGNS = {State.PASSED: "✓", State.TRIED: "✗", State.CHANGED: "?", State.WRITTEN: "?", State.MISSING: "!"}


@click.command(cls=options.Command)
@options.page
@options.of_page
@options.language
def run(file: str | None, name: str) -> int:
    """List every exercise: passed, tried or not started.

    It reads FILE, a .py or .ipynb file, and the results of the last checks; it runs nothing. Without FILE, it reads the page
    in this folder.
    """
    from autograder.reports import wording
    from autograder.reports.translated_reports import of_assignment

    path, _, assignment = what_to_check([file] if file else [], name, "list")
    progress = Progress(path.parent, assignment.name)
    submission = read_page(path, assignment, "list")
    rows = overview(assignment, submission, progress)
    title = of_assignment(assignment.title, "assignment:title", assignment.name)
    say(f"{title}, {path.name}\n")
    width = max(len(row.name) for row in rows)
    widest = max(columns(shown(state)) for state in STATES.values())
    for row in rows:
        of = wording.points(row.of) if row.of else ""
        points = spoken("{score} of {most}", score=wording.points(row.points), most=of) if row.state in (State.PASSED, State.TRIED) else of
        sign = SIGNS.get(row.state, "·")
        say(f"  {row.number:>2}  {sign} {row.name:{width}}  {padded(shown(STATES[row.state]), widest)}  {points:>8}".rstrip())
    for text in assignment.texts:
        say(f"      {text.name}: {wording.text_standing(text.read(submission.page))}")
    passed = sum(row.passed for row in rows)
    total = sum(row.of for row in rows) if all(row.of for row in rows) else 0
    earned = wording.points(sum(row.points for row in rows if row.state in (State.PASSED, State.TRIED)))
    said = {"passed": passed, "number": len(rows)}
    if total:
        ending = spoken("{passed} of {number} passed, {earned} of {most} points.", earned=earned, most=wording.points(total), **said)
    else:
        ending = spoken("{passed} of {number} passed.", **said)
    say(f"\n{ending}")
    remembered(progress)
    say("\n" + spoken("Next: ") + _next(unfinished(rows), path.name))
    return DONE


def _next(row: ExerciseStanding | None, page: str) -> str:
    from autograder.reports import wording

    if row is None:
        return shown(wording.NOTHING_LEFT)
    if row.state in (State.CHANGED, State.WRITTEN):
        return f"autograder check {row.name}"
    if row.state is State.MISSING:
        return spoken("{command}, which says why it is missing", command=f"autograder check {row.name}")
    place = spoken("{page} line {line}", page=page, line=row.line) if page.endswith(".py") else spoken("{name} in {page}", name=row.name, page=page)
    return spoken("{place}; autograder watch checks it each time you save. Stuck?   autograder hint {name}", place=place, name=row.name)
