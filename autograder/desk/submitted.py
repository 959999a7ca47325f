"""When a page was submitted, how sure that is, and what lateness costs."""

from __future__ import annotations

import datetime
import math
from dataclasses import dataclass
from pathlib import Path

from autograder.core.languages import message
from autograder.desk.course_file import LateRule

TYPED, STAMP, FILE, UNKNOWN = "typed", "timestamp.txt", "file", "unknown"
SURE = (TYPED, STAMP)  # a file's own time may be that of a download or of a copy
KNOWN_BY = {TYPED: message("typed"), FILE: message("file"), UNKNOWN: message("unknown")}  # as pages show it; the file is called as it is
STAMP_FILE = "timestamp.txt"  # beside a page, as nbgrader writes it
DAY = 24 * 60  # minutes


@dataclass(frozen=True)
class Lateness:
    """How late a submission is.

    Attributes:
        days: that have begun since the deadline; 0 if it is in time.
        doubt: why a person has to say whether it is late; empty if that is clear.
    """

    days: int = 0
    doubt: str = ""

    @property
    def in_time(self) -> bool:
        return self.days == 0


def time_of(page: Path) -> tuple[datetime.datetime | None, str]:
    """When a page was submitted, and who says so: ``timestamp.txt`` beside it, or the time of the file."""
    try:
        text = (page.parent / STAMP_FILE).read_text("utf-8").strip()
        return as_utc(datetime.datetime.fromisoformat(text.removesuffix(" UTC").replace(" UTC", ""))), STAMP
    except (OSError, ValueError):
        pass
    try:
        return datetime.datetime.fromtimestamp(page.stat().st_mtime, datetime.UTC).replace(microsecond=0), FILE
    except OSError:
        return None, UNKNOWN


def as_utc(time: datetime.datetime) -> datetime.datetime:
    """The same moment in UTC; a time without a zone is taken to be in UTC, as nbgrader writes it."""
    return (time if time.tzinfo else time.replace(tzinfo=datetime.UTC)).astimezone(datetime.UTC)


def lateness(
    submitted: datetime.datetime | None,
    known_by: str,
    marked_late: bool,
    from_platform: bool,
    deadline: datetime.datetime | None,
    rule: LateRule,
    extended: bool = False,
) -> Lateness:
    """How late a submission is.

    A time that was typed or is in ``timestamp.txt`` decides. Otherwise the learning platform's own word does, where it has
    named the file: it knows the time, and the file may only know that of a download. A file's time alone shows that a page
    was in time, and never that it was late: a person has to say that.

    Args:
        submitted: when, in UTC. known_by: who says so.
        marked_late: the platform has marked the file as late. from_platform: it has named the file.
        deadline: of this student. extended: it is later than that of the others, which the platform does not know.
    """
    if deadline is None:
        return Lateness()
    minutes = -math.inf if submitted is None else (submitted - deadline).total_seconds() / 60 - rule.grace
    if known_by in SURE:
        return Lateness(max(0, math.ceil(minutes / DAY)))
    if from_platform and not marked_late:
        return Lateness()
    if marked_late and extended:
        return Lateness(doubt=message("the platform has marked it as late, and there is an extension: say when it was submitted"))
    if marked_late:
        return Lateness(1, "" if minutes <= DAY else message("the platform has marked it as late, and not by how much: say when it was submitted"))
    if minutes > 0:
        return Lateness(doubt=message("its file is newer than the deadline, which may be the time of a copy: say when it was submitted"))
    return Lateness()


def share_left(days: int, rule: LateRule) -> float:
    """What is left of the points, from 0 to 1.

    Example:
        >>> share_left(2, LateRule(per_day=10)), share_left(3, LateRule(per_day=10, most_days=2))
        (0.8, 0.0)
    """
    if days and rule.most_days is not None and days > rule.most_days:
        return 0.0
    return max(0.0, 1 - days * rule.per_day / 100)
