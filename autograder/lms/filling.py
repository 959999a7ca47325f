"""What Canvas and Moodle have in common: one column of a downloaded file is filled in, and everything else stays."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from autograder.core.languages import Message, message, spoken
from autograder.core.near_names import suggest
from autograder.lms.csv_sheet import Sheet
from autograder.lms.matching import Matched
from autograder.reports import wording
from autograder.reports.grades import Grade, NoTable
from autograder.reports.sanitize import one_line

SAME = 0.005  # tables keep two decimals


@dataclass
class Filled:
    """A file with marks in it, and what is to be said about it.

    Attributes:
        data: the file's new content.
        column: the header of the column that took the marks.
        written: how many marks are in it.
        open: (student, why) for marks that are not final: their cells are as they were.
        lost: (student, why) for marks without a row.
        kept: (student, why) for cells that must not be written to.
        alone: names of students in the file without a mark.
        notes: sentences worth saying.
    """

    data: bytes = b""
    column: str = ""
    written: int = 0
    open: list[tuple[str, str]] = field(default_factory=list)
    lost: list[tuple[str, str]] = field(default_factory=list)
    kept: list[tuple[str, str]] = field(default_factory=list)
    alone: list[str] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)

    @property
    def complete(self) -> bool:
        return not (self.open or self.lost or self.kept)


def write(
    sheet: Sheet,
    column: int,
    matched: Matched,
    name: int | None,
    score: Callable[[Grade], str],
    keep: Callable[[list[str]], str] = lambda row: "",
    exempt: str = "",
) -> Filled:
    """Writes scores into one column of the sheet's rows, and says what was not written.

    Args:
        score: a final mark as the column writes it.
        keep: why a row's cell must stay as it is; empty if it need not.
        exempt: what the column says of a student who needs no mark; empty where it has no word for that.
    """
    filled = Filled(column=sheet.header[column].strip())
    filled.lost = [(mark.shown, why) for mark, why in matched.lost]
    filled.alone = [sheet.cell(sheet.rows[row], name) or spoken("row {number}", number=row + 1) for row in matched.alone]
    for mark, number in matched.rows.items():
        row = sheet.rows[number]
        why = keep(row)
        if mark.exempt and exempt and not why:
            sheet.put(row, column, exempt)
            filled.written += 1
        elif not mark.final:
            filled.open.append((mark.shown, mark.reason))
        elif why:
            filled.kept.append((mark.shown, why))
        else:
            sheet.put(row, column, score(mark))
            filled.written += 1
    filled.data = sheet.data()
    return filled


def factor(most: float, column: float | None, scale: bool, where: str) -> float:
    """What a mark is multiplied by so that it fits a column of another worth.

    Args:
        most: what the marks are out of; column: what the file says the column is out of, None if it does not say.
        scale: may they differ?
        where: the column, for the message.

    Raises:
        NoTable: they differ, and scaling was not asked for.
    """
    if column is None or not most or abs(column - most) < SAME:
        return 1.0
    if not scale:
        raise NoTable(
            message(
                "{where} is out of {column}, the marks are out of {most}. Give both the same points, or scale the marks: --scale.",
                where=where, column=wording.points(column), most=wording.points(most),
            )
        )  # fmt: skip
    if column <= 0:
        raise NoTable(message("{where} is out of {column}: it cannot hold marks.", where=where, column=wording.points(column)))
    return column / most


def no_column(sheet: Sheet, wanted: str) -> Message:
    """What is said of a column that a person has named and that is not there."""
    return message("{file} has no column {column}.{near}", file=sheet.name, column=repr(one_line(wanted)), near=suggest(wanted, sheet.header))


def listed(found: Sequence[str], most: int = 8) -> str:
    """``ada, ben and 3 more``."""
    shown = ", ".join(one_line(name, 40) for name in found[:most])
    return shown + (spoken(" and {number} more", number=len(found) - most) if len(found) > most else "")
