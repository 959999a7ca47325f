"""Values made out of choices, so that a value can be made simpler by simpler choices, and still be one that its maker can make.

It is how Hypothesis shrinks: not the value is cut, but the choices that it was made of.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, TypeVar

import numpy as np

T = TypeVar("T")


class Draw:
    """Makes values out of choices, each a whole number from 0, the simplest one.

    Args:
        given: the choices; where they end, the simplest ones follow. One that is too large becomes the largest there is.

    Attributes:
        choices: those that were made so far. items: for each item of a list, the places of its choices, from and to.

    Example:
        >>> Draw([1, 3, 1, 2]).several(0, 5, lambda draw: draw.whole(0, 9))
        [3, 2]
        >>> Draw([]).whole(4, 9)
        4
    """

    def __init__(self, given: Sequence[int] = ()) -> None:
        self.choices: list[int] = []
        self.items: list[tuple[int, int]] = []
        self._given = given

    def whole(self, low: int, high: int) -> int:
        """A whole number from ``low``, the simplest one, to ``high``, which may be drawn, too."""
        return low + self._next(high - low + 1)

    def one_of(self, values: Sequence[T]) -> T:
        """One of some values, the simplest first."""
        return values[self._next(len(values))]

    def several(self, least: int, most: int, make: Callable[[Draw], T]) -> list[T]:
        """A list of ``least`` to ``most`` items; each may be left out when the list is made simpler.

        Args:
            make: gives an item; it is called with this object.
        """
        made: list[T] = []
        while len(made) < most:
            start = len(self.choices)
            if not self._more(len(made) < least):
                break
            made.append(make(self))
            self.items.append((start, len(self.choices)))
        return made

    def grid(self, most: Sequence[int], make: Callable[[Draw], T]) -> list[Any]:
        """Nested lists with 1 to ``most[0]`` items, each with 1 to ``most[1]`` items, and so on; all of one length."""
        shape = [self.whole(1, size) for size in most]
        return self._filled(shape, make)

    def _filled(self, shape: list[int], make: Callable[[Draw], T]) -> list[Any]:
        if len(shape) == 1:
            return [make(self) for _ in range(shape[0])]
        return [self._filled(shape[1:], make) for _ in range(shape[0])]

    def _more(self, must: bool) -> bool:
        """Whether a list has another item."""
        self.choices.append(1 if must else min(1, self._wanted(2)))
        return self.choices[-1] == 1

    def _next(self, count: int) -> int:
        if count < 1:
            raise ValueError("there is nothing to choose from")
        self.choices.append(min(count - 1, self._wanted(count)))
        return self.choices[-1]

    def _wanted(self, _count: int) -> int:
        place = len(self.choices)
        return self._given[place] if place < len(self._given) else 0


class RandomDraw(Draw):
    """Choices at random.

    Args:
        rng: where they come from. fullness: how likely it is that a list has another item, from 0 to 1.
    """

    def __init__(self, rng: np.random.Generator, fullness: float) -> None:
        super().__init__()
        self._rng = rng
        self._fullness = fullness

    def _more(self, must: bool) -> bool:
        self.choices.append(1 if must else int(self._rng.random() < self._fullness))
        return self.choices[-1] == 1

    def _wanted(self, count: int) -> int:
        return int(self._rng.integers(0, count))
