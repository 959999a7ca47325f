"""One table of grades, whatever it is for: per question, or filled into a file of Canvas's or Moodle's."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from autograder.lms import canvas, csv_sheet, moodle
from autograder.lms.filling import Filled, listed
from autograder.reports import csv_tables, wording
from autograder.reports.grades import Grade
from autograder.reports.sanitize import one_line

QUESTIONS, CANVAS, MOODLE = "questions", "canvas", "moodle"
NEXT = {
    QUESTIONS: "open it in a spreadsheet.",
    CANVAS: "in Canvas, Grades, Import: upload it, and review the changes that Canvas shows before you save them.",
    MOODLE: (
        "in Moodle, the assignment, View all submissions, Upload grading worksheet. Tick 'Allow updating records that "
        "have been modified more recently in Moodle' only if marks were changed there since the download."
    ),
}


@dataclass(frozen=True)
class Wanted:
    """What is to be made.

    Attributes:
        kind: ``QUESTIONS``, ``CANVAS`` or ``MOODLE``.
        source: the downloaded file; None for ``QUESTIONS``.
        column, by, scale, feedback: see ``canvas.fill`` and ``moodle.fill``.
    """

    kind: str = QUESTIONS
    source: Path | None = None
    column: str = ""
    by: str = ""
    scale: bool = False
    feedback: bool = False


def make(marks: Sequence[Grade], wanted: Wanted) -> Filled:
    """The file's content, and what is to be said about it.

    Args:
        marks: of one assignment (``grades.of_one_assignment``).

    Raises:
        NoTable: the downloaded file cannot take the marks; the text says why.
    """
    if wanted.kind == QUESTIONS:
        not_final = [(mark.shown, mark.reason) for mark in marks if not mark.final]
        return Filled(csv_tables.marks_csv(marks), written=len(marks) - len(not_final), open=not_final)
    sheet = csv_sheet.read_sheet(wanted.source)
    options = {"column": wanted.column, "by": wanted.by, "scale": wanted.scale}
    if wanted.kind == CANVAS:
        return canvas.fill(sheet, marks, **options)
    return moodle.fill(sheet, marks, **options, feedback=wanted.feedback)


def sentences(filled: Filled, wanted: Wanted, target: str) -> list[str]:
    """What was written, and by name whatever was not: a mark that is missing in silence would be taken for a zero."""
    source = wanted.source.name if wanted.source else ""
    column = f", column {one_line(filled.column)!r}" if filled.column else ""
    said = [f"{target}: {wording.count(filled.written, 'mark')} written{column}."]
    if filled.open:
        cells = "Left empty" if wanted.kind == QUESTIONS else "Cells left unchanged"
        said.append(f"{cells}, because these are not final: {_with_reasons(filled.open)}.")
    if filled.lost:
        said.append(
            f"Not written: no matching student in {source} for {_with_reasons(filled.lost)}."
        )
    if filled.kept:
        said.append(f"Left unchanged: {_with_reasons(filled.kept)}.")
    if filled.alone:
        said.append(f"In {source} without a submission here, left unchanged: {listed(filled.alone)}.")
    return said + filled.notes


def about_texts(marks: Sequence[Grade]) -> list[str]:
    """A sentence for each text that waits for a person: its points are in no mark, and a zero would be one."""
    names = dict.fromkeys(name for mark in marks for name in mark.waiting)
    return [
        f"{one_line(name)} waits for a person to mark it ({wording.count(sum(name in mark.waiting for mark in marks), 'student')}): "
        f"its points are not in these marks."
        for name in names
    ]


def filled_name(source: Path) -> Path:
    """Where a filled file goes by default: beside the downloaded one, never over it.

    Example:
        >>> filled_name(Path("grades/canvas.csv")).name
        'canvas-filled.csv'
    """
    return source.with_name(f"{source.stem}-filled.csv")


def _with_reasons(found: list[tuple[str, str]]) -> str:
    """``ada, ben (not in the file); cleo (excused in Canvas)``."""
    groups: dict[str, list[str]] = {}
    for student, why in found:
        groups.setdefault(one_line(why, 120).rstrip("."), []).append(student)
    return "; ".join(f"{listed(students, 20)} ({why})" for why, students in groups.items())
