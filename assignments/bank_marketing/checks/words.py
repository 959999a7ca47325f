"""Words that only these checks need: numbers by name, scores, thresholds, features with their target, the parts of a split, prepared rows."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from decimal import Decimal
from fractions import Fraction
from functools import reduce
from typing import Any

import numpy as np

from autograder import expect
from autograder.core.languages import authored, authored_plural, joined, message
from autograder.expectations.answer import Answer, fail_closed
from autograder.expectations.value_words import ValueWords, flat, in_words, number_text, shortened
from autograder.transport.tables import Table

SAME = 1e-4  # lets float32 answers pass; one row more or less of a few hundred makes more


@fail_closed
class NamedNumbers(ValueWords):
    """Words about a mapping or a Series from names to numbers, such as weights by class or rates by value."""

    def are(self, expected: Mapping[Any, float], what: str, hidden: bool = True, hint: str = "") -> None:
        """The answer has exactly these keys, and for each of them this number.

        Args:
            expected: key to number; what: what a key is, in messages (``class``).
            hidden: the expected number is left out of the message.
        """
        given = self._mapping(what)
        self._compares(given, dict(expected), SAME)
        missing = [key for key in expected if key not in given]
        if missing:
            said = authored(
                "{call} has no {what} {missing}; its keys are {keys}.",
                what=authored(what), missing=repr(missing[0]), keys=shortened(list(given)),
            )  # fmt: skip
            self.fail(said, ("missing", given), hint)
        for key, wanted in expected.items():
            number = _number(given[key])
            if number is None or not abs(number - wanted) <= SAME * max(1.0, abs(wanted)):
                seen = in_words(given[key]) if number is None else number_text(number)
                values = {"seen": seen, "what": authored(what), "key": repr(key)}
                said = authored("{call} gave {seen} for the {what} {key}, which is not right.", **values)
                if not hidden:
                    right = number_text(round(wanted, 4))
                    said = authored("{call} gave {seen} for the {what} {key}; expected {right}.", right=right, **values)
                self.fail(said, ("numbers", given), hint)
        extra = [key for key in given if key not in expected]
        if extra:
            said = authored("{call} has a {what} {extra}, which does not occur.", what=authored(what), extra=repr(extra[0]))
            self.fail(said, ("extra", given), hint)

    def _mapping(self, what: str) -> dict[Any, Any]:
        self._is_something()
        value = self.answer.value
        given = value.mapping if isinstance(value, Table) and value.form == "Series" else flat(value)
        if not isinstance(given, dict):
            found = authored("a {form}", form=value.form) if isinstance(value, Table) else self._kind_words()
            said = authored(
                "{call} gave {found}. Expected a mapping with a number for each {what}, such as a dict.",
                found=found, what=authored(what),
            )  # fmt: skip
            self.fail(said, ("no mapping", _plain(value)))
        return given


@fail_closed
class Scores(ValueWords):
    """Words about a precision and a recall."""

    def are(self, precision: float, recall: float, hidden: bool = True, hint: str = "") -> None:
        """Two numbers, first this precision, then this recall."""
        self._is_something()
        given = flat(self.answer.value)
        pair = given.tolist() if isinstance(given, np.ndarray) else given
        if not isinstance(pair, (list, tuple)) or len(pair) != 2 or None in (found := [_number(one) for one in pair]):
            said = authored("{call} gave {found}. Expected two numbers, (precision, recall).", found=self._kind_words())
            self.fail(said, ("no pair", given), hint)
        self._compares(found, [precision, recall], SAME)
        names = (authored("precision"), authored("recall"))
        for name, number, wanted in zip(names, found, (precision, recall), strict=True):
            if not abs(number - wanted) <= SAME:
                values = {"precision": number_text(found[0]), "recall": number_text(found[1]), "name": name}
                said = authored("{call} gave the precision {precision} and the recall {recall}, but the {name} is not right.", **values)
                if not hidden:
                    said = authored(
                        "{call} gave the precision {precision} and the recall {recall}; expected {right} for the {name}.",
                        right=number_text(round(wanted, 4)), **values,
                    )  # fmt: skip
                self.fail(said, ("scores", found), hint)


@fail_closed
class OneNumber(ValueWords):
    """Words about a single number."""

    def is_one_of(
        self,
        allowed: list[float],
        above: float | None = None,
        hidden: bool = True,
        hint: str = "",
        beside: list[Answer] | None = None,
    ) -> None:
        """The answer is one of some numbers, or, where ``above`` is given, any number above that one.

        Args:
            beside: what the function gave in the other calls of this check. They tell mistakes apart that happen to give
                the same number once.
        """
        others = [flat(one.value) for one in beside or ()]
        if others and self.answer.value is None:
            printed = message("It printed something, but print only shows a value; return gives it back.")
            said = [authored("{call} gave None; expected one number."), printed if self.answer.output.strip() else ""]
            self.fail(joined(said), ("none beside", others), hint)
        number = self._one_number(hint)
        fits = (above is not None and number > above) or any(math.isclose(number, one, rel_tol=1e-6, abs_tol=1e-9) for one in allowed)
        self._compares(number, number if fits else allowed[0] if len(allowed) == 1 and above is None else None)
        if fits:
            return
        if hidden:
            said = authored("{call} gave {number}, which is not the best.", number=number_text(number))
        else:
            words = [number_text(one) for one in allowed]
            words += [] if above is None else [authored("a number above {above}", above=number_text(above))]
            right = reduce(lambda first, second: authored("{first} or {second}", first=first, second=second), words)
            said = authored("{call} gave {number}; expected {right}.", number=number_text(number), right=right)
        self.fail(said, ("number", number, others), hint)

    def is_about(self, wanted: float, within: float = SAME, hidden: bool = True, hint: str = "") -> None:
        """The answer is this number."""
        number = self._one_number(hint)
        self._compares(number, wanted, within)
        if not abs(number - wanted) <= within:
            said = authored("{call} gave {number}, which is not right.", number=number_text(number))
            if not hidden:
                said = authored("{call} gave {number}; expected {right}.", number=number_text(number), right=number_text(wanted))
            self.fail(said, ("number", number), hint)

    def _one_number(self, hint: str) -> float:
        self._is_something()
        given = flat(self.answer.value)
        number = _number(given)
        if number is None:
            said = authored("{call} gave {found}. Expected one number.", found=self._kind_words())
            self.fail(said, ("no number", given), hint)
        return number


@fail_closed
class FeaturesAndTarget(ValueWords):
    """Words about a pair of features and a target."""

    def are(self, features: Mapping[str, Sequence[Any]], target: Sequence[int], hidden: bool = True, hint: str = "") -> None:
        """A DataFrame with these columns, in any order, and a target with these numbers."""
        table, given = expect(self.answer).items(2, "(features, target)", hint)
        table.is_a_table().has_the_rows(features, any_column_order=True, hidden=hidden, hint=hint)
        _is_target(self, given.answer.value, target, hint)


@fail_closed
class Parts(ValueWords):
    """Words about the two parts of a split whose features have a column ``customer`` with another number in each row."""

    def rows(self, hint: str = "") -> tuple[list[int], list[int]]:
        """Which customers are in the training part and in the test part, in order."""
        parts = self._parts(hint)
        found = []
        for name, (table, target) in zip(("training", "test"), parts, strict=True):
            if not isinstance(table, Table) or table.form != "DataFrame" or "customer" not in table.names:
                evidence = ("no features", name, _plain(table))
                without = authored("a table without the column 'customer'")
                text = authored(
                    "{call} gave {given} as the features of the {part} part; expected ((features, target), (features, target)), "
                    "the features as tables.",
                    given=without if getattr(table, "form", "") == "DataFrame" else _said(table), part=authored(name),
                )  # fmt: skip
                self.fail(text, evidence, hint)
            numbers = _numbers(target)
            if numbers is None or len(numbers) != table.rows:
                evidence = ("no target", name, _plain(target))
                text = authored("{call} has another number of targets than of rows in the {part} part.", part=authored(name))
                self.fail(text, evidence, hint)
            customers = table.column("customer").items
            if any(type(one) not in (int, float) or one != one for one in customers):
                odd = next(one for one in customers if type(one) not in (int, float) or one != one)
                evidence = ("no numbers", name, type(odd).__name__)
                text = authored(
                    "{call} gave {odd} in the column 'customer' of the {part} part; expected the numbers that it was given.",
                    odd=in_words(odd), part=authored(name),
                )  # fmt: skip
                self.fail(text, evidence, hint)
            found.append([int(one) for one in customers])
        return found[0], found[1]

    def targets(self, hint: str = "") -> tuple[list[float], list[float]]:
        """The targets of the training part and of the test part, in the order of their rows."""
        self.rows(hint)
        first, second = (_numbers(target) for _, target in self._parts(hint))
        return first.tolist(), second.tolist()

    def tables(self, hint: str = "") -> tuple[Table, Table]:
        """The features of both parts."""
        self.rows(hint)
        first, second = (table for table, _ in self._parts(hint))
        return first, second

    def _parts(self, hint: str) -> tuple[Any, Any]:
        self._is_something()
        words = "((train_features, train_target), (test_features, test_target))"
        both = _pair(self, self.answer.value, "", words, hint)
        first, second = (_pair(self, part, name, words, hint) for name, part in zip(("training", "test"), both, strict=True))
        return first, second


def _pair(words: ValueWords, value: Any, part: str, form: str, hint: str) -> tuple[Any, Any]:
    value = _unwrapped(value)
    if not isinstance(value, (list, tuple)) or len(value) != 2:
        said = authored("{call} gave {given}; expected the form {form}.", given=_said(value), form=form)
        if part:
            said = authored(
                "{call} gave {given} as the {part} part; expected the form {form}.",
                given=_said(value), part=authored(part), form=form,
            )  # fmt: skip
        words.fail(said, ("form", _plain(value)), hint)
    return value[0], value[1]


def _unwrapped(value: Any) -> Any:
    """What an object with content holds; the items of a named tuple."""
    content = getattr(value, "content", value)
    return tuple(content.values()) if getattr(value, "kind", "") == "named tuple" else content


def _said(value: Any) -> str:
    """What a value is, in a few words."""
    value = _unwrapped(value)
    if isinstance(value, Table):
        return authored("a {form}", form=value.form)
    if isinstance(value, (list, tuple)):
        return authored("a {kind} of {count} items", kind=type(value).__name__, count=len(value))
    return message("an array of shape {shape}", shape=value.shape) if isinstance(value, np.ndarray) else in_words(value)


def _is_target(words: ValueWords, given: Any, target: Sequence[int], hint: str) -> None:
    numbers = _numbers(given)
    if numbers is None:
        words.fail(authored("{call} gave a target that is not one number for each row."), ("no target", _plain(given)), hint)
    words._compares(numbers, np.array(target))
    if len(numbers) != len(target):
        said = authored("{call} gave a target of {count} numbers for {rows} rows.", count=len(numbers), rows=len(target))
        words.fail(said, ("target rows", len(numbers)), hint)
    if numbers.tolist() != list(target):
        wrong = next(place for place, one in enumerate(numbers.tolist()) if one != target[place])
        said = authored("{call} gave the target {number} in row {row}, which is not right.", number=f"{numbers[wrong]:g}", row=wrong)
        words.fail(said, ("target", numbers), hint)
    if numbers.dtype.kind == "b":
        words.answer.remarks.append("The target holds True and False. It works, but the page asks for 1 and 0.")


def _numbers(value: Any) -> np.ndarray | None:
    """An array of one axis: of a Series, an array, a list, or a table of one column; None for anything else."""
    found = value.numbers if isinstance(value, Table) else flat(value)
    if isinstance(found, (list, tuple)):
        found = np.array(found)
    if isinstance(found, np.ndarray) and found.ndim == 2 and found.shape[1] == 1:
        found = found[:, 0]
    return found if isinstance(found, np.ndarray) and found.ndim == 1 and found.dtype.kind in "biuf" else None


def _number(value: object) -> float | None:
    """The number that a value is; None for texts, truth values and everything that is more than one number."""
    if isinstance(value, np.ndarray) and value.size == 1:
        value = value.reshape(-1)[0].item()
    return float(value) if type(value) in (int, float, Fraction, Decimal) and not math.isnan(value) else None


def _plain(value: Any) -> Any:
    """A value as evidence."""
    if isinstance(value, Table):
        return [value.form, [repr(name) for name in value.names], value.rows, [_plain(column.items[:20]) for column in value.columns[:3]]]
    value = _unwrapped(value)
    if isinstance(value, (list, tuple)):
        return [_plain(one) for one in value[:20]]
    return value if isinstance(value, np.ndarray) or type(value) in (int, float, str, bool, type(None)) else str(type(value).__name__)


# -- prepared rows ----------------------------------------------------------------------------------------------------


class Probes:
    """Rows that show what a preparation does: each differs from the first one in a single column.

    Args:
        train: the training rows, a DataFrame.

    Attributes:
        rows: a DataFrame with the columns of ``train``. numbers, texts: the names of its columns.
        places: (column, value) to the row with this value; values: what is tried, by column.
    """

    def __init__(self, train: Any) -> None:
        self.train = train
        self.numbers = [name for name in train.columns if train[name].dtype.kind in "iuf"]
        self.texts = [name for name in train.columns if name not in self.numbers]
        first = {name: train[name].iloc[0] for name in train.columns}
        rows, self.values, self.places = [first], {}, {}
        for name in train.columns:
            values = self._numbers_to_try(name) if name in self.numbers else sorted(set(train[name]))
            self.values[name] = values
            for value in values:
                self.places[name, value] = len(rows)
                rows.append({**first, name: value})
        table = type(train)(rows)
        self.rows = table.astype({name: train[name].dtype for name in train.columns})[list(train.columns)]

    def _numbers_to_try(self, name: str) -> list[float]:
        values = self.train[name].to_numpy()
        mean, spread = values.mean(), values.std() or 1.0
        tried = [mean - 1.37 * spread, mean + 0.61 * spread, mean + 4.3 * spread]
        return [round(one) for one in tried] if values.dtype.kind in "iu" else [float(one) for one in tried]


@fail_closed
class Prepared(ValueWords):
    """Words about what ``prepare`` gave."""

    def rows(self, count: int, hint: str = "") -> np.ndarray:
        """A row of finite numbers for each of so many customers: a float array, or a table with such values."""
        self._is_something()
        value = self.answer.value
        given = value.numbers if isinstance(value, Table) else flat(value)
        if not isinstance(given, np.ndarray) or given.dtype.kind not in "fiub":
            dtype = getattr(given, "dtype", None)
            found = authored("a {form} with texts", form=value.form) if isinstance(value, Table) else self._kind_words()
            found = found if dtype is None else authored("an array of {dtype}", dtype=str(dtype))
            said = authored("{call} gave {found}; expected an array of floats.", found=found)
            self.fail(said, ("no floats", str(dtype), type(given).__name__, self.answer.type_name), hint)
        if given.ndim != 2 or len(given) != count:
            text = authored_plural(
                "{call} gave an array of shape {shape} for {count} row; expected ({count}, columns).",
                "{call} gave an array of shape {shape} for {count} rows; expected ({count}, columns).",
                count, shape=given.shape,
            )  # fmt: skip
            self.fail(text, ("shape", given.shape), hint)
        if not np.isfinite(given.astype(float)).all():
            place = [int(one) for one in np.argwhere(~np.isfinite(given.astype(float)))[0]]
            text = authored(
                "{call} gave {number} in row {row}, column {column}, which is not a finite number.",
                number=str(given[tuple(place)]), row=place[0], column=place[1],
            )  # fmt: skip
            self.fail(text, ("not finite", place, int((~np.isfinite(given.astype(float))).sum())), hint)
        return given.astype(float)

    def is_the_same(self, expected: np.ndarray, what: str, hint: str = "") -> None:
        """The rows are these; ``what`` says when."""
        given = self.rows(len(expected), hint)
        if given.shape != expected.shape:
            text = authored(
                "{call} gave {columns} columns {what}, and {others} without that.",
                columns=given.shape[1], what=authored(what), others=expected.shape[1],
            )  # fmt: skip
            self.fail(text, ("other columns", given.shape, expected.shape), hint)
        wrong = np.argwhere(np.abs(given - expected) > 1e-3 * (1 + np.abs(expected)))
        if len(wrong):
            row, column = (int(one) for one in wrong[0])
            text = authored(
                "{call} gave {number} in row {row}, column {column}, {what}; without that it gave {other}.",
                number=number_text(given[row, column]), row=row, column=column, what=authored(what), other=number_text(expected[row, column]),
            )  # fmt: skip
            self.fail(text, ("other numbers", given), hint)


def effects(prepared: np.ndarray, probes: Probes) -> dict[str, Any]:
    """What each column of the probes does to the prepared rows.

    Returns:
        For a column of numbers: "none", or (slope, value at 0) where one column depends on it along a straight line, or a
        list that says how it does not. For a column of texts: "none", "odd", or the set of the categories that have their own 0/1 column.
    """
    found: dict[str, Any] = {}
    for name in probes.train.columns:
        rows = prepared[[probes.places[name, value] for value in probes.values[name]]]
        moving = np.flatnonzero(np.ptp(rows, axis=0) > 1e-9)
        if not len(moving):
            found[name] = "none"
        elif name in probes.numbers:
            found[name] = _line(rows[:, moving], probes.values[name])
        else:
            found[name] = _flags(rows[:, moving], probes.values[name])
    return found


def _line(rows: np.ndarray, values: list[float]) -> Any:
    if rows.shape[1] != 1:
        return ["odd", rows]
    (x0, x1, x2), (y0, y1, y2) = values, rows[:, 0].tolist()
    slope = (y2 - y0) / (x2 - x0)
    if abs(y0 + slope * (x1 - x0) - y1) > 1e-3 * abs(y2 - y0):
        return ["odd", y0, y1, y2]
    return slope, y0 - slope * x0


def _flags(rows: np.ndarray, values: list[str]) -> Any:
    if not np.isin(rows, (0.0, 1.0)).all() or (rows.sum(axis=1) > 1).any() or (rows.sum(axis=0) > 1).any():
        return "odd"
    return {value for value, row in zip(values, rows, strict=True) if row.any()}


def is_standardized(line: Any, values: np.ndarray) -> bool:
    """Whether a line subtracts the mean of these numbers and divides by their standard deviation, of either kind."""
    if not isinstance(line, tuple):
        return False
    mean = values.mean()
    return any(
        math.isclose(line[0] * spread, 1, rel_tol=1e-3) and abs(line[1] + line[0] * mean) < 2e-3
        for spread in (values.std(), values.std(ddof=1))
    )


def is_wrong_arithmetic(line: Any, values: np.ndarray) -> bool:
    """Whether a line combines the right mean and standard deviation in a wrong way, as only ``prepare`` can."""
    mean, spreads = values.mean(), (values.std(), values.std(ddof=1))
    if not isinstance(line, tuple):
        return True
    for spread in spreads:
        slopes = [sign * one for sign in (1, -1) for one in (1, 1 / spread, spread)]
        starts = [0, *(sign * one for sign in (1, -1) for one in (mean, mean / spread, mean * spread, mean / spread**2))]
        for slope in slopes:
            for start in starts:
                if math.isclose(line[0], slope, rel_tol=1e-3) and abs(line[1] - start) <= 1e-3 * (1 + abs(start)):
                    return not is_standardized(line, values)
    return False
