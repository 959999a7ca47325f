"""A line of the log of corrections in words."""

from __future__ import annotations

import datetime

from autograder.core.corrections import CorrectionKind
from autograder.core.languages.dates import day_and_time
from autograder.desk.roster import People
from autograder.desk.store import LogEntry
from autograder.reports import wording


def entry_sentence(entry: LogEntry, people: People) -> str:
    """What was done, to whom, by whom and why, and whether it still counts."""
    who = people.shown.get(people.key_of(entry.student), entry.student) if entry.student else "all students"
    what = "::".join(part for part in (entry.exercise, entry.check) if part)
    said = {
        None: f"took entry {entry.undoes} back",
        CorrectionKind.POINTS: f"{who}: {wording.points(entry.points or 0.0)} points for {what}",
        CorrectionKind.EXEMPT: f"{who}: exempt",
        CorrectionKind.EXTENSION: f"{who}: extension until {_until(entry)}",
        CorrectionKind.COMMENT: f"{who}: comment{f' on {what}' if what else ''}",
        CorrectionKind.OFF: f"{what} does not count",
        CorrectionKind.EVERYBODY: f"every student gets the points of {what}",
    }[entry.kind]
    undone = f" [taken back by entry {entry.undone}]" if entry.undone else ""
    why = f": {entry.reason}" if entry.reason else ""
    return f"{entry.when}, {entry.by}, {entry.assignment}: {said}{why}{undone}"


def _until(entry: LogEntry) -> str:
    return day_and_time(datetime.datetime.fromisoformat(entry.until)) if entry.until else ""
