"""Words about counts: how often each thing occurs, in any of the usual forms."""

from __future__ import annotations

import collections
import math
from collections.abc import Mapping
from typing import Any

import numpy as np

from autograder.core.languages import authored, joined, message, plural
from autograder.expectations.answer import Failure, fail_closed
from autograder.expectations.value_words import ValueWords, as_float, flat, in_words
from autograder.transport.tables import Table

TEXTS = "whose numbers are texts"


@fail_closed
class CountWords(ValueWords):
    """What can be said about counts."""

    def counts(
        self, expected: Mapping[Any, int], what: str, hidden: bool = True, hint: str = "", of: np.ndarray | None = None
    ) -> None:
        """The answer says how often each thing occurs, in any of the usual forms (see ``counts_in``).

        Args:
            expected: thing, a number or a text, to number; zero entries may be there or not. what: the things' name (``label``).
            hidden: the expected number is left out of the message.
            of: what the function was given to count, in its order, to tell a function that stops early.
        """
        self._is_readable()
        texts = any(isinstance(key, str) for key in expected)
        given = counts_in(self.answer.value, what, self.answer.call, texts)
        wanted: dict[Any, int] = {key: number for key, number in expected.items() if number}
        self._compares(given, wanted)
        if given == wanted:
            return
        handed = sum(wanted.values())
        if not given:
            zeros = flat(self.answer.value)
            nothing = message("says 0 for everything") if isinstance(zeros, dict) and zeros else message("counts nothing")
            self.fail(message("{call} {nothing}; it was given {number} {what}s.", nothing=nothing, number=handed, what=authored(what)), zeros, hint)
        some = sum(given.values())
        if of is not None and 1 < some < len(of) - 1 and some == int(some) and given == _counted(of[: int(some)]):
            self.fail(message("{call} counts only the first {some:g} of {number} {what}s.", some=some, number=len(of), what=authored(what)), ("first ones",), hint)
        if set(wanted) - set(given) and all(number == wanted.get(key) for key, number in given.items()):
            right = plural("{count} {what}", "{count} {what}s", len(given), what=authored(what))
            self.fail(message("{call} counts {right}, each of them right, but leaves out others that occur.", right=right), given, hint)
        for key in sorted(set(given) | set(wanted), key=lambda key: (isinstance(key, str), key)):
            if given.get(key, 0) != wanted.get(key, 0):
                extra = "" if key in wanted else message("There is no {what} {key}.", what=authored(what), key=repr(key))
                said = {"what": authored(what), "key": repr(key), "times": _times(given.get(key, 0))}
                self.fail(
                    joined([
                        message("{call} says that {what} {key} occurs {times}, which is not right.", **said)
                        if hidden or extra
                        else message("{call} says that {what} {key} occurs {times}; expected {wanted}.", wanted=_times(wanted[key]), **said),
                        extra,
                        plural(
                            "Its counts add up to {some:g}; it was given {count} {what}.",
                            "Its counts add up to {some:g}; it was given {count} {what}s.",
                            handed, what=authored(what), some=some,
                        ),
                    ]),
                    given,
                    hint,
                )

    def can_be_asked(self, what: str, example: str, hint: str = "", texts: bool = False) -> None:
        """How often a thing occurs can be looked up in the answer with square brackets, as in a mapping.

        An array or a list whose places are the things can be asked, too, and gets a remark.

        Args:
            what: the things' name (``label``); example: how the description looks one up (``count_labels(labels)[5]``).
            texts: the things are texts, so that the keys may be.
        """
        self._is_readable()
        form = _form(flat(self.answer.value), texts)
        if form == "places":
            self.answer.remarks.append(
                message(
                    "A list or an array works here, because its places are the {what}s. The page asks for a mapping: a Counter or a "
                    "dict contains only what occurs.",
                    what=authored(what),
                )
            )
        elif form.endswith(TEXTS):
            self.fail(message(
                "{call} gave {form}: {example} is then a text, which cannot be added up. Expected numbers.",
                form=form, example=example,
            ), ("form", form), hint)
        elif form != "mapping":
            self.fail(
                message(
                    "{call} gave {form}. The numbers are right, but {example} does not find the number of a {what} in it. Expected a "
                    "mapping, such as a Counter or a dict.",
                    form=form, example=example, what=authored(what),
                ),
                ("form", form),
                hint,
            )


