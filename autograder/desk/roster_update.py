"""The list of students gets the people of a learning platform: rows are added and numbers filled in, and nothing is taken away."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from autograder.desk.platform_people import PeopleMatch
from autograder.desk.roster import EMAILS, FIRST, IDS, LAST, NAMES, Student, students_of
from autograder.lms.csv_sheet import Sheet, comparable, parse, read_sheet
from autograder.lms.platform import KINDS, LmsUser
from autograder.reports.csv_tables import formula_free

NEW = "id,name,email,login,{} id\n"
LOGINS = ("login", "username", "user name", "sis login id")


def updated_roster(path: Path | None, kind: str, people: PeopleMatch) -> bytes:
    """The list's new content; the same bytes if nothing is new.

    Args:
        path: the list that there is; None if there is none. kind: of the platform.
        people: of the list and of the platform.
    """
    sheet = parse(NEW.format(kind).encode(), "roster.csv") if path is None else read_sheet(path)
    column = _column(sheet, f"{kind} id")
    if not (people.users or people.new):
        return sheet.data()
    listed = students_of(sheet)
    missing = [(row, user) for row, student in listed if (user := people.users.get(student.key)) and not student.number_on(kind)]
    known = {student.key for _row, student in listed}
    new = [*people.new, *(user for key, user in people.users.items() if key not in known)]
    if column is None and (missing or new):
        column = len(sheet.header)
        sheet.put(sheet.header, column, f"{kind} id")
    for row, user in missing:
        assert column is not None
        sheet.put(row, column, user.number)
    for user in sorted(new, key=lambda one: one.name.casefold()):
        assert column is not None
        _add(sheet, user, column, known)
    return sheet.data()


def noted(kind: str, students: Sequence[Student], people: PeopleMatch) -> list[Student]:
    """Students of the list whose number will be filled in."""
    return [one for one in students if one.key in people.users and not one.number_on(kind)]


def _add(sheet: Sheet, user: LmsUser, column: int, known: set[str]) -> None:
    """Adds a row; the first id that no other student has is the student's id in the course from now on."""
    if sheet.ends and not sheet.ends[-1]:
        sheet.ends[-1] = "\n"
    row: list[str] = []
    sheet.rows.append(row)
    sheet.raw.append([])
    sheet.ends.append(sheet.ends[-1] if sheet.ends else "\n")
    name = user.name or user.email or user.login or f"User {user.number}"
    first, _, last = name.rpartition(" ")
    first_choice = [user.number] if _is_ours(sheet) else [*user.ids, user.login, user.email, user.number]
    key = next(text for text in [*first_choice, f"user {user.number}"] if text and text not in known)
    cells = {NAMES: name, FIRST: first or name, LAST: last if first else "", EMAILS: user.email, LOGINS: user.login}
    has_key = False
    for place, title in enumerate(map(comparable, sheet.header)):
        text = next((text for titles, text in cells.items() if title in titles), "")
        if title in IDS and title not in LOGINS and not has_key:
            text, has_key = key, True
        sheet.put(row, place, formula_free(text))
    sheet.put(row, column, user.number)
    known.add(key)


def _is_ours(sheet: Sheet) -> bool:
    """Whether the kit has made this list, in which the platform's number is the id."""
    return ",".join(map(comparable, sheet.header)) in {NEW.format(kind).strip() for kind in KINDS}


def _column(sheet: Sheet, title: str) -> int | None:
    return next((place for place, cell in enumerate(sheet.header) if comparable(cell) == title), None)
