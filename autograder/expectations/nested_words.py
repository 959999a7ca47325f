"""Words about values that hold others, and about single values: one item, nearly equal inside, one of several, of a type."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, NoReturn, Self

import numpy as np

from autograder.core.languages import authored, message, plural, with_or
from autograder.expectations.answer import Answer, fail_closed
from autograder.expectations.nearness import Difference, difference
from autograder.expectations.value_words import (
    TOLERANCE,
    ValueWords,
    as_evidence,
    flat,
    in_words,
    shortened,
    without_numpy,
)
from autograder.transport.tables import Table
from autograder.transport.wire import Described

FLOATS = message("The answer is right, but its numbers are floats. These are whole numbers: use int.")
TRUTHS = message("The answer is right, but it contains True and False. The exercise asks for 1 and 0.")


@fail_closed
class NestedWords(ValueWords):
    """What can be said about the parts of an answer, and about its type."""

    def item(self, key: Any, hint: str = "") -> Self:
        """One item of a tuple, list, array, mapping, Series, or a column of a DataFrame, by place or by key; gives the words about it.

        ``expect(answer).item(0).answer`` can be passed to another function of the page, as a whole answer can.
        """
        self._is_something()
        key = without_numpy(key)
        found = _item(self.answer.value, key) or self._lacks(key, hint)
        return type(self)(self.answer.part(key, found[0]))

    def items(self, count: int, form: str = "", hint: str = "") -> list[Self]:
        """The answer is a tuple or a list of so many items; gives the words about each.

        Args:
            form: how the description writes it, for messages: ``(features, target)``.
        """
        self._is_something()
        given = _sequence(self.answer.value)
        if given is None or len(given) != count:
            what = self._kind_words() if given is None else _many_items(len(given))
            wanted = form or _many_items(count)
            self.fail(message(
                "{call} gave {what}; expected {wanted}.",
                what=authored(what), wanted=wanted,
            ), ("items", self.answer.kind, None if given is None else len(given)), hint)
        return [self.item(place) for place in range(count)]

    def holds(
        self, expected: object, within: float = TOLERANCE, hidden: bool = True, hint: str = "", beside: Sequence[Answer] = ()
    ) -> None:
        """The answer is this value, also inside: numbers at most ``within`` away, NaN where NaN is expected, exactly these keys.

        Args:
            expected: plain values, lists, tuples, mappings, arrays. A list, a tuple and an array count as what they hold.
            hidden: the expected value is left out of the message.
            beside: what the function gave in all calls of this check. They tell mistakes apart that happen to give the same once,
                as one small number can.
        """
        self._is_something()
        given, expected = flat(self.answer.value), without_numpy(expected)
        self._compares(given, expected, within)
        found = difference(given, expected, within)
        if found is not None:
            others = [[as_evidence(flat(one.value)), type(one.error).__name__ if one.error else ""] for one in beside]
            self.fail(_in_words(found, hidden), ("holds", found.what, as_evidence(given), *([others] if others else [])), hint)

    def is_one_of(self, allowed: Sequence[object], within: float = TOLERANCE, hidden: bool = True, hint: str = "") -> None:
        """The answer is one of these values; numbers may be ``within`` away."""
        self._is_something()
        given, allowed = flat(self.answer.value), without_numpy(list(allowed))
        if all(difference(given, one, within) is not None for one in allowed):
            wanted = message("; expected {wanted}", wanted=with_or([shortened(one) for one in allowed]))
            right = message(", which is not right") if hidden else wanted
            self.fail(message("{call} gave {given}{right}.", given=in_words(given), right=right), as_evidence(given), hint)

    def has_type(self, *kinds: type, hint: str = "") -> None:
        """The answer is of one of these types of Python's: ``int``, ``str``, ``dict`` …; a number of NumPy's counts as Python's."""
        self._is_something()
        if not _is_of(self.answer.value, kinds):
            wanted = with_or([kind.__name__ for kind in kinds])
            self.fail(message("{call} gave {kind_words}; expected {wanted}.", kind_words=self._kind_words(), wanted=wanted), ("type", self.answer.type_name), hint)

    def has_whole_numbers(self, hint: str = "") -> None:
        """The answer is a whole number, or holds nothing else; whole floats and truth values get a remark."""
        self._is_something()
        value = self.answer.value
        given = np.asarray(value.numbers if isinstance(value, Table) else _leaves(flat(value)))
        if given.dtype.kind not in "biuf":
            self.fail(message("{call} gave {kind_words}; expected whole numbers.", kind_words=self._kind_words()), ("no numbers", self.answer.type_name), hint)
        if given.dtype.kind == "f" and not (np.isfinite(given) & (given == np.round(given))).all():
            first = given[~(np.isfinite(given) & (given == np.round(given)))].ravel()[0].item()
            self.fail(message("{call} gave {first:g}, which is not a whole number.", first=first), ("not whole", given), hint)
        if given.dtype.kind in "fb":
            self.answer.remarks.append(FLOATS if given.dtype.kind == "f" else TRUTHS)

    def _lacks(self, key: Any, hint: str) -> NoReturn:
        given = self.answer.value
        names = given.names if isinstance(given, Table) and given.form == "DataFrame" else flat(given)
        if isinstance(names, dict):
            what = message("{call} has no key {key}; its keys are {shortened}.", key=repr(key), shortened=shortened(list(names)))
        elif isinstance(given, Table) and given.form == "DataFrame":
            what = message("{call} has no column {key}; its columns are {shortened}.", key=repr(key), shortened=shortened(names))
        elif (items := _sequence(names)) is not None:
            what = message("{call} gave {many}, and so no item {key}.", many=_many_items(len(items)), key=repr(key))
        else:
            what = message("{call} gave {kind_words}, which has no item {key}.", kind_words=self._kind_words(), key=repr(key))
        self.fail(what, ("no item", key, self.answer.kind), hint)


