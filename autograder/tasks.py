"""What is handed to those who judge (see ``crews``), what comes back, and what becomes of one that something goes wrong with."""

from __future__ import annotations

import logging
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import TypeVar

from autograder import confine, page
from autograder.handed_in import Handed
from autograder.records import EndsTheRun, Report, Status
from autograder.remembered import Known
from autograder.settings import Settings

log = logging.getLogger("autograder")
T = TypeVar("T")


@dataclass(frozen=True)
class Task:
    """What a grading process gets; it need not have the file, only the assignment.

    Attributes:
        content: of the file. exercises: to judge; empty for all.
        patient: wait where another process is judging the same answer; else it is put off.
    """

    one: Handed
    content: bytes
    exercises: tuple[str, ...] = ()
    patient: bool = True


@dataclass(frozen=True)
class Done:
    """What a grading process gives.

    Attributes:
        known: what the report is made of, if there are marks. lasting: exercises of which another day will tell the same.
        put_off: exercises that are not judged yet (see ``judge.Judged``).
    """

    report: Report
    known: Known | None = None
    lasting: frozenset[str] = frozenset()
    put_off: tuple[str, ...] = ()

    def after(self, before: Done) -> Done:
        """The rest of a page, together with what was judged of it before."""
        if self.known is None:  # it broke: then the page is judged again, all of it
            return self
        parts = before.known.parts | self.known.parts
        page = min(before.known.page, self.known.page, key=lambda one: one.status is Status.GRADED)  # a fault stays one
        return replace(self, known=Known(page, parts), lasting=before.lasting | self.lasting)


def kept_apart(doing: str, name: str, work: Callable[[], T], instead: Callable[[Status, str], T]) -> T:
    """What ``work`` gives; where it raises, what ``instead`` makes of it, so that it costs this one submission only.

    What an exception means for a submission is decided here, and nowhere else: a file that is no page is ``unreadable``;
    whatever else it is, it is the kit's fault, which is ``not_graded``, never a zero. The text of such an exception goes to
    the log, not into the report: it could quote a check, and students read their reports.

    Args:
        doing: what is being done, for the sentence: ``judging the page``. name: the submission's.
        instead: is called with the status and a sentence that says why.

    Raises:
        EndsTheRun: it concerns all submissions.
    """
    try:
        return work()
    except EndsTheRun:
        raise
    except page.NotRead as error:
        return instead(Status.NOT_GRADED, str(error))
    except page.Unreadable as error:
        return instead(Status.UNREADABLE, str(error))
    except Exception as error:
        log.exception("%r could not be graded: a fault of the kit while %s", name, doing)
        kind = type(error).__name__
        return instead(
            Status.NOT_GRADED, f"A fault of the kit, not of the student, while {doing} ({kind}). Grade again."
        )


def not_final(report: Report, status: Status, text: str) -> Report:
    """The same report, and the word that its mark is not final."""
    return replace(report, status=status, problem=text)


def problem(
    one: Handed, assignment: str, settings: Settings, status: Status, text: str, seconds: float = 0.0
) -> Report:
    """A report that says why there are no marks."""
    return Report(
        assignment=assignment,
        submission=one.name,
        source_sha256="",
        status=status,
        exercises=(),
        isolation=confine.lowest(set()),
        dataset="",
        seed=settings.seed,
        seconds=round(seconds, 3),
        source=one.file,
        budget=settings.budget,
        problem=text,
    )
