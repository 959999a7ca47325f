"""Words about numbers and arrays of numbers."""

from __future__ import annotations

import math
import re
from typing import Any

import numpy as np

from autograder.expectations.answer import fail_closed
from autograder.expectations.value_words import TOLERANCE, ValueWords, flat, number_text, shortened
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
                f"gave a {name}. The page continues with a NumPy array, which has methods such as min and max.",
                ("kind", name),
                hint,
            )
        if given.dtype.kind != "f":
            kind = "truth values" if given.dtype.kind == "b" else "whole numbers"
            self.fail(f"gave {kind} (of type {given.dtype}); expected floats.", ("dtype", kind), hint)

    def has_shape(self, shape: tuple[int | None, ...], axes: tuple[str, ...] = (), hint: str = "") -> None:
        """The answer is an array of numbers of this shape; None stands for any length. ``axes`` names them, for messages."""
        given = self._array()
        if _fits(given.shape, (1, *shape)) and self._is_wrapped():
            self.fail(
                "gave a tuple that contains the array; expected only the array.",
                ("tuple of", given),
                "Is there a comma after what you return? A comma makes a tuple.",
            )
        if not _fits(given.shape, shape):
            names = f" ({', '.join(axes)})" if axes else ""
            what = f"shape {given.shape}" if given.shape else f"a single number, {number_text(given.item())}"
            self.fail(f"gave {what}; expected shape {str(tuple(shape)).replace('None', 'any')}{names}.", given, hint)

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
        self._compares(self._array(), wanted, within)
        self.has_shape(wanted.shape, axes, hint)
        given = self._array().astype(np.float64)
        self._is_finite(np.where(np.isfinite(wanted), given, 0.0), hint, axes)
        with np.errstate(invalid="ignore"):
            right = (np.abs(given - wanted) <= within) | (given == wanted) | (np.isnan(given) & np.isnan(wanted))
        wrong = np.argwhere(~right)
        if len(wrong):
            place = tuple(int(index) for index in wrong[0])
            more = "" if hidden else f"; expected {number_text(wanted[place])}"
            share = f" ({len(wrong)} of {given.size} numbers are off)" if given.size > 1 else ""
            what = number_text(self._array()[place].item())
            for decimals in (1, 2):
                if np.allclose(given, np.round(wanted, decimals), rtol=0, atol=1e-6, equal_nan=True):
                    text = f"gave {what}{_at(place, axes)}{more}: all numbers are rounded, to {decimals} decimals."
                    self.fail(text, ("rounded",), hint)
            first = wanted.ndim == 1 and (given == wanted[0]).all()
            self.fail(f"gave {what}{_at(place, axes)}{more}{share}.", ("the first for all",) if first else given, hint)

    def has_dtype_kind(self, kinds: str, words: str, hint: str = "") -> None:
        """The answer's dtype is one of these NumPy kinds (``"iu"`` integers, ``"f"`` floats); ``words`` says so."""
        given = self._array()
        if given.dtype.kind not in kinds:
            self.fail(f"gave numbers of type {given.dtype}; expected {words}.", ("dtype", given), hint)

    def is_finite(self, axes: tuple[str, ...] = (), hint: str = "") -> None:
        """The answer is a number, or an array of numbers, none of which is NaN or infinite."""
        self._is_finite(self._array(), hint, axes)

    def _array(self) -> np.ndarray:
        self._is_something()
        table = self.answer.value
        given = table.numbers if isinstance(table, Table) else flat(table)
        if isinstance(given, (list, tuple)):
            try:
                given = np.asarray(given)
            except ValueError:
                given = None
        given = _in_its_shape(given, self.answer.value)
        if type(given) in (bool, int, float):
            given = np.asarray(given)
        if not isinstance(given, np.ndarray) or given.dtype.kind not in "biuf":
            self.fail(
                f"gave {self._kind_words()}. Expected an array of numbers.",
                ("no array", self.answer.type_name, shortened(given)),
            )
        return given

    def _is_finite(self, given: np.ndarray, hint: str, axes: tuple[str, ...]) -> None:
        if not np.isfinite(given).all():
            place = [int(index) for index in np.argwhere(~np.isfinite(given))[0]]
            what = f"gave {given[tuple(place)]}{_at(tuple(place), axes)}, which is not a finite number."
            self.fail(what, ("not finite", place), hint or "Is something divided by zero?")

    def _is_wrapped(self) -> bool:
        """Whether an array is the only thing in a tuple, as a comma behind it does."""
        plain = flat(self.answer.value)
        return isinstance(plain, tuple) and len(plain) == 1 and isinstance(plain[0], np.ndarray)


def _in_its_shape(given: Any, value: object) -> Any:
    """The items of an array of Python objects, which are sent in one row, in the array's own shape."""
    said = OBJECTS_IN.fullmatch(value.type_name) if isinstance(value, Described) and value.kind == "sequence" else None
    shape = tuple(int(size) for size in said[1].split(",") if size.strip()) if said else ()
    if isinstance(given, np.ndarray) and given.ndim == 1 and len(shape) > 1 and given.size == math.prod(shape):
        return given.reshape(shape)
    return given


def _fits(shape: tuple[int, ...], wanted: tuple[int | None, ...]) -> bool:
    return len(shape) == len(wanted) and all(two in (one, None) for one, two in zip(shape, wanted, strict=True))


def _at(place: tuple[int, ...], axes: tuple[str, ...]) -> str:
    """`` at image 0, row 2, column 5``; the bare place where the axes have no names; nothing for a single number."""
    if place and len(axes) == len(place):
        return " at " + ", ".join(f"{_one_of(axis)} {index}" for axis, index in zip(axes, place, strict=True))
    return f" at {list(place)}" if place else ""


def _one_of(things: str) -> str:
    """``row`` of ``rows``, ``class`` of ``classes``."""
    return things[:-2] if things.endswith(("sses", "xes", "ches", "shes")) else things.removesuffix("s")
