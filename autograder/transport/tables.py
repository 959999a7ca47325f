"""Tables as plain data: what a DataFrame, a Series or an Index holds, without pandas.

A column of texts travels as its different texts and a number for each row, so that a long table stays a short message.
What arrives is checked in every length before it is used.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

import numpy as np

MAX_ROWS = 2_000_000
MAX_COLUMNS = 5_000
MAX_CELLS = 5_000_000  # rows times columns
MOST_VALUES = 4 * MAX_CELLS  # with the labels of rows and columns
MISSING = -1  # the number of a text that is not there
FORMS = {"DataFrame": "table", "Series": "series", "Index": "index"}
DTYPE = re.compile(
    r"u?int(8|16|32|64)|U?Int(8|16|32|64)|float(16|32|64)|Float(32|64)|bool(ean)?|complex(64|128)|object|str|string|category|range"
    r"|datetime64\[(s|ms|us|ns)(, [A-Za-z][A-Za-z0-9_+:/-]{0,39})?\]|timedelta64\[(s|ms|us|ns)\]|Sparse\[(u?int|float|bool)\d*, \S{1,30}\]"
)
WORDS = {"b": "truth values", "i": "whole numbers", "u": "whole numbers", "f": "numbers", "c": "complex numbers", "M": "dates", "m": "durations"}


class NotATable(ValueError):
    """The parts do not make a table, or one that is too large."""


@dataclass(frozen=True, eq=False)
class TableColumn:
    """One column of a table, or one level of its index.

    Attributes:
        name: what pandas calls it; None without a name.
        dtype: as pandas names it: ``int64``, ``str``, ``category``, ``datetime64[ns]``, ``Int64``, ``Sparse[float64, nan]`` …
        values: an array of numbers, truth values, dates or durations; a list of texts, None where one is missing; or a list of
            plain values. Of a category: what each row says.
        missing: an array of truth values where the dtype has no number for "missing" (``Int64``), else None.
        categories: of a category, all that there are, in order; ordered: whether the order counts.
    """

    name: Any
    dtype: str
    values: Any
    missing: np.ndarray | None = None
    categories: TableColumn | None = None
    ordered: bool = False

    def __len__(self) -> int:
        return len(self.values)

    @property
    def kind(self) -> str:
        """In words: ``whole numbers``, ``numbers``, ``truth values``, ``text``, ``dates``, ``durations`` or ``mixed values``."""
        if isinstance(self.values, np.ndarray):
            return WORDS[self.values.dtype.kind]
        return "text" if all(one is None or type(one) is str for one in self.values) else "mixed values"

    @property
    def items(self) -> list[Any]:
        """The values as plain Python values, None where one is missing. Dates stay NumPy's."""
        if not isinstance(self.values, np.ndarray):
            return list(self.values)
        found: list[Any] = list(self.values) if self.values.dtype.kind in "mM" else self.values.tolist()
        return found if self.missing is None else [None if gone else one for one, gone in zip(found, self.missing, strict=True)]


