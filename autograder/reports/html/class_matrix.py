"""The class report's table: who has how many points in which exercise."""

from __future__ import annotations

from typing import NamedTuple

from autograder.core.languages import message, number_shown
from autograder.core.records import ExerciseResult, Outcome, Report, Status
from autograder.reports import class_stats, wording
from autograder.reports.gradebook_marks import GradebookReport, waits

KEY = {  # of cells: class -> what the colour and the sign mean
    "full": message("all points"),
    "part": message("some points"),
    "none": message("started, no points"),
    "still": message("· not started"),
    "ours": message("! our bug: costs no points, the total is not final"),
    "said": message("no mark, and why"),
    "": message("empty: not among this page’s exercises"),
}


class Row(NamedTuple):
    """One submission: ``said`` in the place of all cells, or a cell (class, points) for each exercise, and the total."""

    submission: str
    said: str = ""
    cells: tuple[tuple[str, str], ...] = ()
    total: str = ""
    is_ours: bool = False
    by_checks: str = ""  # the total that the checks gave, where the gradebook has another one
    seconds: str = ""

    @property
    def kinds(self) -> set[str]:
        """The classes of its cells."""
        if self.said:
            return {"said"}
        return {kind for kind, _score in self.cells} | ({"ours"} if self.is_ours else set())


def table(reports: list[Report]) -> dict:
    """One row for each submission, and what of the key they need."""
    columns = class_stats.columns(reports)
    others = {report.submission for report in class_stats.of_other_checks(reports)}
    rows = [_row(report, columns, report.submission in others) for report in reports]
    kinds = set().union(*(row.kinds for row in rows))
    key = [(kind, meaning) for kind, meaning in KEY.items() if kind in kinds]
    return {"columns": columns, "most": class_stats.worth(reports), "rows": rows, "key": key}


def _row(report: Report, columns: list[class_stats.Column], other_checks: bool) -> Row:
    """
    Args:
        other_checks: the page is out of other points than most, so the row says out of how many.
    """
    if not report.exercises or report.status is Status.EXEMPT:
        return Row(report.submission, wording.status_line(report))
    found = {exercise.name: exercise for exercise in report.exercises}
    row = Row(report.submission, cells=tuple(_cell(found.get(column.name)) for column in columns), seconds=number_shown(f"{report.seconds:.1f}"))
    if report.status is not Status.GRADED:
        return row._replace(total=f"{wording.points(report.score)} !", is_ours=True)
    differs = isinstance(report, GradebookReport) and report.differs
    total = wording.out_of(report) if other_checks else wording.points(report.score)
    return row._replace(total=total, by_checks=wording.out_of(report.judged) if differs else "")


def _cell(exercise: ExerciseResult | None) -> tuple[str, str]:
    if exercise is None:
        return "", ""
    if waits(exercise):
        return "ours", "?"
    if exercise.not_started:
        return "still", ""
    score = wording.points(exercise.score)
    if any(check.outcome is Outcome.BROKEN for check in exercise.checks):
        return "ours", f"{score} !"
    return "full" if exercise.score >= exercise.max_score else "part" if exercise.score > 0 else "none", score
