"""What is given to those who judge (see ``backends``), and what comes back.

A page is read first; then each exercise is judged by itself. So one answer that many have written is judged once.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from autograder.cache.result_cache import PageFacts
from autograder.content.discovery import Handed
from autograder.content.submission_part import SubmissionPart
from autograder.core import isolation_level
from autograder.core.records import Report, Status
from autograder.core.settings import Settings
from autograder.core.shortcuts import NONE, Shortcut


@dataclass(frozen=True)
class ReadPage:
    """Take a page apart. Who does it need not have the file, only the assignment.

    Attributes:
        content: of the file.
    """

    one: Handed
    content: bytes


@dataclass(frozen=True)
class JudgeExercise:
    """Judge one exercise.

    Attributes:
        part: what of the page it needs.
        seconds: that are left of the submission's time.
        variant: of the exercise, see ``variant_uses.variant_of``.
        without: shortcuts that are not taken.
    """

    one: Handed
    exercise: str
    part: SubmissionPart
    seconds: float
    without: frozenset[Shortcut] = NONE
    variant: str = ""


Task = ReadPage | JudgeExercise


@dataclass(frozen=True)
class PageRead:
    """What a page holds.

    Attributes:
        parts: exercise -> what judging it needs.
    """

    facts: PageFacts
    parts: dict[str, SubmissionPart] = field(repr=False)


@dataclass(frozen=True)
class ExerciseJudged:
    """What judging an exercise has found.

    Attributes:
        report: on this exercise alone.
        certain: another run will give the same, so it may be stored.
        shortcuts: by which work was saved.
    """

    report: Report
    certain: bool
    shortcuts: frozenset[Shortcut] = NONE


@dataclass(frozen=True)
class NoMarks:
    """Why a submission has no marks, as its report says it."""

    report: Report


Done = PageRead | ExerciseJudged | NoMarks


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
