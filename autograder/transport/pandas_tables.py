"""pandas objects to ``tables.Table`` and back. pandas is imported by whoever uses it, never by this module alone."""

from __future__ import annotations

import sys
from collections.abc import Callable
from typing import Any

import numpy as np

from autograder.transport.tables import MAX_CELLS, MAX_COLUMNS, MAX_ROWS, NotATable, Table, TableColumn

Cell = Callable[[Any], Any]


def is_pandas(value: object) -> bool:
    """Whether a value is a DataFrame, a Series or an Index. Never imports pandas."""
    pandas = sys.modules.get("pandas")
    kinds = tuple(kind for kind in (getattr(pandas, name, None) for name in ("DataFrame", "Series", "Index")) if isinstance(kind, type))
    return bool(kinds) and isinstance(value, kinds)


def is_array(value: object) -> bool:
    """Whether a value is an array of pandas' own: what ``unique()`` of a column of texts gives. Never imports pandas."""
    pandas = sys.modules.get("pandas")
    kind = getattr(getattr(getattr(pandas, "api", None), "extensions", None), "ExtensionArray", None)
    return isinstance(kind, type) and isinstance(value, kind)


def pack(value: Any, cell: Cell) -> Table:
    """A table of what a pandas object holds: every row, even if a label or a name occurs twice.

    Args:
        cell: makes one value of a mixed column plain.

    Raises:
        NotATable: it is too large.
    """
    pandas = sys.modules["pandas"]
    rows, columns = len(value), value.shape[1] if isinstance(value, pandas.DataFrame) else 1
    if rows > MAX_ROWS or columns > MAX_COLUMNS or rows * columns > MAX_CELLS:
        raise NotATable(f"a table of {rows:,} rows and {columns:,} columns is too large")
    if isinstance(value, pandas.Index):
        return Table("Index", (_column(_name(value.name, cell), value, cell),))
    levels = _levels(value.index, cell)
    if isinstance(value, pandas.Series):
        return Table("Series", (_column(_name(value.name, cell), value, cell),), levels)
    made = [_column(_name(name, cell), value.iloc[:, place], cell) for place, name in enumerate(value.columns.tolist())]
    return Table("DataFrame", tuple(made), levels, _levels(value.columns, cell))


def unpack(table: Table, live: Cell = lambda one: one) -> Any:
    """The pandas object that a table was made of.

    Args:
        live: makes one value of a mixed column what it was.
    """
    import pandas  # type: ignore[import-untyped]

    if table.form == "Index":
        return _index(table.columns, live)
    index = _index(table.levels, live) if table.levels else None
    if table.form == "Series":
        return pandas.Series(_values(table.columns[0], live), index=index, name=table.columns[0].name)
    values = {place: pandas.Series(_values(column, live)) for place, column in enumerate(table.columns)}
    frame = pandas.DataFrame(values, index=pandas.RangeIndex(table.rows))
    if index is not None:
        frame.index = index
    frame.columns = _index(table.header, live) if table.header else pandas.Index(table.names)
    return frame


def _levels(index: Any, cell: Cell) -> tuple[TableColumn, ...]:
    parts = [index.get_level_values(place) for place in range(index.nlevels)] if index.nlevels > 1 else [index]
    return tuple(_column(_name(part.name, cell), part, cell) for part in parts)


def _name(name: object, cell: Cell) -> Any:
    plain = name.item() if isinstance(name, np.generic) else name
    if isinstance(plain, tuple):
        return tuple(_name(part, cell) for part in plain)
    return plain if plain is None or type(plain) in (str, int, float, bool) else str(plain)[:200]


def _column(name: Any, values: Any, cell: Cell) -> TableColumn:
    """One Series or Index as a column."""
    import pandas

    dtype = values.dtype
    text = "range" if isinstance(values, pandas.RangeIndex) else str(dtype)
    if isinstance(dtype, np.dtype) and dtype.kind in "biufcmM" and dtype.itemsize <= 16:
        return TableColumn(name, text, np.array(values.to_numpy()))
    if isinstance(dtype, pandas.DatetimeTZDtype):
        return TableColumn(name, text, np.array(values.array, dtype=f"M8[{dtype.unit}]"))  # in UTC
    if isinstance(dtype, pandas.CategoricalDtype):
        categories, codes = _column(None, dtype.categories, cell), np.asarray(pandas.Categorical(values).codes)
        known = [*categories.items, None]
        return TableColumn(name, "category", [known[code] for code in codes.tolist()], None, categories, bool(dtype.ordered))
    if isinstance(dtype, pandas.SparseDtype) and dtype.subtype.kind in "biuf":
        return TableColumn(name, text, np.array(values.to_numpy()).astype(dtype.subtype))
    own = getattr(dtype, "numpy_dtype", None)
    if isinstance(own, np.dtype) and own.kind in "biuf" and dtype.na_value is pandas.NA and "[" not in text:
        missing = np.array(values.isna(), dtype=bool)
        return TableColumn(name, text, values.array.to_numpy(dtype=own, na_value=own.type(0)), missing)
    items = values.tolist()
    if isinstance(dtype, pandas.StringDtype):
        return TableColumn(name, text, [str(one) if isinstance(one, str) else None for one in items])
    if text == "object" and all(type(one) is str or (type(one) is float and one != one) for one in items):
        return TableColumn(name, text, [one if type(one) is str else None for one in items])
    return TableColumn(name, "object", [cell(one) for one in items])


def _index(levels: tuple[TableColumn, ...], live: Cell) -> Any:
    import pandas

    parts = [pandas.Index(_values(level, live), name=level.name) for level in levels]
    if len(parts) > 1:
        return pandas.MultiIndex.from_arrays(parts)
    if levels[0].dtype == "range":
        numbers = levels[0].values.tolist()
        step = numbers[1] - numbers[0] if len(numbers) > 1 else 1
        start = numbers[0] if numbers else 0
        return pandas.RangeIndex(start, start + step * len(numbers), step, name=levels[0].name)
    return parts[0]


def _values(column: TableColumn, live: Cell) -> Any:
    """What pandas makes a Series or an Index of."""
    import pandas

    dtype, values = column.dtype, column.values
    if column.categories is not None:
        categories = pandas.Index(_values(column.categories, live))
        places = {repr(item): place for place, item in enumerate(column.categories.items)}
        codes = [-1 if item is None else places[repr(item)] for item in column.items]
        return pandas.Categorical.from_codes(codes, categories=categories, ordered=column.ordered)
    if not isinstance(values, np.ndarray):
        if column.kind == "text":
            texts = np.array([np.nan if one is None else one for one in values] + [None], dtype=object)[:-1]
            return pandas.array(values, dtype=dtype) if dtype in ("str", "string") else pandas.Series(texts, dtype=object)
        mixed = np.empty(len(values), dtype=object)
        mixed[:] = [live(one) for one in values] if values else []
        return pandas.Series(mixed, dtype=object)
    if dtype.startswith("datetime64[") and "," in dtype:
        unit, _comma, zone = dtype[len("datetime64[") : -1].partition(", ")
        return pandas.Series(values.astype(f"M8[{unit}]")).dt.tz_localize("UTC").dt.tz_convert(zone).array
    if column.missing is not None:
        array = pandas.array(values, dtype=dtype)
        array[column.missing] = pandas.NA
        return array
    if dtype.startswith("Sparse["):
        return pandas.arrays.SparseArray(values, dtype=dtype)
    return values.copy() if dtype in ("range", "object") else values.astype(dtype)
