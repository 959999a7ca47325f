"""A line of the log of corrections in words."""

from __future__ import annotations

import datetime

from autograder.core.corrections import CorrectionKind
from autograder.core.languages import joined, message
from autograder.core.languages.dates import day_and_time
from autograder.core.languages.messages import plural
from autograder.desk.roster import People
from autograder.desk.store import LogEntry
from autograder.reports import wording


def entry_sentence(entry: LogEntry, people: People) -> str:
    """What was done, to whom, by whom and why, and whether it still counts."""
    who = people.shown.get(people.key_of(entry.student), entry.student) if entry.student else message("all students")
    what = "" if entry.kind is CorrectionKind.SUBMITTED else "::".join(part for part in (entry.exercise, entry.check) if part)
    said = {
        None: message("took entry {number} back", number=entry.undoes or 0),
        CorrectionKind.POINTS: plural(
            "{who}: {points} point for {what}", "{who}: {points} points for {what}", entry.points or 0.0,
            who=who, points=wording.points(entry.points or 0.0), what=what,
        ),
        CorrectionKind.EXEMPT: message("{who}: exempt", who=who),
        CorrectionKind.EXTENSION: message("{who}: extension until {time}", who=who, time=_until(entry)),
        CorrectionKind.SUBMITTED: message("{who}: submitted on {time}", who=who, time=_until(entry)),
        CorrectionKind.COMMENT: message("{who}: comment on {what}", who=who, what=what) if what else message("{who}: comment", who=who),
        CorrectionKind.OFF: message("{what} does not count", what=what),
        CorrectionKind.EVERYBODY: message("every student gets the points of {what}", what=what),
    }[entry.kind]  # fmt: skip
    done = message("{when}, {by}, {assignment}: {said}", when=entry.when, by=entry.by, assignment=entry.assignment, said=said)
    why = message("{done}: {reason}", done=done, reason=entry.reason) if entry.reason else done
    return joined([why, message("[taken back by entry {number}]", number=entry.undone) if entry.undone else ""])


def _until(entry: LogEntry) -> str:
    return day_and_time(datetime.datetime.fromisoformat(entry.until)) if entry.until else ""
