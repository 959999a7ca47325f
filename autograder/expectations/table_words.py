"""Words about tables: columns, rows, types, and what is in them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np

from autograder.core.languages import message, plural
from autograder.expectations.answer import Answer, fail_closed
from autograder.expectations.nearness import is_near
from autograder.expectations.value_words import KINDS, TOLERANCE, ValueWords, as_evidence, flat, shortened
from autograder.transport import pandas_tables
from autograder.transport.tables import Table

MOST_PAIRS = 4_000_000  # rows that are compared with one another where the order is free


@fail_closed
class TableWords(ValueWords):
    """What can be said about a DataFrame. Its index may be anything. ``expect(answer).item(name)`` is about one column."""

    def __init__(self, answer: Answer) -> None:
        super().__init__(answer)
        self._is_something()
        if self._given is None:
            self.fail(message(
                "{call} gave {kind_words}; expected a DataFrame.",
                kind_words=self._kind_words(),
            ), ("no table", answer.type_name, as_evidence(flat(answer.value))))

    def has_columns(self, names: Sequence[Any], any_order: bool = False, hint: str = "") -> None:
        """The table has exactly these columns."""
        given, wanted = self._table.names, list(names)
        missing, extra = [name for name in wanted if name not in given], [name for name in given if name not in wanted]
        twice = [name for name in given if given.count(name) > 1]
        evidence = ("columns", [str(name) for name in given[:50]])
        if missing:
            self.fail(message("{call} has no column {missing}; its columns are {shortened}.", missing=repr(missing[0]), shortened=shortened(given)), evidence, hint)
        if extra:
            self.fail(message(
                "{call} has a column {extra} too many; expected the columns {shortened}.",
                extra=repr(extra[0]), shortened=shortened(wanted),
            ), evidence, hint)
        if twice:
            self.fail(message("{call} has the column {twice} more than once.", twice=repr(twice[0])), evidence, hint)
        if not any_order and given != wanted:
            self.fail(message(
                "{call} has the columns {columns}; expected the order {wanted}.",
                columns=shortened(given), wanted=shortened(wanted),
            ), evidence, hint)

    def has_rows(self, count: int, hint: str = "") -> None:
        """The table has so many rows."""
        if self._table.rows != count:
            self.fail(plural("{call} gave {count:,} row; expected {wanted:,}.", "{call} gave {count:,} rows; expected {wanted:,}.", self._table.rows, wanted=count), ("rows", self._table.rows), hint)

    def has_types(self, types: Mapping[Any, str], hint: str = "") -> None:
        """Each of these columns holds what is said of it.

        Args:
            types: a column's name to ``numbers``, ``whole numbers``, ``truth values``, ``text``, ``dates`` or ``durations``. Whole
                numbers are numbers, too; a category counts as what its values are.
        """
        for name, wanted in types.items():
            given = self._kind_of(name, hint)
            if given != wanted and not (wanted == "numbers" and given == "whole numbers"):
                self.fail(message(
                    "{call} gave {given} in the column {name}; expected {wanted}.",
                    given=KINDS.get(given, given), name=repr(name), wanted=KINDS.get(wanted, wanted),
                ), ("types", str(name), given), hint)

    def has_the_rows(
        self,
        expected: Any,
        any_order: bool = False,
        any_column_order: bool = False,
        within: float = TOLERANCE,
        hidden: bool = True,
        hint: str = "",
    ) -> None:
        """The table has these columns and rows; numbers may be ``within`` away, and what is missing is missing in both.

        Args:
            expected: a DataFrame, or a mapping from a column's name to its values.
            any_order, any_column_order: the rows, the columns, may be in another order.
            hidden: the expected values are left out of the message.
        """
        wanted = _columns(expected)
        self.has_columns(list(wanted), any_column_order, hint)
        rows = len(next(iter(wanted.values()), ()))
        self.has_rows(rows, hint)
        given = {name: _plain(self._table.column(name).items) for name in wanted}
        if any_order:
            self._same_rows(given, wanted, within, hidden, hint)
            return
        for name, values in wanted.items():
            self._compares(given[name], values, within)
            wrong = [place for place, pair in enumerate(zip(given[name], values, strict=True)) if not _near(*pair, within)]
            if wrong:
                place = wrong[0]
                evidence = ("values", str(name), len(wrong), place, as_evidence(given[name][:20]))
                more = message(" ({number} of {rows} rows are off)", number=len(wrong), rows=rows) if rows > 1 else ""
                self.fail(message("{call} gave {cell}{more}.", cell=self._cell(given[name][place], values[place], hidden, name, place), more=more), evidence, hint)

    def _same_rows(self, given: dict[Any, list[Any]], wanted: dict[Any, list[Any]], within: float, hidden: bool, hint: str) -> None:
        left = list(zip(*(wanted[name] for name in wanted), strict=True))
        if len(left) ** 2 > MOST_PAIRS:
            raise RuntimeError(f"a check compares {len(left):,} rows in any order; that takes too long")
        for place, row in enumerate(zip(*(given[name] for name in wanted), strict=True)):
            fitting = next((other for other in left if all(_near(one, two, within) for one, two in zip(row, other, strict=True))), None)
            if fitting is None:
                more = "" if hidden else message("; of the expected rows, {shortened} is left", shortened=shortened(left[0]))
                self.fail(message(
                    "{call} has {shortened} in row {place}, which is not among the expected rows{more}.",
                    shortened=shortened(row), place=place, more=more,
                ), ("other row", as_evidence(list(row))), hint)
            left.remove(fitting)

    def _cell(self, one: Any, other: Any, hidden: bool, name: Any, place: int) -> str:
        kind = message(", a text,") if isinstance(one, str) and not isinstance(other, str) else ""
        shown = message("nothing") if _is_missing(one) else repr(one)
        right = message(", which is not right") if hidden else message("; expected {wanted}", wanted=message("nothing") if _is_missing(other) else repr(other))
        return message("{shown}{kind} in the column {name}, row {place}{right}", shown=shown, kind=kind, name=repr(name), place=place, right=right)

    def _kind_of(self, name: Any, hint: str) -> str:
        if name not in self._table.names:
            self.fail(message(
                "{call} has no column {name}; its columns are {shortened}.",
                name=repr(name), shortened=shortened(self._table.names),
            ), ("columns", str(name)), hint)
        column = self._table.column(name)
        return (column.categories or column).kind

    @property
    def _given(self) -> Table | None:
        value = self.answer.value
        return value if isinstance(value, Table) and value.form == "DataFrame" else None

    @property
    def _table(self) -> Table:
        assert self._given is not None
        return self._given


def _columns(expected: Any) -> dict[Any, list[Any]]:
    """What is expected of each column, as plain values.

    Raises:
        RuntimeError: the columns have different lengths, which is a fault of the check.
    """
    if pandas_tables.is_pandas(expected):
        table = pandas_tables.pack(expected, lambda item: item)
        return {column.name: _plain(column.items) for column in table.columns}
    columns = {name: _plain(list(values)) for name, values in expected.items()}
    if len(sizes := {len(values) for values in columns.values()}) > 1:
        raise RuntimeError(f"a check expects columns of {', '.join(map(str, sorted(sizes)))} rows in one table")
    return columns


def _plain(items: list[Any]) -> list[Any]:
    return [one.item() if isinstance(one, np.generic) and one.dtype.kind in "biuf" else flat(one) for one in items]


def _is_missing(value: Any) -> bool:
    if isinstance(value, (np.datetime64, np.timedelta64)):
        return bool(np.isnat(value))
    return value is None or (type(value) is float and value != value)


def _near(one: Any, other: Any, within: float) -> bool:
    if _is_missing(one) or _is_missing(other):
        return _is_missing(one) and _is_missing(other)
    if isinstance(one, (np.datetime64, np.timedelta64)) and isinstance(other, (np.datetime64, np.timedelta64)):
        return bool(one == other)
    return is_near(one, other, within)
