"""Which of several long tests run: one or some by chance, others with each change of what the marks depend on."""

from __future__ import annotations

import functools
import random
from collections.abc import Sequence
from pathlib import Path
from typing import TypeVar

from autograder.cache.dependencies import fingerprint_key
from autograder.content import assignment_folder

ROOT = Path(__file__).parents[2]
Name = TypeVar("Name")


def chosen(names: Sequence[str], salt: str = "") -> str:
    """One of these names.

    Args:
        salt: another word gives another choice from the same names.

    Example:
        >>> chosen(["mnist"])
        'mnist'
    """
    return some(names, 1, salt)[0]


def some(names: Sequence[Name], count: int, salt: str = "") -> list[Name]:
    """So many of these, in their order.

    Example:
        >>> some(["bank", "mnist"], 2)
        ['bank', 'mnist']
    """
    places = random.Random(salt + _keys()).sample(range(len(names)), count)
    return [names[place] for place in sorted(places)]


@functools.cache
def _keys() -> str:
    """What the marks of all exercises depend on."""
    assignments = [assignment_folder.load(path.parent) for path in sorted(ROOT.glob("solutions/*/assignment.toml"))]
    return "".join(fingerprint_key(assignment, exercise.name) for assignment in assignments for exercise in assignment.exercises)
