"""Canvas's own downloaded gradebook: the assignment's column is filled in, all else stays.

A header without a known number in parentheses would make a *new* assignment in Canvas, so only columns that the file
has are ever written to.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from autograder.content.owners import CANVAS
from autograder.core.languages import message
from autograder.core.near_names import suggest
from autograder.lms import filling
from autograder.lms.csv_sheet import Sheet, comparable, plain_number
from autograder.lms.filling import Filled
from autograder.lms.matching import match
from autograder.reports import wording
from autograder.reports.grades import Grade, NoTable, most
from autograder.reports.sanitize import one_line

IDS = ("id", "sis user id", "sis login id", "integration id")
NUMBERED = re.compile(r"(.*\S)\s*\((\d+)\)")
CALCULATED = re.compile(r"\b(?:current|final|override)\s+(?:score|points|grade|status)\b", re.IGNORECASE)
ABOUT_COLUMNS = ("points possible", "manual posting", "muted")  # rows that are no student's
READ_ONLY = "(read only)"
EXCUSED = "EX"  # as Canvas writes and reads it
DOWNLOADED = re.compile(r"[^_]+(?:_LATE)?_(\d+)_\d+_.+", re.IGNORECASE)  # as Canvas names the files of a whole class
EXPECTED = message("Use the file exactly as Canvas exports it: Grades, then Export, then Export Entire Gradebook.")


def fill(sheet: Sheet, marks: Sequence[Grade], *, column: str = "", by: str = "", scale: bool = False) -> Filled:
    """Fills in one assignment's column. The sheet is changed.

    Args:
        marks: of one assignment.
        column: the assignment's title, its number, or the whole header; by default the marks' assignment.
        by: the only column to find students by.
        scale: multiply marks when the column is worth something else.

    Raises:
        NoTable: no gradebook of Canvas, no such column, or one that takes no marks.
    """
    _is_gradebook(sheet)
    place = _column(sheet, column or (marks[0].assignment if marks else ""))
    about, students = _rows(sheet)
    where = message("The column {column} of {file}", column=repr(one_line(sheet.header[place])), file=sheet.name)
    possible = next((sheet.cell(row, place) for row in about if "points possible" in comparable(row[0])), "")
    if READ_ONLY in possible.lower() or CALCULATED.search(sheet.header[place]):
        raise NoTable(message("{where} is calculated by Canvas; marks cannot be imported into it.", where=where))
    times = filling.factor(most(marks), plain_number(possible), scale, where)
    comma = sheet.delimiter == ";" and _writes_commas(sheet, about)
    matched = match(marks, sheet, students, _keys(sheet, by), None if by else 0, _downloaded_by, own_column=1)

    def score(mark: Grade) -> str:
        text = wording.plain_points(mark.score * times)
        return text.replace(".", ",") if comma else text

    def keep(row: list[str]) -> str:
        return message("excused in Canvas") if comparable(sheet.cell(row, place)) == comparable(EXCUSED) else ""

    return filling.write(sheet, place, matched, 0, score, keep, EXCUSED)


def _is_gradebook(sheet: Sheet) -> None:
    header = [comparable(cell) for cell in sheet.header]
    if len(header) > 3 and "student" in header[0] and header[1] == "id":
        return
    if header[:3] == ["lastname", "firstname", "id"]:
        raise NoTable(
            message(
                "{file} has the names in two columns (LastName, FirstName). Turn this off in the Canvas gradebook settings and export again.",
                file=sheet.name,
            )
        )
    shown = ", ".join(one_line(cell, 30) for cell in sheet.header[:4])
    raise NoTable(
        message("{file} is not a Canvas gradebook: its columns begin {columns}; expected Student, ID, …. {how}", file=sheet.name, columns=shown, how=EXPECTED)
    )


def _assignments(sheet: Sheet) -> dict[int, tuple[str, str]]:
    """Number of a column -> (title, the assignment's number in Canvas)."""
    found = {}
    for place, cell in enumerate(sheet.header):
        numbered = NUMBERED.fullmatch(cell.strip())
        if place > 1 and numbered:
            found[place] = (numbered[1], numbered[2])
    return found


def _column(sheet: Sheet, wanted: str) -> int:
    known = _assignments(sheet)
    title = comparable(wanted)
    tests = (
        lambda place: known[place][1] == wanted.strip(),
        lambda place: comparable(sheet.header[place]) == title,
        lambda place: comparable(known[place][0]) == title,
        lambda place: re.search(rf"\b{re.escape(title)}\b", comparable(known[place][0])),
    )
    for fits in tests if title else ():
        places = [place for place in known if fits(place)]
        if len(places) == 1:
            return places[0]
        if places:
            several = ", ".join(one_line(sheet.header[place]) for place in places)
            raise NoTable(
                message(
                    "{file} has several columns for {wanted}: {columns}. Choose one: --column NUMBER.",
                    file=sheet.name, wanted=repr(one_line(wanted)), columns=several,
                )
            )  # fmt: skip
    titles = [known[place][0] for place in known]
    there = filling.listed([sheet.header[place] for place in known]) or message("no assignment")
    raise NoTable(
        message(
            "{file} has no column for {wanted}.{near} It has {columns}. Publish the assignment in Canvas and export again, "
            "or name the column: --column TITLE.",
            file=sheet.name, wanted=repr(one_line(wanted)), near=suggest(wanted, titles), columns=there,
        )
    )  # fmt: skip


def _rows(sheet: Sheet) -> tuple[list[list[str]], list[int]]:
    """Rows that say something about columns, and the numbers of the students' rows."""
    about, students = [], []
    for number, row in enumerate(sheet.rows[1:], 1):
        if any(word in comparable(row[0]) for word in ABOUT_COLUMNS) or not (sheet.cell(row, 0) or sheet.cell(row, 1)):
            about.append(row)  # "Manual Posting" is in a later cell, with nothing before it
        else:
            students.append(number)
    return about, students


def _keys(sheet: Sheet, by: str) -> list[int]:
    if by:
        places = [place for place, cell in enumerate(sheet.header) if comparable(cell) == comparable(by)]
        if not places:
            raise NoTable(filling.no_column(sheet, by))
        return places
    return [place for place, cell in enumerate(sheet.header) if comparable(cell) in IDS]


def _downloaded_by(mark: Grade) -> str:
    """Canvas's number of the student, if Canvas has named what was submitted."""
    platform, _, number = mark.platform.partition(":")
    named = DOWNLOADED.fullmatch(mark.student)  # reports of earlier versions have the whole name of the file
    return number if platform == CANVAS else named[1] if named else ""


def _writes_commas(sheet: Sheet, about: list[list[str]]) -> bool:
    return any(re.fullmatch(r"\d+,\d+", cell.strip()) for row in [*about, *sheet.rows[1:20]] for cell in row[2:])
