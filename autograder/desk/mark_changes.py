"""Whose mark a correction changes, and by how much, in words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from autograder.reports import wording
from autograder.reports.compared_gradings import signed


@dataclass(frozen=True)
class MarkChange:
    """One student whose mark changes."""

    shown: str
    before: str
    after: str
    difference: float | None  # in points; None where there is no mark before or after


def change_sentences(changes: Sequence[MarkChange]) -> list[str]:
    """Whose marks change, a line for each, and how many.

    Example:
        >>> change_sentences([MarkChange("Ada", "40", "45", 5.0)])
        ['1 mark would change:', '  Ada: 40 → 45 (+5)']
    """
    if not changes:
        return ["No mark changes."]
    lines = [f"{one.shown}: {one.before} → {one.after}" + ("" if one.difference is None else f" ({signed(one.difference)})") for one in changes]
    return [f"{wording.count(len(lines), 'mark')} would change:", *(f"  {one}" for one in lines)]
