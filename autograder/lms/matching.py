"""Whose row is it? Marks find their students in another program's table, or are said not to."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from autograder.core.languages import message
from autograder.lms.csv_sheet import Sheet, comparable
from autograder.reports.grades import Grade


@dataclass
class Matched:
    """Which row each mark belongs to.

    Attributes:
        rows: mark -> number of its row in the sheet.
        lost: (mark, why it has no row); nothing is written for these.
        alone: numbers of the students' rows that no mark belongs to.
    """

    rows: dict[Grade, int] = field(default_factory=dict)
    lost: list[tuple[Grade, str]] = field(default_factory=list)
    alone: list[int] = field(default_factory=list)


def match(
    marks: Sequence[Grade],
    sheet: Sheet,
    students: Sequence[int],
    columns: Sequence[int],
    name: int | None,
    own: Callable[[Grade], str] = lambda mark: "",
    own_column: int = 0,
) -> Matched:
    """Finds each mark's row.

    A mark's names are looked up in the columns with ids, logins and addresses. Where these find no student, the part of
    an address before the ``@`` counts, and at last the student's full name. A name that fits two students fits none:
    a mark in the wrong row is worse than none.

    Args:
        students: numbers of the rows that are students'.
        columns: numbers of the columns that hold ids, logins or addresses.
        name: number of the column with the full name, as ``First Last`` or ``Last, First``.
        own: what a mark says about the student when the program named the file itself, as ``own_column`` writes it;
            empty if it does not.
    """
    exact = _index(sheet, students, columns, comparable)
    before_at = _index(sheet, students, columns, _local)
    by_file = _index(sheet, students, [own_column], comparable)
    by_name = _index(sheet, students, [] if name is None else [name], _in_order)
    found: dict[Grade, int] = {}
    matched = Matched()
    for mark in marks:
        given = [text for text in (mark.student, *mark.also) if text]
        full = [text for text in (mark.full_name, mark.student, _spaced(mark.student)) if text]
        rows = by_file.get(comparable(own(mark)), set())
        rows = rows or set().union(*(exact.get(comparable(text), set()) for text in given))
        rows = rows or set().union(*(before_at.get(_local(text), set()) for text in given))
        rows = rows or set().union(*(by_name.get(_in_order(text), set()) for text in full))
        if len(rows) == 1:
            (found[mark],) = rows  # not pop: the set belongs to the index, where the next mark looks
        else:
            matched.lost.append((mark, message("matches several students") if rows else message("not in the file")))
    claims = list(found.values())
    for mark, row in found.items():
        if claims.count(row) == 1:
            matched.rows[mark] = row
        else:
            matched.lost.append((mark, message("one of several submissions of one student")))
    matched.alone = [row for row in students if row not in claims]
    return matched


def _index(
    sheet: Sheet, students: Sequence[int], columns: Sequence[int], form: Callable[[str], str]
) -> dict[str, set[int]]:
    found: dict[str, set[int]] = {}
    for row in students:
        for column in columns:
            text = form(sheet.cell(sheet.rows[row], column))
            if text:
                found.setdefault(text, set()).add(row)
    return found


def _local(text: str) -> str:
    return comparable(text).partition("@")[0]


def _spaced(text: str) -> str:
    return re.sub(r"[._-]+", " ", text)


def _in_order(text: str) -> str:
    """``Last, First`` and ``First Last`` become the same."""
    last, comma, first = text.partition(",")
    return comparable(f"{first} {last}" if comma else text)