def _is_of(value: Any, kinds: tuple[type, ...]) -> bool:
    """Whether a value was of one of these types before it became plain: a set and a generator are no list."""
    names = {kind.__name__ for kind in kinds}
    if isinstance(value, Table):
        return value.form in names
    if isinstance(value, Described) and value.kind in ("sequence", "dataclass", "enum", "path"):
        own = "Path" if value.kind == "path" else "ndarray" if value.type_name.startswith("array of ") else value.type_name
        return own in names
    return type(flat(value)) in kinds


def _item(value: Any, key: Any) -> tuple[Any] | None:
    """The item, still in its wrappings, in a tuple; None if there is none."""
    if isinstance(value, Table):
        return _of_table(value, key)
    if isinstance(value, Described) and value.kind in ("mapping", "dataclass", "named tuple", "sequence", "array"):
        content: Any = value.content
        if value.kind == "named tuple" and type(key) is int:
            content = list(content.values())
        return _item(content, key)
    if isinstance(value, dict):
        return (value[key],) if key in value else None
    if isinstance(value, (list, tuple)) or (isinstance(value, np.ndarray) and value.ndim):
        return (_plain(value[key]),) if type(key) is int and -len(value) <= key < len(value) else None
    return None


def _plain(item: Any) -> Any:
    """An item of an array as the exact value that a description may hold."""
    if isinstance(item, np.generic):
        return item.item() if item.dtype.kind in "biufU" else np.asarray(item)
    return item


def _of_table(table: Table, key: Any) -> tuple[Any] | None:
    if table.form == "DataFrame":
        return (table.series(key),) if key in table.names else None
    if table.form == "Series":
        return _item(table.mapping or {}, key)
    return _item(table.columns[0].items, key)


def _sequence(value: Any) -> list[Any] | tuple[Any, ...] | np.ndarray | None:
    if isinstance(value, Described) and value.kind == "named tuple":
        value = list(value.content.values())  # type: ignore[attr-defined]
    if isinstance(value, Described) and value.kind in ("sequence", "array"):
        value = value.content
    return value if isinstance(value, (list, tuple)) or (isinstance(value, np.ndarray) and value.ndim) else None


def _leaves(value: Any) -> Any:
    """What nested lists hold, whatever their lengths, in one list; another value as it is."""
    if not isinstance(value, (list, tuple)):
        return value
    found: list[Any] = []
    for item in value:
        leaves = _leaves(item)
        found += leaves.ravel().tolist() if isinstance(leaves, np.ndarray) else leaves if isinstance(leaves, list) else [leaves]
    return found


def _many_items(count: int) -> str:
    return plural("{count} item", "{count} items", count)


def _in_words(found: Difference, hidden: bool) -> str:
    """A difference as a sentence; the expected value only where it may be seen. Keys and lengths are no secret."""
    if found.what == "missing":
        return message("{call} has no {expected}{at}; its keys are {shortened}.", expected=repr(found.expected), at=found.at, shortened=shortened(found.given))
    if found.what == "extra":
        return message("{call} has the key {given}{at}, which is not expected.", given=repr(found.given), at=found.at)
    if found.what == "length":
        return message("{call} gave {many}{at}; expected {number}.", many=_many_items(len(found.given)), at=found.at, number=len(found.expected))
    if found.what == "kind" and not isinstance(found.expected, str):
        wanted = (
            message("a mapping")
            if isinstance(found.expected, Mapping)
            else _many_items(len(found.expected))
            if hasattr(found.expected, "__len__")
            else message("a single value")
        )
        return message("{call} gave {in_words}{at}; expected {wanted}.", in_words=in_words(found.given), at=found.at, wanted=wanted)
    right = message(", which is not right") if hidden else message("; expected {shortened}", shortened=shortened(found.expected))
    return message("{call} gave {in_words}{at}{right}.", in_words=in_words(found.given), at=found.at, right=right)
