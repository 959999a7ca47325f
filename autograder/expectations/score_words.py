"""Words about two numbers with names, such as a loss and an accuracy."""

from __future__ import annotations

import math

import numpy as np

from autograder.core.languages import authored, message
from autograder.expectations.answer import fail_closed
from autograder.expectations.value_words import TOLERANCE, ValueWords, as_float, flat, number_text, shortened

FITS = {"the first": message("It fits the first of them."), "the last": message("It fits the last of them.")}
SAME = 2e-5  # two means of float32 numbers; one image more or less of some thousand makes more


@fail_closed
class ScoreWords(ValueWords):
    """What can be said about a pair of numbers."""

    def is_a_pair_of_numbers(self, names: tuple[str, str], hint: str = "") -> None:
        """Two numbers that can be unpacked, in the order of ``names``: not by name in a dict, which gives its keys then."""
        self._pair(names, hint)
        given = flat(self.answer.value)
        if isinstance(given, dict):
            self.fail(
                message(
                    "{call} gave a {type_name}. It contains the numbers; expected two numbers, ({names}): {names} = … of a {type_name} "
                    "gives its keys, which are texts.",
                    type_name=self.answer.type_name, names=", ".join(names),
                ),
                ("by name", sorted(map(str, given))),
                hint,
            )

    def is_a_score(
        self,
        names: tuple[str, str],
        loss: float | None = None,
        accuracy: float | None = None,
        hint: str = "",
        rows: tuple[np.ndarray, np.ndarray] | None = None,
    ) -> None:
        """Two numbers, as a pair or by name in a dict, of which those given here are right.

        Args:
            names: (loss, accuracy), in this order.
            loss, accuracy: what they have to be; None leaves one open. Never shown.
            rows: the loss of each image, and whether it is read right; they show where only a part was looked at.
        """
        found = self._pair(names, hint)
        for number, wanted, name, place in zip(found, (loss, accuracy), names, (message("first"), message("second")), strict=True):
            if wanted is not None and abs(number - wanted) > TOLERANCE * max(1.0, abs(wanted)):
                swapped = name == names[1] and abs(found[0] - wanted) <= TOLERANCE
                part = _part_of(found, rows)
                self.fail(
                    message(
                        "{call} gave {first} and {second}; the {place} one is not the {name} on these images.",
                        first=number_text(found[0]), second=number_text(found[1]), place=place, name=authored(name),
                    ),
                    ("part", part) if part else ("score", found),
                    hint or (FITS[part] if part else message("Are the two swapped?") if swapped else ""),
                )

    def _pair(self, names: tuple[str, str], hint: str) -> tuple[float, float]:
        """Two numbers as floats, in the order of ``names``: of a pair, or by name of a dict."""
        self._is_something()
        given = flat(self.answer.value)
        if isinstance(given, dict):
            found = [next((given[key] for key in given if _means(str(key).lower(), name)), None) for name in names]
            given = given if any(item is None for item in found) else tuple(found)
        if isinstance(given, np.ndarray):
            given = given.tolist()
        words = f"({', '.join(names)})"
        if not isinstance(given, (list, tuple)) or len(given) != 2:
            self.fail(
                message("{call} gave {kind_words}. Expected two numbers, {words}.", kind_words=self._kind_words(), words=authored(words)),
                ("no pair", self.answer.type_name, given),
                hint,
            )
        first, second = map(as_float, given)
        if first is None or second is None or not (math.isfinite(first) and math.isfinite(second)):
            self.fail(message("{call} gave {shortened}. Expected two numbers, {words}.", shortened=shortened(given), words=authored(words)), ("no numbers", given), hint)
        return first, second


def _part_of(found: tuple[float, float], rows: tuple[np.ndarray, np.ndarray] | None) -> str:
    """Which images a (loss, accuracy) is right for, if these are the first or the last so many; empty if it is not."""
    if rows is not None:
        counts = np.arange(1, len(rows[0]))
        for words, step in (("the first", 1), ("the last", -1)):
            losses, accuracies = (np.cumsum(row[::step].astype(np.float64))[:-1] / counts for row in rows)
            if (np.abs(losses - found[0]) + np.abs(accuracies - found[1]) < SAME).any():
                return words
    return ""


def _means(key: str, name: str) -> bool:
    """Whether a key means this: ``val_accuracy`` and ``acc`` mean accuracy."""
    return name in key or (len(key) >= 3 and name.startswith(key))
