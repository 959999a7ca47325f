"""Words about numbers and arrays of numbers."""

from __future__ import annotations

import math
import re
from typing import Any

import numpy as np

from autograder.core.languages import authored, joined, message, plural
from autograder.expectations.answer import fail_closed
from autograder.expectations.value_words import TOLERANCE, ValueWords, as_number, flat, number_text, shortened
from autograder.transport.tables import Table
from autograder.transport.wire import Described

OBJECTS_IN = re.compile(r"array of object with shape \(([\d, ]{1,100})\)")


@fail_closed
class ArrayWords(ValueWords):
    """What can be said about an array, or about a number."""

    def is_an_array(self, hint: str = "") -> None:
        """The answer is an array of NumPy's, not something else that holds the same numbers."""
        given = self._array()
        name = self.answer.type_name
        if self.answer.kind != "ndarray" and name.rpartition(".")[2] not in ("ndarray", "MaskedArray"):
            self.fail(
                message("{call} gave a {name}. The page continues with a NumPy array, which has methods such as min and max.", name=name),
                ("kind", name),
                hint,
            )
        if given.dtype.kind != "f":
            kind = message("truth values") if given.dtype.kind == "b" else message("whole numbers")
            self.fail(message("{call} gave {kind} (of type {dtype}); expected floats.", kind=kind, dtype=given.dtype), ("dtype", kind), hint)

    def has_shape(self, shape: tuple[int | None, ...], axes: tuple[str, ...] = (), hint: str = "") -> None:
        """The answer is an array of numbers of this shape; None stands for any length. ``axes`` names them, for messages."""
        given = self._array()
        if _fits(given.shape, (1, *shape)) and self._is_wrapped():
            self.fail(
                message("{call} gave a tuple that contains the array; expected only the array."),
                ("tuple of", given),
                message("Is there a comma after what you return? A comma makes a tuple."),
            )
        if not shape and given.shape:
            self.fail(message("{call} gave {kind_words}; expected a single number.", kind_words=self._kind_words()), given, hint)
        if not _fits(given.shape, shape):
            names = message(" ({axes})", axes=joined(map(authored, axes), ", ")) if axes else ""
            what = message("shape {shape}", shape=given.shape) if given.shape else message("a single number, {item}", item=number_text(given.item()))
            self.fail(message(
                "{call} gave {what}; expected shape {wanted}{names}.",
                what=authored(what), wanted=_shape(shape), names=names,
            ), given, hint)

    def is_close_to(
        self,
        expected: object,
        axes: tuple[str, ...] = (),
        within: float = TOLERANCE,
        hidden: bool = True,
        hint: str = "",
    ) -> None:
        """The answer is an array of numbers, each at most ``within`` away from the expected one; NaN exactly where NaN is expected.

        Args:
            expected: nested lists or an array.
            hidden: the expected number is left out of the message.
        """
        wanted = np.asarray(expected, dtype=np.float64)
        self._compares(self._array(single=not wanted.ndim), wanted, within)
        self.has_shape(wanted.shape, axes, hint)
        given = self._array().astype(np.float64)
        self._is_finite(np.where(np.isfinite(wanted), given, 0.0), hint, axes)
        with np.errstate(invalid="ignore"):
            right = (np.abs(given - wanted) <= within) | (given == wanted) | (np.isnan(given) & np.isnan(wanted))
        wrong = np.argwhere(~right)
        if len(wrong):
            place = tuple(int(index) for index in wrong[0])
            more = "" if hidden else message("; expected {wanted}", wanted=number_text(wanted[place]))
            share = message(" ({number} of {size} numbers are off)", number=len(wrong), size=given.size) if given.size > 1 else ""
            what = number_text(self._array()[place].item())
            for decimals in (1, 2):
                if np.allclose(given, np.round(wanted, decimals), rtol=0, atol=1e-6, equal_nan=True):
                    text = plural(
                        "{call} gave {what}{at}{more}: all numbers are rounded, to {count} decimal.",
                        "{call} gave {what}{at}{more}: all numbers are rounded, to {count} decimals.",
                        decimals, what=authored(what), at=_at(place, axes), more=more,
                    )
                    self.fail(text, ("rounded",), hint)
            first = wanted.ndim == 1 and (given == wanted[0]).all()
            self.fail(message(
                "{call} gave {what}{at}{more}{share}.",
                what=authored(what), at=_at(place, axes), more=more, share=share,
            ), ("the first for all",) if first else given, hint)

    def has_dtype_kind(self, kinds: str, words: str, hint: str = "") -> None:
        """The answer's dtype is one of these NumPy kinds (``"iu"`` integers, ``"f"`` floats); ``words`` says so."""
        given = self._array()
        if given.dtype.kind not in kinds:
            self.fail(message("{call} gave numbers of type {dtype}; expected {words}.", dtype=given.dtype, words=authored(words)), ("dtype", given), hint)

    def is_finite(self, axes: tuple[str, ...] = (), hint: str = "") -> None:
        """The answer is a number, or an array of numbers, none of which is NaN or infinite."""
        self._is_finite(self._array(), hint, axes)

    def _array(self, single: bool = False) -> np.ndarray:
        """The answer as an array of numbers.

        Args:
            single: one number is expected, for the message.
        """
        self._is_something()
        table = self.answer.value
        given = table.numbers if isinstance(table, Table) else flat(table)
        if isinstance(given, (list, tuple)):
            try:
                given = np.asarray(given)
            except ValueError:
                given = None
        given = _in_its_shape(given, self.answer.value)
        given = as_number(given)
        if type(given) in (bool, int, float):
            given = np.asarray(given)
        if not isinstance(given, np.ndarray) or given.dtype.kind not in "biuf":
            self.fail(
                message("{call} gave {kind_words}. Expected a number.", kind_words=self._kind_words())
                if single
                else message("{call} gave {kind_words}. Expected an array of numbers.", kind_words=self._kind_words()),
                ("no array", self.answer.type_name, shortened(given)),
            )
        return given

    def _is_finite(self, given: np.ndarray, hint: str, axes: tuple[str, ...]) -> None:
        if not np.isfinite(given).all():
            place = [int(index) for index in np.argwhere(~np.isfinite(given))[0]]
            what = message("{call} gave {given}{at}, which is not a finite number.", given=given[tuple(place)], at=_at(tuple(place), axes))
            self.fail(what, ("not finite", place), hint or message("Is something divided by zero?"))

    def _is_wrapped(self) -> bool:
        """Whether an array is the only thing in a tuple, as a comma behind it does."""
        plain = flat(self.answer.value)
        return isinstance(plain, tuple) and len(plain) == 1 and isinstance(plain[0], np.ndarray)


