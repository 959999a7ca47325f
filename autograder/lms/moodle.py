"""Moodle's own downloaded grading worksheet of an assignment: the grades are filled in, all else stays.

Its headers are in the site's language. Moodle skips rows silently that it does not like, so nothing here is invented:
the worksheet's own rows, ids and times of change are what it goes by.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from autograder.content.owners import MOODLE
from autograder.core.languages import message
from autograder.lms import filling
from autograder.lms.csv_sheet import Sheet, comparable, plain_number
from autograder.lms.filling import Filled
from autograder.lms.matching import match
from autograder.reports import wording
from autograder.reports.csv_tables import formula_free
from autograder.reports.grades import Grade, NoTable, most
from autograder.reports.html.rendering import render
from autograder.reports.sanitize import one_line, plain


@dataclass(frozen=True)
class Headers:
    """What Moodle calls the columns that count, in one language."""

    identifier: str
    grade: str
    changed: str
    comments: str


LANGUAGES = (
    Headers("Identifier", "Grade", "Last modified (grade)", "Feedback comments"),
    Headers("ID", "Bewertung", "Zuletzt geändert (Bewertung)", "Feedback als Kommentar"),
    Headers("Identifiant", "Note", "Dernière modification (note)", "Feedback par commentaires"),
    Headers("Identificador", "Calificación", "Última modificación (calificación)", "Comentarios de retroalimentación"),
    Headers("Identificador", "Nota", "Última modificação (nota)", "Comentários de feedback"),
    Headers("Identificador", "Qualificació", "Darrera modificació (qualificació)", "Comentaris de retroacció"),
)
PARTICIPANT = re.compile(r"\D*?\s*(\d+)")  # "Participant 1234", "Teilnehmer/in1234"
DOWNLOADED = re.compile(r".+?_(\d+)_assignsubmission_\w+")  # as Moodle names the folders of a whole class
YES, NO = ("yes", "ja", "oui", "sí", "sim"), ("no", "nein", "non", "não")
LOCKED = message("its grade cannot be changed in Moodle")
EXPECTED = message("Use the file exactly as Moodle exports it: the assignment, View all submissions, Download grading worksheet.")


def fill(
    sheet: Sheet,
    marks: Sequence[Grade],
    *,
    column: str = "",
    by: str = "",
    scale: bool = False,
    feedback: bool = False,
) -> Filled:
    """Fills in the grades, and the comments if wanted. The sheet is changed.

    Args:
        marks: of one assignment.
        column: the column for the grades, needed where the site's language is not one of ``LANGUAGES``.
        by: the only column to find students by.
        scale: multiply marks when the assignment is worth something else in Moodle.
        feedback: also write a few lines for the student, where no comment is yet.

    Raises:
        NoTable: no grading worksheet, no such column, or grades that are not numbers.
    """
    identifier, grade, comments = _columns(sheet, column)
    where = message("The column {column} of {file}", column=repr(one_line(sheet.header[grade])), file=sheet.name)
    worth = _worth(sheet, grade)
    times = filling.factor(most(marks), worth, scale, where)
    students = [number for number, row in enumerate(sheet.rows) if number and sheet.cell(row, identifier)]
    places, name = _keys(sheet, identifier, grade, by)
    numbers = {
        m[1]: sheet.cell(sheet.rows[n], identifier) for n in students if (m := _participant(sheet, n, identifier))
    }
    matched = match(
        marks, sheet, students, places, name, lambda mark: numbers.get(_downloaded_by(mark), ""), identifier
    )
    locked = _locked(sheet, grade)
    keep = (lambda row: "") if locked is None else (lambda row: LOCKED if comparable(sheet.cell(row, locked)) in NO else "")
    if feedback:
        if comments is None:
            raise NoTable(message("{file} has no column for comments. Allow feedback comments in the assignment's settings.", file=sheet.name))
        _comment(sheet, comments, {mark: n for mark, n in matched.rows.items() if not keep(sheet.rows[n])})
    filled = filling.write(sheet, grade, matched, name, lambda mark: wording.plain_points(mark.score * times), keep)
    if worth is None:
        filled.notes.append(
            message(
                "{file} does not say what the assignment is worth in Moodle. Moodle silently skips grades above that maximum: "
                "these are out of {points}.",
                file=sheet.name, points=wording.points(most(marks)),
            )
        )  # fmt: skip
    return filled


def _columns(sheet: Sheet, column: str) -> tuple[int, int, int | None]:
    """Numbers of the columns for the identifier, the grade and the comments (None if there is none)."""
    header = [comparable(cell) for cell in sheet.header]
    for language in LANGUAGES:
        if all(comparable(name) in header for name in (language.identifier, language.changed)):
            grade = _named(sheet, column) if column else _index(header, language.grade)
            if grade is None:
                raise NoTable(message("{file} has no column {column}. {how}", file=sheet.name, column=repr(language.grade), how=EXPECTED))
            return header.index(comparable(language.identifier)), grade, _index(header, language.comments)
    rows = sheet.rows[1:]
    if column and rows and all(PARTICIPANT.fullmatch(sheet.cell(row, 0)) for row in rows):
        return 0, _named(sheet, column), None
    needed = LANGUAGES[0]
    raise NoTable(
        message(
            "{file} is not a Moodle grading worksheet: expected the columns {identifier}, {grade} and {changed}, in English, German, "
            "French, Spanish, Portuguese or Catalan. {how} For another language, name the column for the grades: --column NAME.",
            file=sheet.name, identifier=needed.identifier, grade=needed.grade, changed=needed.changed, how=EXPECTED,
        )
    )  # fmt: skip


def _index(header: list[str], name: str) -> int | None:
    return header.index(comparable(name)) if comparable(name) in header else None


def _named(sheet: Sheet, column: str) -> int:
    place = _index([comparable(cell) for cell in sheet.header], column)
    if place is None:
        raise NoTable(filling.no_column(sheet, column))
    return place


def _worth(sheet: Sheet, grade: int) -> float | None:
    """What the assignment is worth: the column after the grade, in every language; None if it does not say.

    Raises:
        NoTable: the assignment is graded on a scale of words.
    """
    said = {sheet.cell(row, grade + 1) for row in sheet.rows[1:]} - {""}
    numbers = {plain_number(text) for text in said}
    if len(numbers) == 1 and None not in numbers:
        return numbers.pop()
    header = comparable(sheet.header[grade + 1]) if grade + 1 < len(sheet.header) else ""
    if header in ("scale", "skala", "barème", "escala"):
        scale = one_line(sheet.header[grade + 1])
        raise NoTable(message("{file} is graded on a scale of words ({scale}), not by points.", file=sheet.name, scale=scale))
    return None


def _locked(sheet: Sheet, grade: int) -> int | None:
    """The column "Grade can be changed", in every language: between the grade and its time, with only yes and no in it."""
    header = [comparable(cell) for cell in sheet.header]
    times = [header.index(comparable(language.changed)) for language in LANGUAGES if comparable(language.changed) in header]
    for column in range(grade + 1, min(times, default=0)):
        said = {comparable(sheet.cell(row, column)) for row in sheet.rows[1:]} - {""}
        if said and said <= {*YES, *NO}:
            return column
    return None


def _keys(sheet: Sheet, identifier: int, grade: int, by: str) -> tuple[list[int], int | None]:
    """Columns to find students by: those between the identifier and the grade; the one with full names apart."""
    if by:
        return [_named(sheet, by)], None
    between = list(range(identifier + 1, grade))
    name = between[0] if between and not _addresses(sheet, between[0]) else None  # absent in anonymous marking
    return [identifier, *(place for place in between if place != name)], name


def _addresses(sheet: Sheet, column: int) -> bool:
    cells = [sheet.cell(row, column) for row in sheet.rows[1:]]
    return any("@" in cell for cell in cells)


def _participant(sheet: Sheet, number: int, identifier: int) -> re.Match | None:
    return PARTICIPANT.fullmatch(sheet.cell(sheet.rows[number], identifier))


def _downloaded_by(mark: Grade) -> str:
    """The participant's number, if Moodle has named what was submitted."""
    platform, _, number = mark.platform.partition(":")
    named = DOWNLOADED.fullmatch(mark.student)  # reports of earlier versions have the whole name of the folder
    return number if platform == MOODLE else named[1] if named else ""


def _comment(sheet: Sheet, column: int, rows: dict[Grade, int]) -> None:
    """Moodle shows comments as HTML, and spreadsheets obey what looks like a formula: neither gets anything to obey."""
    for mark, number in rows.items():
        row = sheet.rows[number]
        if mark.final and mark.feedback and not sheet.cell(row, column):
            sheet.put(row, column, formula_free(render("comment.html.j2", lines=plain(mark.feedback).split("\n"))))
