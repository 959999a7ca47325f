"""A name that was mistyped, and the one that was probably meant."""

from __future__ import annotations

import difflib
from collections.abc import Iterable

from autograder.core.languages import message


def suggest(name: str, known: Iterable[str]) -> str:
    """`` Did you mean …?`` with a space before it, or nothing."""
    near = difflib.get_close_matches(name, known, n=1, cutoff=0.5)
    return message(" Did you mean {name}?", name=near[0]) if near else ""
