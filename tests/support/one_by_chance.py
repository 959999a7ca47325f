"""Which of several long tests runs: one by chance, another one with each change of what the marks depend on."""

from __future__ import annotations

import functools
import random
from collections.abc import Sequence
from pathlib import Path

from autograder.cache.dependencies import fingerprint_key
from autograder.content import assignment_folder

ROOT = Path(__file__).parents[2]


def chosen(names: Sequence[str], salt: str = "") -> str:
    """One of these names.

    Args:
        salt: another word gives another choice from the same names.

    Example:
        >>> chosen(["mnist"])
        'mnist'
    """
    return random.Random(salt + _keys()).choice(list(names))


@functools.cache
def _keys() -> str:
    """What the marks of all exercises depend on."""
    assignments = [assignment_folder.load(path.parent) for path in sorted(ROOT.glob("solutions/*/assignment.toml"))]
    return "".join(fingerprint_key(assignment, exercise.name) for assignment in assignments for exercise in assignment.exercises)