def counts_in(value: object, what: str, call: str, texts: bool = False) -> dict[Any, float]:
    """Reads counts from a mapping, a list of pairs, a pair of arrays or an array indexed by the thing counted.

    Args:
        texts: the things are texts; else a text is read as the number that is written in it.

    Returns:
        thing -> number, zeros dropped, both int where they are whole.

    Raises:
        Failure: in no way counts.

    Example:
        >>> counts_in((np.array([3, 5]), np.array([1, 2])), "label", "count(labels)")
        {3: 1, 5: 2}
    """
    plain = flat(value)
    if isinstance(value, Table) and isinstance(plain, list) and value.form == "Series":
        times = collections.Counter(repr(label) for label, _number in plain)
        twice = next((label for label, _number in plain if times[repr(label)] > 1), None)
        raise Failure(message(
            "{call} gave a Series in which the label {twice} occurs twice. Expected each {what} once.",
            call=call, twice=repr(twice), what=authored(what),
        ), ("twice", plain))
    pairs: list[Any] | None = None
    if isinstance(plain, dict):
        pairs = list(plain.items())
    elif isinstance(plain, np.ndarray) and plain.ndim == 1:
        pairs = list(enumerate(plain.tolist()))
    elif isinstance(plain, np.ndarray) and plain.ndim == 2 and 2 in plain.shape:
        pairs = [tuple(pair) for pair in (plain if plain.shape[1] == 2 else plain.T).tolist()]
    elif isinstance(plain, (list, tuple)):
        pairs = _pairs(plain)
    numbers = [(key if texts and type(key) is str else as_float(key), as_float(number)) for key, number in pairs or ()]
    known = [(a, b) for a, b in numbers if a is not None and b is not None and all(map(_is_finite, (a, b)))]
    if pairs is None or len(known) < len(numbers):
        raise Failure(
            message(
                "{call} gave {in_words}. Expected the number of times that each {what} occurs, as a dict for example.",
                call=call, in_words=in_words(plain), what=authored(what),
            ),
            ("no counts", type(plain).__name__, plain),
        )
    return {_whole(key): _whole(number) for key, number in known if number}


def _counted(things: np.ndarray) -> dict[float, float]:
    return dict(zip(*(numbers.tolist() for numbers in np.unique(things, return_counts=True)), strict=True))


def _form(plain: object, texts: bool = False) -> str:
    """How counts are written down, in words; ``mapping`` and ``places`` (of a list or an array) can be asked."""
    if isinstance(plain, dict) and any(type(number) is str for number in plain.values()):
        return message("a {name} whose numbers are texts", name=type(plain).__name__)
    if isinstance(plain, dict):
        return message("a {name} whose keys are texts", name=type(plain).__name__) if not texts and any(type(key) is str for key in plain) else "mapping"
    if isinstance(plain, np.ndarray):
        return "places" if plain.ndim == 1 else message("a table of two columns")
    if isinstance(plain, (list, tuple)) and all(type(item) in (int, float) for item in plain):
        return "places"
    if isinstance(plain, (list, tuple)) and len(plain) == 2 and all(_is_row(item) for item in plain):
        if isinstance(plain, tuple) or isinstance(plain[0], np.ndarray) or len(plain[0]) != 2:
            return message("two sequences, one of what occurs and one of how often")
    return message("a list of pairs")


def _pairs(items: list[Any] | tuple[Any, ...]) -> list[Any] | None:
    if len(items) == 2 and all(_is_row(item) for item in items):
        keys, numbers = (item.tolist() if isinstance(item, np.ndarray) else list(item) for item in items)
        if len(keys) == len(numbers) and (isinstance(items, tuple) or len(keys) != 2):
            return list(zip(keys, numbers, strict=True))
    if all(isinstance(item, (list, tuple)) and len(item) == 2 for item in items):
        return [tuple(item) for item in items]
    if all(type(item) in (int, float) for item in items):
        return list(enumerate(items))
    return None


def _is_finite(thing: float | str) -> bool:
    return isinstance(thing, str) or math.isfinite(thing)


def _is_row(value: object) -> bool:
    if isinstance(value, (list, tuple)):
        return not any(isinstance(item, (np.ndarray, list, tuple)) for item in value)
    return isinstance(value, np.ndarray) and value.ndim == 1


def _whole(number: Any) -> Any:
    return number if isinstance(number, str) else int(number) if number == int(number) else number


def _times(number: float) -> str:
    return message("{number:g} times", number=number) if number != 1 else message("once")
