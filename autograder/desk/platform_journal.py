"""What a course has sent to a learning platform and fetched from it, in order; nothing in it is ever changed.

Before something is sent, the journal says so, and afterwards that it has arrived. So after a crash between the two, the next
run knows what may be there, and asks the platform.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from sqlalchemy import insert, select

from autograder.desk import tables
from autograder.desk.moments import now
from autograder.desk.store import Store
from autograder.lms.platform import LmsPlace


class Step(StrEnum):
    """What a line of the journal says."""

    BEGUN = "begun"  # this is sent now
    SENT = "sent"  # it has arrived
    FOUND = "found"  # it was there already
    FETCHED = "fetched"  # a file of a submission was saved


@dataclass(frozen=True)
class JournalLine:
    """One line.

    Attributes:
        user: the platform's number of the student.
        mark: as ``mark_text`` writes it; of a fetched file its version on the platform.
        sha256: of the feedback, or of the fetched file; empty if there is none.
        about: of a mark the hash of the comment that is sent; of a fetched file its place in the course.
    """

    user: str
    step: Step
    mark: str = ""
    sha256: str = ""
    about: str = ""
    made: str = ""


@dataclass(frozen=True)
class SentBefore:
    """What the journal knows of one student in one assignment.

    Attributes:
        marks: that are ours if they are on the platform: the last that has arrived, and those that were sent since.
        sha256: of the feedback that has arrived last.
        texts: hashes of all comments that were sent.
    """

    marks: frozenset[str] = frozenset()
    sha256: str = ""
    texts: frozenset[str] = frozenset()


class PlatformJournal:
    """The journal of one assignment on a platform.

    Args:
        number: of the assignment on the platform.
    """

    def __init__(self, store: Store, place: LmsPlace, number: str) -> None:
        self._engine = store.engine
        self._place = f"{place.kind} {place.address} {place.course}"
        self._number = number

    def add(self, line: JournalLine) -> None:
        """Adds a line; it is on the disk when this returns."""
        row = {"made": now(), "place": self._place, "assignment": self._number, "user": line.user, "step": line.step.value}
        row |= {"mark": line.mark, "sha256": line.sha256, "about": line.about}
        with tables.said_in_one_sentence(self._engine), self._engine.begin() as connection:
            connection.execute(insert(tables.platform_log).values(row))

    def lines(self) -> list[JournalLine]:
        """All lines, in order."""
        log = tables.platform_log
        wanted = select(log).where(log.c.place == self._place, log.c.assignment == self._number).order_by(log.c.id)
        with tables.said_in_one_sentence(self._engine), self._engine.connect() as connection:
            return [JournalLine(row.user, Step(row.step), row.mark, row.sha256, row.about, row.made) for row in connection.execute(wanted)]

    def known(self) -> dict[str, SentBefore]:
        """Number of a student -> what was sent."""
        found: dict[str, SentBefore] = {}
        for line in self.lines():
            before = found.get(line.user, SentBefore())
            texts = before.texts | ({line.about} - {""})
            if line.step is Step.BEGUN:
                found[line.user] = SentBefore(before.marks | {line.mark}, before.sha256, texts)
            elif line.step in (Step.SENT, Step.FOUND):
                found[line.user] = SentBefore(frozenset({line.mark}), line.sha256 or before.sha256, texts)
        return found

    def fetched(self) -> dict[tuple[str, str], JournalLine]:
        """(Number of a student, version of a file) -> the line about it."""
        return {(one.user, one.mark): one for one in self.lines() if one.step is Step.FETCHED}


def mark_text(score: float | None, excused: bool = False) -> str:
    """A mark as the journal has it.

    Example:
        >>> mark_text(33.3333333), mark_text(None), mark_text(None, excused=True)
        ('33.33', '', 'excused')
    """
    return "excused" if excused else "" if score is None else f"{score:.2f}"