@dataclass(frozen=True, eq=False)
class Table:
    """What a DataFrame, a Series or an Index holds, as plain data.

    Attributes:
        form: ``DataFrame``, ``Series`` or ``Index``.
        columns: in order. A Series and an Index have one.
        levels: the labels of the rows: one column, or several for a MultiIndex; none for an Index.
        header: of a DataFrame, the labels of its columns, in the same form.

    Example:
        >>> table = Table("DataFrame", (TableColumn("age", "int64", np.array([58, 33])),), (TableColumn(None, "range", np.arange(2)),))
        >>> table.names, table.rows, table.column("age").values.tolist()
        (['age'], 2, [58, 33])
    """

    form: str
    columns: tuple[TableColumn, ...]
    levels: tuple[TableColumn, ...] = ()
    header: tuple[TableColumn, ...] = ()

    @property
    def rows(self) -> int:
        """How many rows there are."""
        return len((*self.columns, *self.levels)[0]) if self.columns or self.levels else 0

    @property
    def names(self) -> list[Any]:
        """The columns' names, in order. Two columns may have the same."""
        return [column.name for column in self.columns]

    @property
    def index(self) -> list[Any]:
        """The label of each row; a tuple where the index has several levels."""
        return self.levels[0].items if len(self.levels) == 1 else list(zip(*(level.items for level in self.levels), strict=True))

    def column(self, name: object) -> TableColumn:
        """The first column of this name.

        Raises:
            KeyError: there is none.
        """
        for column in self.columns:
            if type(column.name) is type(name) and column.name == name:
                return column
        raise KeyError(name)

    def series(self, name: object) -> Table:
        """One column of a DataFrame as a Series with the same index.

        Raises:
            KeyError: there is none.
        """
        return Table("Series", (self.column(name),), self.levels)

    @property
    def mapping(self) -> dict[Any, Any] | None:
        """Of a Series: label -> value. None where a label occurs twice, or cannot be a key."""
        try:
            found = dict(zip(self.index, self.columns[0].items, strict=True))
        except TypeError:
            return None
        return found if len(found) == self.rows else None

    @property
    def numbers(self) -> np.ndarray | None:
        """All values as one array, shape (rows, columns), or (rows,) of a Series; None where one column holds no numbers."""
        arrays = [column.values for column in self.columns if isinstance(column.values, np.ndarray) and column.values.dtype.kind in "biuf"]
        if len(arrays) != len(self.columns) or any(column.missing is not None and column.missing.any() for column in self.columns):
            return None
        if self.form != "DataFrame":
            return arrays[0]
        return np.column_stack(arrays) if arrays else np.zeros((self.rows, 0))

    def to_pandas(self) -> Any:
        """The DataFrame, Series or Index itself. Imports pandas.

        Raises:
            NotATable: pandas makes nothing of it: it was not made of a table.
        """
        import pandas  # type: ignore[import-untyped] # noqa: F401  # that it is missing is another fault

        from autograder.transport.pandas_tables import unpack

        try:
            return unpack(self)
        except Exception as error:
            raise NotATable(f"not a table of pandas': {type(error).__name__}: {str(error)[:200]}") from error

    def __repr__(self) -> str:
        """Short: it is part of messages."""
        if self.form != "DataFrame":
            return f"{self.form} of {self.rows:,} {self.columns[0].kind}"
        return f"DataFrame of {self.rows:,} rows, columns {self.names[:20]}"


def to_plain(table: Table) -> dict[str, Any]:
    """Lists, arrays and texts that ``from_plain`` makes the same table of.

    Raises:
        NotATable: it is too large for a message.
    """
    _check_size(table.rows, len(table.columns))
    parts = {name: [_column_to_plain(one) for one in getattr(table, name)] for name in ("columns", "levels", "header")}
    return {"form": table.form, **parts}


def from_plain(plain: Any) -> Table:
    """The inverse of ``to_plain``, for data that is not checked yet.

    Raises:
        NotATable: lengths, types or names that make no table.
    """
    if type(plain) is not dict or plain.keys() != {"form", "columns", "levels", "header"} or plain["form"] not in FORMS:
        raise NotATable("a table without its parts")
    columns, levels, header = (plain[name] for name in ("columns", "levels", "header"))
    if any(type(part) is not list or len(part) > MAX_COLUMNS for part in (columns, levels, header)) or len(levels) > 20 or len(header) > 20:
        raise NotATable("a table with too many columns")
    if (plain["form"] != "DataFrame") != (len(columns) == 1 and not header) and plain["form"] != "DataFrame":
        raise NotATable("a series has one column")
    if sum(map(_length, (*columns, *levels, *header))) > MOST_VALUES:
        raise NotATable("a table with too many values")
    found = [tuple(map(_column_from_plain, part)) for part in (columns, levels, header)]
    table = Table(plain["form"], *found)
    if any(len(one) != table.rows for one in (*table.columns, *table.levels)):
        raise NotATable("a table whose columns have different lengths")
    if any(len(one) != len(table.columns) for one in table.header):
        raise NotATable("a table whose header has another length")
    _check_size(table.rows, len(table.columns))
    return table


def text_codes(texts: Iterable[str | None]) -> tuple[np.ndarray, list[str]]:
    """A number for each text, and the different texts; ``MISSING`` where there is None."""
    known: dict[str, int] = {}
    codes = [MISSING if text is None else known.setdefault(text, len(known)) for text in texts]
    return np.array(codes, np.int32), list(known)


