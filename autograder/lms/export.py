"""One table of grades, whatever it is for: per question, or filled into a file of Canvas's or Moodle's."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from autograder.core.languages import message, plural, shown, spoken
from autograder.lms import canvas, csv_sheet, moodle
from autograder.lms.filling import Filled, listed
from autograder.reports import csv_tables, wording
from autograder.reports.grades import Grade
from autograder.reports.sanitize import one_line

QUESTIONS, CANVAS, MOODLE = "questions", "canvas", "moodle"
NEXT = {
    QUESTIONS: message("Next: open it in a spreadsheet."),
    CANVAS: message("Next: in Canvas, Grades, Import: upload it, and review the changes that Canvas shows before you save them."),
    MOODLE: message(
        "Next: in Moodle, the assignment, View all submissions, Upload grading worksheet. Tick 'Allow updating records that "
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
    about = {"file": target, "column": repr(one_line(filled.column))}
    if filled.column:
        written = plural("{file}: {count} mark written, column {column}.", "{file}: {count} marks written, column {column}.", filled.written, **about)
    else:
        written = plural("{file}: {count} mark written.", "{file}: {count} marks written.", filled.written, **about)
    said = [shown(written)]
    if filled.open:
        students = _with_reasons(filled.open)
        if wanted.kind == QUESTIONS:
            said.append(spoken("Left empty, because these are not final: {students}.", students=students))
        else:
            said.append(spoken("Cells left unchanged, because these are not final: {students}.", students=students))
    if filled.lost:
        said.append(spoken("Not written: no matching student in {file} for {students}.", file=source, students=_with_reasons(filled.lost)))
    if filled.kept:
        said.append(spoken("Left unchanged: {students}.", students=_with_reasons(filled.kept)))
    if filled.alone:
        said.append(spoken("In {file} without a submission here, left unchanged: {students}.", file=source, students=listed(filled.alone)))
    return said + [shown(note) for note in filled.notes]


def about_texts(marks: Sequence[Grade]) -> list[str]:
    """A sentence for each text that waits for a person: its points are in no mark, and a zero would be one."""
    names = dict.fromkeys(name for mark in marks for name in mark.waiting)
    return [
        spoken(
            "{text} waits for a person to mark it ({students}): its points are not in these marks.",
            text=one_line(name), students=wording.count(sum(name in mark.waiting for mark in marks), "student"),
        )
        for name in names
    ]  # fmt: skip


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
        groups.setdefault(one_line(shown(why), 120).rstrip("."), []).append(student)
    return "; ".join(f"{listed(students, 20)} ({why})" for why, students in groups.items())
