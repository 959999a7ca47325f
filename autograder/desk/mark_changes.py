"""Whose mark a correction changes, and by how much, in words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from autograder.core.languages import Message, message, plural
from autograder.reports.compared_gradings import signed


@dataclass(frozen=True)
class MarkChange:
    """One student whose mark changes."""

    shown: str
    before: str
    after: str
    difference: float | None  # in points; None where there is no mark before or after


def change_sentences(changes: Sequence[MarkChange], done: bool = False) -> list[Message]:
    """Whose marks change, a line for each, and how many.

    Args:
        done: they have changed already.

    Example:
        >>> [str(one) for one in change_sentences([MarkChange("Ada", "40", "45", 5.0)])]
        ['1 mark would change:', '  Ada: 40 → 45 (+5)']
    """
    if not changes:
        return [message("No mark changes.")]
    lines = [
        message("  {student}: {before} → {after}{difference}", student=one.shown, before=one.before, after=one.after, difference=_difference(one.difference))
        for one in changes
    ]
    if done:
        return [plural("{count} mark changed:", "{count} marks changed:", len(lines)), *lines]
    return [plural("{count} mark would change:", "{count} marks would change:", len(lines)), *lines]


def _difference(number: float | None) -> str:
    return "" if number is None else f" ({signed(number)})"
