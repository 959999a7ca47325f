"""Telling inputs: how a check file makes small inputs, and what a right function gives for them.

What students see of a wrong value is one of these inputs, never one of a check. They are drawn from a seed that is written
here, so they have nothing to do with hidden inputs.

    @telling_inputs(lambda answer, expected: expect(answer).is_close_to(expected))
    def few(draw):
        return (np.array(draw.several(1, 4, lambda draw: draw.whole(0, 9))),)

    @few.right
    def slowly(numbers):
        return [2 * number for number in numbers.tolist()]

``@few.right`` is not released to students. In its place they receive a list of inputs with the right values.
"""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import Any

import numpy as np

from autograder.core.languages import message
from autograder.expectations.answer import Answer, Failure
from autograder.expectations.draw import Draw, RandomDraw
from autograder.expectations.shown_values import both_written, count, written, written_arguments
from autograder.expectations.value_words import flat

SEED = 20_240_229  # of all telling inputs, everywhere
DRAWS = 200  # from which those are taken that are tried
TRIED, OF_EACH = 64, 10  # of them: so many, or so many of each size; the size is how many numbers an input shows
EMPTY = 2  # numbers that an input without any counts as: one number says more to a reader than none
LONGEST = 200  # characters of an input that is shown
LONGEST_GIVEN = 160  # characters of what a function gave

Agrees = Callable[[Answer, Any], object]
Maker = Callable[[Draw], tuple[Any, ...]]


@dataclass(frozen=True)
class Example:
    """One input, and the right value for it.

    Attributes:
        choices: what it was made of; items: see ``Draw``.
        arguments: of the function, in order; expected: a plain value; shown: the arguments as text.
    """

    choices: tuple[int, ...]
    items: tuple[tuple[int, int], ...] = field(repr=False)
    arguments: tuple[Any, ...]
    expected: Any
    shown: str

    @property
    def numbers(self) -> int:
        """How many numbers and texts the input shows."""
        return count(list(self.arguments))

    @property
    def cost(self) -> tuple[int, int, int, tuple[int, ...]]:
        """The simplest has the least: few numbers, then a short text, then few and small choices."""
        return self.numbers or EMPTY, len(self.shown) + len(written(self.expected, 4)), len(self.choices), self.choices


class TellingInputs:
    """How one function's telling inputs are made and looked at. Made by ``telling_inputs``.

    Attributes:
        make: gives the arguments, from a ``Draw``. agrees: a word of ``expect`` that raises ``Failure`` where an answer is wrong.
        words: gives the text for an expected value, where it is not the value itself.
        right_value: gives the right value; None where it is not there, as in the form for students.
    """

    def __init__(self, make: Maker, agrees: Agrees, words: Callable[[Any], str] | None) -> None:
        self.make = make
        self.agrees = agrees
        self.words = words
        self.right_value: Callable[..., Any] | None = None
        self._simple: list[Example] | None = None

    def right(self, function: Callable[..., Any]) -> Callable[..., Any]:
        """Decorator: the function gives the right value, slowly or by hand, for the arguments of the student's function."""
        self.right_value = function
        return function

    def example(self, choices: Iterable[int]) -> Example | None:
        """The input that is made of these choices; None if there is no right value for it, or if it is too long to be shown."""
        return self._made(Draw(list(choices)))

    def known(self, choices: Iterable[int], expected: Any) -> Example:
        """The input that is made of these choices, with its value, where ``right_value`` is not there."""
        draw = Draw(list(choices))
        return _example(draw, self.make(draw), expected)

    def simple(self) -> list[Example]:
        """Inputs, the simplest first; always the same."""
        if self._simple is None:
            rng = np.random.default_rng(SEED)
            found: dict[str, Example] = {}
            for number in range(DRAWS):
                one = self._made(RandomDraw(rng, 0.2 + 0.7 * number / DRAWS))
                if one is not None:
                    found.setdefault(one.shown, one)
            ordered = sorted(found.values(), key=lambda one: one.cost)
            sizes = [list(group) for _, group in itertools.groupby(ordered, key=lambda one: one.cost[0])]
            self._simple = [one for group in sizes for one in _spread(group, max(OF_EACH, TRIED // len(sizes)))]
        return self._simple

    def message(self, function: str, example: Example, answer: Answer) -> str:
        """What to say where an answer is wrong: the call, what it gave, what was expected. Empty if it is right.

        An answer that cannot be told from the right one as text says nothing to a reader, so it counts as right here.
        """
        try:
            self.agrees(answer, example.expected)
        except Failure:
            texts = both_written(answer.value, example.expected)
            if texts is not None and (flat(answer.value) is not None or answer.value is None):
                expected = self.words(example.expected) if self.words else texts[1]
                given = texts[0] if len(texts[0]) <= LONGEST_GIVEN else f"{texts[0][:LONGEST_GIVEN]} …"
                return message("{function}({shown}) gave {given}; expected {expected}.", function=function, shown=example.shown, given=given, expected=expected)
        return ""

    def _made(self, draw: Draw) -> Example | None:
        assert self.right_value is not None
        arguments = self.make(draw)
        try:
            expected = _plain(self.right_value(*arguments))
        except (ArithmeticError, LookupError, ValueError):  # there is no right value for this input
            return None
        found = _example(draw, arguments, expected)
        return found if len(found.shown) <= LONGEST else None


def telling_inputs(agrees: Agrees, words: Callable[[Any], str] | None = None) -> Callable[[Maker], TellingInputs]:
    """Decorator for the maker of small inputs, see the example at the top of this module.

    Args:
        agrees: is given an answer and the right value; says with ``expect`` that the answer is right.
        words: gives the text for a right value in a message; by default the value is written.
    """
    return lambda make: TellingInputs(make, agrees, words)


def _spread(examples: list[Example], most: int) -> list[Example]:
    """At most so many of some inputs, at equal distances: the first one, and others that differ from it by more than a little."""
    few = min(most, len(examples))
    return [examples[place * len(examples) // few] for place in range(few)]


def _example(draw: Draw, arguments: tuple[Any, ...], expected: Any) -> Example:
    return Example(tuple(draw.choices), tuple(draw.items), arguments, expected, written_arguments(arguments))


def _plain(value: Any) -> Any:
    """A value without NumPy in it."""
    if isinstance(value, (np.ndarray, np.generic)):
        return value.tolist()
    if isinstance(value, dict):
        return {_plain(key): _plain(item) for key, item in value.items()}
    return type(value)(map(_plain, value)) if isinstance(value, (list, tuple)) else value