def texts_of(codes: Any, texts: Any) -> list[str | None]:
    """The inverse of ``text_codes``, for data that is not checked yet.

    Raises:
        NotATable: a number without a text.
    """
    if not isinstance(codes, np.ndarray) or codes.dtype != np.int32 or codes.ndim != 1 or len(codes) > MAX_ROWS:
        raise NotATable("texts without numbers")
    if type(texts) is not list or any(type(text) is not str for text in texts):
        raise NotATable("texts that are none")
    if len(codes) and not MISSING <= codes.min() <= codes.max() < len(texts):
        raise NotATable("a number without a text")
    known = [*texts, None]
    return [known[code] for code in codes.tolist()]


def _column_to_plain(column: TableColumn) -> dict[str, Any]:
    plain: dict[str, Any] = {"name": column.name, "dtype": column.dtype, "missing": column.missing}
    if column.categories is not None:
        places = {_place(item): place for place, item in enumerate(column.categories.items)}
        codes = np.array([MISSING if item is None else places[_place(item)] for item in column.items], np.int32)
        return {**plain, "codes": codes, "categories": _column_to_plain(column.categories), "ordered": column.ordered}
    if isinstance(column.values, np.ndarray):
        return {**plain, "array": column.values}
    if column.kind == "text":
        codes, texts = text_codes(column.values)
        return {**plain, "codes": codes, "texts": texts}
    return {**plain, "list": list(column.values)}


def _place(item: Any) -> Any:
    return item if type(item) in (str, int, float, bool) else repr(item)


def _length(plain: Any) -> int:
    """How many values a column announces, before any is made."""
    if type(plain) is not dict:
        return 0
    return sum(one.size if isinstance(one, np.ndarray) else len(one) for one in map(plain.get, ("codes", "array", "list")) if isinstance(one, (list, np.ndarray)))


def _is_name(name: Any) -> bool:
    return all(map(_is_name, name)) if type(name) is tuple else name is None or type(name) in (str, int, float, bool)


def _column_from_plain(plain: Any, depth: int = 0) -> TableColumn:
    if type(plain) is not dict or not {"name", "dtype", "missing"} <= plain.keys() or depth > 1:
        raise NotATable("a column without its parts")
    dtype, missing = plain["dtype"], plain["missing"]
    if not _is_name(plain["name"]):
        raise NotATable("a column whose name is none")
    if type(dtype) is not str or not DTYPE.fullmatch(dtype):
        raise NotATable("a column of an unknown type")
    categories, values = None, None
    if "categories" in plain and depth == 0:
        categories = _column_from_plain(plain["categories"], 1)
        values = _chosen(plain["codes"], categories)
    elif "array" in plain:
        values = plain["array"]
        if not isinstance(values, np.ndarray) or values.ndim != 1 or values.dtype.kind not in WORDS:
            raise NotATable("a column that is not an array of one axis")
    elif "codes" in plain:
        values = texts_of(plain["codes"], plain.get("texts"))
    elif type(plain.get("list")) is list:
        values = plain["list"]
    else:
        raise NotATable("a column without values")
    if missing is not None and (not isinstance(missing, np.ndarray) or missing.dtype != bool or missing.shape != (len(values),)):
        raise NotATable("a column with another number of missing values")
    return TableColumn(plain["name"], dtype, values, missing, categories, plain.get("ordered") is True)


def _chosen(codes: Any, categories: TableColumn) -> list[Any]:
    """What each row of a category says."""
    if not isinstance(codes, np.ndarray) or codes.dtype != np.int32 or codes.ndim != 1 or len(codes) > MAX_ROWS:
        raise NotATable("a category without numbers")
    if len(codes) and not MISSING <= codes.min() <= codes.max() < len(categories):
        raise NotATable("a number without a category")
    known = [*categories.items, None]
    return [known[code] for code in codes.tolist()]


def _check_size(rows: int, columns: int) -> None:
    if rows > MAX_ROWS or columns > MAX_COLUMNS or rows * max(columns, 1) > MAX_CELLS:
        raise NotATable(f"a table of {rows:,} rows and {columns:,} columns is too large")
