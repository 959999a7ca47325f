"""What is handed to those who judge (see ``backends``), and what comes back."""

from __future__ import annotations

from dataclasses import dataclass, replace

from autograder.cache.result_cache import Known
from autograder.content.discovery import Handed
from autograder.core import isolation_level
from autograder.core.records import Report, Status
from autograder.core.settings import Settings


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
        put_off: exercises that are not judged yet (see ``judge.Judgement``).
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
        isolation=isolation_level.lowest(set()),
        dataset="",
        seed=settings.seed,
        seconds=round(seconds, 3),
        source=one.file,
        budget=settings.budget,
        problem=text,
    )
