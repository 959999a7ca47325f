"""The random numbers that a whole program shares: whether a call has drawn them, or set where they begin."""

from __future__ import annotations

import contextlib
import random
import sys


def states() -> dict[str, object]:
    """Where each shared generator is: the one of Python's module ``random``, and that of ``numpy.random``, if it is there."""
    found: dict[str, object] = {}
    with contextlib.suppress(Exception):
        found["random"] = random.getstate()
    with contextlib.suppress(Exception):  # a page may have put something else in its place
        name, keys, *rest = sys.modules["numpy"].random.get_state()
        found["numpy"] = name, keys.tobytes(), *rest
    return found


def moved(before: dict[str, object]) -> list[str]:
    """Which generators have moved since ``before``, by name.

    Example:
        >>> before = states()
        >>> random.seed(5)
        >>> moved(before)
        ['random']
    """
    after = states()
    return [name for name, state in before.items() if after.get(name) != state]
