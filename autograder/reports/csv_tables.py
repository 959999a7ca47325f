"""The class as CSV, in the manner of otter's ``final_grades.csv``."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence

from autograder.content.owners import display_names
from autograder.core.languages.choice import reading_in
from autograder.core.languages.messages import ENGLISH
from autograder.core.records import Report, Status
from autograder.reports import class_stats, wording
from autograder.reports.gradebook_marks import GradebookReport, waits
from autograder.reports.grades import Grade, most
from autograder.reports.sanitize import one_line

FIRST_ROW = "points-per-exercise"
LONGEST_SENTENCES = 4000  # characters of one cell
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")


def class_csv(reports: Sequence[Report]) -> bytes:
    """One row for each submission, UTF-8.

    Columns: ``submission``, one for each exercise in page order and for each text that a person marks (empty while it waits; its
    points are not in the total), ``total``, ``max``, ``percent`` (0 to 100) and
    ``status``; where a learning platform has named the files, ``submission`` is the person, and ``late`` and ``id`` (the
    submission's own name) follow. Where a mark was changed after the checks ran, ``penalty`` (points taken off for lateness) and
    ``corrections`` follow. The first data row holds the maxima; a page that was judged by other checks has its own ``max``. An unreadable submission is a row of zeros; where the score is
    not final, ``total`` and ``percent`` stay empty, so that they are not taken for a mark.
    """
    reports = list(reports)
    exercises = class_stats.columns(reports)
    most = class_stats.worth(reports)
    table = io.StringIO()
    writer = csv.writer(table, quoting=csv.QUOTE_ALL, lineterminator="\r\n")
    people = display_names((report.submission, report.person) for report in reports)
    platform = any(report.person or report.late for report in reports)
    beside = any(isinstance(report, GradebookReport) for report in reports)  # a gradebook's marks: the judge's are beside them
    changed = any(report.corrections for report in reports)
    more = (["late", "id"] if platform else []) + (["penalty", "by_checks", "by_checks_max"] if beside else [])
    more += [*([] if beside else ["penalty"]), "corrections"] if changed else []
    texts = _texts(reports, {one.name for one in exercises})
    writer.writerow(["submission", *map(cell, [*(one.name for one in exercises), *texts]), "total", "max", "percent", "status", *more])
    maxima = [wording.plain_points(column.max_score) for column in exercises] + [wording.plain_points(most) for most in texts.values()]
    writer.writerow([FIRST_ROW, *maxima, wording.plain_points(most), wording.plain_points(most), "100", "--", *("--" for _ in more)])
    for report in reports:
        scores = {exercise.name: exercise.score for exercise in report.exercises if not waits(exercise)}
        if report.status is Status.UNREADABLE:
            scores = {column.name: 0.0 for column in exercises}
        final = report.status not in (Status.NOT_GRADED, Status.EXEMPT)
        by_person = {text.name: wording.plain_points(text.points) for text in report.for_a_person if text.points is not None}
        writer.writerow(
            [
                cell(people[report.submission]),
                *(wording.plain_points(scores[column.name]) if column.name in scores else "" for column in exercises),
                *(by_person.get(name, "") for name in texts),
                wording.plain_points(report.score) if final else "",
                wording.plain_points(report.max_score if report.exercises else most),
                wording.plain_points(100 * class_stats.share(report)) if final else "",
                cell(_status(report)),
                *(["late" * report.late, cell(report.submission)] if platform else []),
                *(_beside(report) if beside else ()),
                *([*([] if beside else [wording.plain_points(report.penalty)]), _sentences([one.sentence for one in report.corrections])] if changed else ()),
            ]
        )
    return table.getvalue().encode()


def _status(report: Report) -> str:
    with reading_in(ENGLISH):  # programs read this
        return wording.status_line(report)


def _texts(reports: list[Report], exercises: set[str]) -> dict[str, float]:
    """Each text that a person marks -> its points; those that a gradebook has among the exercises are not repeated."""
    return {text.name: text.max_points for report in reports for text in report.for_a_person if text.name not in exercises}


def _beside(report: Report) -> list[str]:
    if not isinstance(report, GradebookReport):
        return ["", "", ""]
    return [wording.plain_points(number) for number in (report.mark.penalty, report.judged.score, report.judged.max_score)]


def marks_csv(marks: Sequence[Grade]) -> bytes:
    """One row for each student, one column for each question, UTF-8: what the class got, from any source of marks.

    Columns as in ``class_csv``, with ``penalty`` (points taken off for lateness) before ``total``. What is not final
    is an empty cell, and ``status`` says why. Where a mark was corrected, ``corrections`` follows.
    """
    changed = any(mark.corrections for mark in marks)
    parts: dict[str, float] = {}
    for mark in sorted(marks, key=lambda one: -len(one.parts)):
        for part in mark.parts:
            parts[part.name] = max(parts.get(part.name, 0.0), part.max_score)
    worth = most(marks)
    rows = [["student", *(cell(name) for name in parts), "penalty", "total", "max", "percent", "status", *(["corrections"] if changed else [])]]
    rows.append(
        [FIRST_ROW, *map(wording.plain_points, parts.values()), "", wording.plain_points(worth), wording.plain_points(worth), "100", *["--"] * (1 + changed)]
    )
    for mark in marks:
        scores = {part.name: part.score for part in mark.parts if part.score is not None}
        rows.append(
            [
                cell(mark.shown),
                *(wording.plain_points(scores[name]) if name in scores else "" for name in parts),
                wording.plain_points(mark.penalty) if mark.final else "",
                wording.plain_points(mark.score) if mark.final else "",
                wording.plain_points(worth),
                wording.plain_points(100 * mark.score / worth) if mark.final and worth else "",
                cell(mark.reason or "graded"),
                *([_sentences(mark.corrections)] if changed else []),
            ]
        )
    table = io.StringIO()
    csv.writer(table, quoting=csv.QUOTE_ALL, lineterminator="\r\n").writerows(rows)
    return table.getvalue().encode()


def _sentences(said: Sequence[str]) -> str:
    return formula_free(one_line("; ".join(said), LONGEST_SENTENCES))


def cell(text: str) -> str:
    """Text for a spreadsheet's cell: in one line, and never a formula.

    Example:
        >>> cell("=1+1")
        "'=1+1"
    """
    return formula_free(one_line(text))


def formula_free(text: str) -> str:
    """Text that no spreadsheet calculates: an apostrophe goes before what looks like a formula."""
    return f"'{text}" if text.startswith(_FORMULA) else text
