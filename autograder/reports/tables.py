"""The class as CSV, in the manner of otter's ``final_grades.csv``."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence

from autograder.records import Report, Status
from autograder.reports import summary, words
from autograder.reports.safe import one_line

FIRST_ROW = "points-per-exercise"
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")


def class_csv(reports: Sequence[Report]) -> bytes:
    """One row for each submission, UTF-8.

    Columns: ``submission``, one for each exercise in page order, ``total``, ``max``, ``percent`` (0 to 100) and
    ``status``. The first data row holds the maxima. An unreadable submission is a row of zeros; where the score is
    not final, ``total`` and ``percent`` stay empty, so that nobody takes them for a mark.
    """
    reports = list(reports)
    exercises = summary.columns(reports)
    most = sum(column.max_score for column in exercises)
    table = io.StringIO()
    writer = csv.writer(table, quoting=csv.QUOTE_ALL, lineterminator="\r\n")
    writer.writerow(["submission", *(cell(one.name) for one in exercises), "total", "max", "percent", "status"])
    maxima = [words.points(column.max_score) for column in exercises]
    writer.writerow([FIRST_ROW, *maxima, words.points(most), words.points(most), "100", "--"])
    for report in reports:
        scores = {exercise.name: exercise.score for exercise in report.exercises}
        if report.status is Status.UNREADABLE:
            scores = {column.name: 0.0 for column in exercises}
        final = report.status is not Status.NOT_GRADED
        writer.writerow(
            [
                cell(report.submission),
                *(words.points(scores[column.name]) if column.name in scores else "" for column in exercises),
                words.points(report.score) if final else "",
                words.points(most),
                words.points(100 * summary.share(report, most)) if final else "",
                cell(words.problem(report)),
            ]
        )
    return table.getvalue().encode()


def cell(text: str) -> str:
    """Text for a spreadsheet's cell: in one line, and never a formula.

    Example:
        >>> cell("=1+1")
        "'=1+1"
    """
    text = one_line(text)
    return f"'{text}" if text.startswith(_FORMULA) else text
