"""What a push would change, as it is printed: a row for each student."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from autograder.cli.terminal import relative, say
from autograder.core.languages import shown, spoken

if TYPE_CHECKING:
    from autograder.desk.push_plan import PushPlan
    from autograder.lms.platform import Platform

LONGEST_NAME = 30  # characters in a table


def print_plan(plan: PushPlan, platform: Platform, folder: Path) -> None:
    """A row for each student for whom something would change or cannot change; the others in a sentence.

    Args:
        folder: the course's.
    """
    from rich.cells import cell_len, set_cell_size

    from autograder.desk.push_plan import Fate
    from autograder.lms.filling import listed
    from autograder.reports import wording
    from autograder.reports.sanitize import one_line

    nothing = [row for row in plan.rows if row.fate is Fate.OPEN and row.mark.report is None and not row.excused]
    listed_rows = [row for row in plan.rows if row.fate is not Fate.SAME and row not in nothing]
    about = {"title": repr(plan.assignment.title), "platform": platform.title, "points": wording.points(plan.assignment.points)}
    say(spoken("{assignment} → {title} in {platform}, out of {points}.", assignment=plan.mine.name, **about))
    rows = [("", spoken("in {platform}", platform=platform.title), spoken("new"), "")]
    rows += [(one_line(name, LONGEST_NAME), shown(there), shown(new), shown(what)) for name, there, new, what in (row.cells for row in listed_rows)]
    widths = [max(cell_len(row[place]) for row in rows) for place in range(3)]
    if listed_rows:
        say()
    for name, there, new, what in rows if listed_rows else []:
        cells = [set_cell_size(name, widths[0]), *(" " * (width - cell_len(cell)) + cell for cell, width in ((there, widths[1]), (new, widths[2])))]
        say("  " + "  ".join([*cells, what]).rstrip())
    if listed_rows:
        say()
    counts = {fate.value: len(plan.of(fate)) for fate in Fate}
    say(spoken("{send} to send, {same} there already, {keep} kept, {lost} not found, {open} without a mark.", **counts))
    if nothing:
        say(spoken("Nothing submitted, so nothing is sent: {names}.", names=listed([row.mark.shown for row in nothing], 20)))
    if kept := [row for row in plan.of(Fate.KEEP) if not row.of_group]:
        say(spoken("To replace a mark that is kept: {option}", option=f'--overwrite "{one_line(kept[0].mark.shown, LONGEST_NAME)}"'))
    if plan.strangers:
        command = f"autograder course fetch {relative(folder)}"
        say(spoken("In the course in {platform} and not here: {names}. To add them:   {command}", platform=platform.title, names=listed(plan.strangers), command=command))
    for note in plan.notes:
        say(spoken("Note: {note}", note=one_line(shown(note), 600)))