def _in_its_shape(given: Any, value: object) -> Any:
    """The items of an array of Python objects, which are sent in one row, in the array's own shape."""
    said = OBJECTS_IN.fullmatch(value.type_name) if isinstance(value, Described) and value.kind == "sequence" else None
    shape = tuple(int(size) for size in said[1].split(",") if size.strip()) if said else ()
    if isinstance(given, np.ndarray) and given.ndim == 1 and shape and given.size == math.prod(shape):
        return given.reshape(shape)
    return given


def _fits(shape: tuple[int, ...], wanted: tuple[int | None, ...]) -> bool:
    return len(shape) == len(wanted) and all(two in (one, None) for one, two in zip(shape, wanted, strict=True))


def _shape(shape: tuple[int | None, ...]) -> str:
    """``(any, 3)``, as Python writes it."""
    if None not in shape:
        return str(tuple(shape))
    sizes = joined([message("any") if size is None else str(size) for size in shape], ", ")
    return message("({sizes},)", sizes=sizes) if len(shape) == 1 else message("({sizes})", sizes=sizes)


def _at(place: tuple[int, ...], axes: tuple[str, ...]) -> str:
    """`` at image 0, row 2, column 5``; the bare place where the axes have no names; nothing for a single number."""
    if place and len(axes) == len(place):
        said = [message("{axis} {index}", axis=authored(_one_of(axis)), index=index) for axis, index in zip(axes, place, strict=True)]
        return message(" at {place}", place=joined(said, ", "))
    return message(" at {place}", place=list(place)) if place else ""


def _one_of(things: str) -> str:
    """``row`` of ``rows``, ``class`` of ``classes``."""
    return things[:-2] if things.endswith(("sses", "xes", "ches", "shes")) else things.removesuffix("s")
