"""Wrong answers in groups by what they do: two answers that leave the same evidence in each check, for each seed, are one mistake.

Evidence that is another one each time says nothing about which mistake it is. Of such a check, and of one that trains a
network, only the coarse part counts: how it ended, and the word with which its evidence begins.
"""

from __future__ import annotations

import ast
import itertools
import re
from collections.abc import Collection, Mapping, Sequence
from pathlib import Path

from autograder.core.records import WRONG, Outcome
from autograder.judging.mistake_naming import Signature, alike, rounded

NAMES_SOMETHING = ("NameError", "UnboundLocalError", "AttributeError")  # their text holds a name that a student chose
QUOTED = re.compile(r"'[^']*'")


def is_wrong(rows: Signature) -> bool:
    """Whether an answer fails a check."""
    return any(outcome in WRONG for outcome, _evidence in rows.values())


def is_missing(rows: Signature) -> bool:
    """Whether there is no answer at all, so that each check says the same."""
    return any(outcome == Outcome.ERROR and list(_items(evidence)) == ["missing"] for outcome, evidence in rows.values())


def training_checks(path: Path) -> frozenset[str]:
    """The checks of a file that are marked ``training``, by the name of their function."""
    tree = ast.parse(path.read_text("utf-8"))
    return frozenset(
        node.name
        for node in tree.body
        if isinstance(node, ast.FunctionDef)
        for mark in node.decorator_list
        for part in ast.walk(mark)
        if isinstance(part, ast.Attribute) and part.attr == "training"
    )


def unsteady(one: Signature, again: Signature) -> frozenset[str]:
    """The checks in which the same answer, judged twice with one seed, has left different evidence.

    Example:
        >>> unsteady({"a": ("failed", 1), "b": ("failed", 2)}, {"a": ("failed", 1), "b": ("failed", 3)})
        frozenset({'b'})
    """
    return frozenset(check for check in one.keys() & again.keys() if not alike(one[check], again[check]))


def compared(rows: Signature, coarse: Collection[str]) -> Signature:
    """What of an answer's evidence is compared with that of others.

    Args:
        coarse: checks of which only the coarse part counts; with or without the brackets of a parameter.

    Example:
        >>> compared({"a": ("failed", ["reads", 0.31]), "b": ("failed", [1, 2])}, {"a"})
        {'a': ('failed', ['reads']), 'b': ('failed', [1.0, 2.0])}
    """
    found: Signature = {}
    for check, (outcome, evidence) in rows.items():
        short = check in coarse or check.partition("[")[0] in coarse
        found[check] = outcome, _first_word(evidence) if short else _without_names(outcome, rounded(evidence))
    return found


def same(one: Sequence[Signature], other: Sequence[Signature]) -> bool:
    """Whether two answers did the same, in each check and for each seed; both from ``compared``."""
    return len(one) == len(other) and all(
        a.keys() == b.keys() and all(alike(a[check], b[check]) for check in a) for a, b in zip(one, other, strict=True)
    )


def grouped(answers: Mapping[str, Sequence[Signature]]) -> list[list[str]]:
    """The names of answers, those together that did the same.

    Args:
        answers: name -> what it did, for each seed, from ``compared``.

    Returns:
        Groups, the largest first; of equally large ones that which has the first name.

    Example:
        >>> one, other = [{"a": ("failed", [1.0])}], [{"a": ("failed", [2.0])}]
        >>> grouped({"ada": one, "ben": other, "eve": one})
        [['ada', 'eve'], ['ben']]
    """
    by_outcomes: dict[tuple[object, ...], list[str]] = {}
    for name, seeds in answers.items():
        key = tuple((check, rows[check][0]) for rows in seeds for check in sorted(rows))
        by_outcomes.setdefault(key, []).append(name)
    groups: list[list[str]] = []
    for names in by_outcomes.values():
        belongs = {name: name for name in names}
        for one, other in itertools.combinations(names, 2):
            if belongs[one] != belongs[other] and same(answers[one], answers[other]):
                old, new = belongs[other], belongs[one]
                belongs = {name: new if first == old else first for name, first in belongs.items()}
        groups += [[name for name in names if belongs[name] == first] for first in dict.fromkeys(belongs.values())]
    order = {name: place for place, name in enumerate(answers)}
    return sorted(groups, key=lambda group: (-len(group), order[group[0]]))


def error_of(rows: Signature) -> str:
    """The type of the exception with which an answer's first failed check ended; empty if it ended with none."""
    for outcome, evidence in rows.values():
        if outcome in WRONG:
            first = next(iter(_items(evidence)), "")
            return str(first) if outcome == Outcome.ERROR else ""
    return ""


def _first_word(evidence: object) -> list[object]:
    first = next(iter(_items(evidence)), None)
    return [first] if isinstance(first, str) else []


def _items(evidence: object) -> Sequence[object]:
    return evidence if isinstance(evidence, (list, tuple)) else [evidence]


def _without_names(outcome: str, evidence: object) -> object:
    """Evidence of an exception without the names in quotation marks, if these may be the student's."""
    items = _items(evidence)
    if outcome != Outcome.ERROR or len(items) != 2 or items[0] not in NAMES_SOMETHING:
        return evidence
    return [items[0], QUOTED.sub("'…'", str(items[1]))]
