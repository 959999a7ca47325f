"""Reports whose marks a gradebook has the last word on: what it gives, and what the judge found, side by side.

A gradebook's mark may be another one: points that were changed there, a cell that was left out or added, a score that a
person gave, extra credit, a penalty. ``GradebookReport`` is a report everywhere, with the gradebook's numbers in place of the
judge's, so tables, charts and statistics are the gradebook's, too.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, fields, replace

from autograder.core.languages import spoken
from autograder.core.records import ExerciseResult, Report, Status
from autograder.reports import wording
from autograder.reports.grades import Grade, QuestionGrade


@dataclass(frozen=True)
class GradebookExercise(ExerciseResult):
    """A graded cell of the gradebook; its checks are those of the exercise that it stands for, if there is one."""

    given: float = 0.0
    worth: float = 0.0
    waits: bool = False  # for a person

    @property
    def score(self) -> float:
        return self.given

    @property
    def max_score(self) -> float:
        return self.worth

    @property
    def passed(self) -> bool:
        return self.given >= self.worth

    @property
    def not_started(self) -> bool:
        return super().not_started and not self.given


@dataclass(frozen=True)
class GradebookReport(Report):
    """A report with the marks of a gradebook.

    Attributes:
        mark: what the gradebook gives; judged: the report as the judge made it.
    """

    mark: Grade = field(default=None)
    judged: Report = field(default=None)

    @property
    def score(self) -> float:
        if self.mark.score is not None:
            return self.mark.score
        return float(sum(part.score or 0.0 for part in self.mark.parts))

    @property
    def max_score(self) -> float:
        return self.mark.max_score

    @property
    def waits(self) -> str:
        """Why the mark is not final although the judge is done; else empty."""
        return self.mark.reason if self.judged.status is Status.GRADED else ""

    @property
    def differs(self) -> bool:
        """Whether the gradebook gives another mark than the judge."""
        pairs = ((self.score, self.judged.score), (self.max_score, self.judged.max_score))
        return not self.waits and any(abs(one - other) > 1e-6 for one, other in pairs)


def entered(reports: Sequence[Report], marks: Mapping[str, Grade], suffix: str) -> list[Report]:
    """The reports with the gradebook's marks; as they are where the gradebook knows nothing of a submission.

    Args:
        marks: submission -> what the gradebook gives.
        suffix: behind an exercise's name in the name of the cell that stands for it.
    """
    return [_entered(report, marks[report.submission], suffix) if report.submission in marks else report for report in reports]


def others(reports: Sequence[Report]) -> list[GradebookReport]:
    """Those whose mark in the gradebook is not the judge's."""
    return [report for report in reports if isinstance(report, GradebookReport) and report.differs]


def waits(exercise: ExerciseResult) -> bool:
    """Whether a person has to give this score, and has not yet."""
    return isinstance(exercise, GradebookExercise) and exercise.waits


def both(report: GradebookReport) -> str:
    """The two marks, in words.

    Example:
        >>> both(report)  # doctest: +SKIP
        '93 of 93 in the gradebook, 93 of 100 by the checks'
    """
    numbers = {"entered": wording.out_of(report), "judged": wording.out_of(report.judged)}
    if not report.mark.penalty:
        return spoken("{entered} in the gradebook, {judged} from the checks", **numbers)
    penalty = wording.points(report.mark.penalty)
    return spoken("{entered} in the gradebook (after a late penalty of {penalty}), {judged} from the checks", penalty=penalty, **numbers)


def _entered(report: Report, mark: Grade, suffix: str) -> Report:
    if not mark.parts or not report.exercises:  # nothing was written, or there is nothing to set beside it
        return report
    exercises = {exercise.name: exercise for exercise in report.exercises}
    parts = {part.name.removesuffix(suffix): part for part in mark.parts}
    order = [name for name in exercises if name in parts] + [name for name in parts if name not in exercises]
    own = {one.name: getattr(report, one.name) for one in fields(Report)}
    own["for_a_person"] = tuple(
        replace(text, points=parts[text.name].score, max_points=parts[text.name].max_score) if text.name in parts else text
        for text in report.for_a_person
    )
    cells = tuple(_cell(name, parts[name], exercises.get(name)) for name in order)
    made = GradebookReport(**own | {"exercises": cells}, mark=mark, judged=report)
    if made.waits:
        return replace(made, status=Status.NOT_GRADED, problem=made.waits)
    return made


def _cell(name: str, part: QuestionGrade, exercise: ExerciseResult | None) -> GradebookExercise:
    numbers = {"given": part.score or 0.0, "worth": part.max_score, "waits": part.score is None}
    if exercise is None:
        return GradebookExercise(name, (), **numbers)
    return GradebookExercise(exercise.name, exercise.checks, exercise.title, exercise.line, **numbers)
