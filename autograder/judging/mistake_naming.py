"""May a mistake be named? The pure part of the diagnosis: what a function did in the checks, beside what known mistakes do.

A name that is false is worse than none. So a mistake is named only if

- everything it does is seen: each check that it fails has failed, with the same evidence;
- nothing is left over: each failed check is explained by a mistake that is named;
- no other known mistake explains the same;
- the evidence is telling: a sign that only this mistake has, or several pieces that only this mistake has together.

How telling a piece of evidence is, is read from the known mistakes themselves: what several of them leave in a check tells
none of them from the others, and an array of one and the same number is what many functions give.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from autograder.core.records import Outcome

RELATIVE = 1e-4
DIAGNOSED = {Outcome.FAILED, Outcome.ERROR, Outcome.MEMORY, Outcome.CRASHED, Outcome.TIMEOUT}
CERTAIN = {Outcome.FAILED, Outcome.ERROR, Outcome.MEMORY}  # how a check ends on every machine
MOST_EVIDENCE = 10_000  # items of one list: an answer may be a table of millions of rows
MEASURED = "reads"  # begins the evidence of words about how well a model reads
CheckOutcome = tuple[str, object]  # outcome, evidence
Signature = dict[str, CheckOutcome]  # check's name -> its row


@dataclass(frozen=True)
class Mistake:
    """A known mistake.

    Attributes:
        feedback: its lesson, what a student reads.
        does: what it leaves in each check.
        also_true: names of mistakes whose lesson is literally true for this one, too.
    """

    name: str
    feedback: str
    does: Signature
    also_true: tuple[str, ...] = ()


def proven_mistakes(given: Signature, known: Sequence[Mistake]) -> dict[str, Mistake]:
    """The mistakes that are proven, check by check.

    Args:
        given: what a function did. Checks that only one side knows are left out of the comparison.

    Returns:
        Failed check -> mistake. Empty where nothing is proven.

    Example:
        >>> one, two = Mistake("one", "You added one.", {"a": ("failed", 3)}), Mistake("two", "…", {"a": ("failed", [4, 5])})
        >>> proven_mistakes({"a": ("failed", [4, 5])}, [one, two])["a"].name
        'two'
    """
    failed = {check for check, row in given.items() if _is_sure(row)}
    seen = [(one, found) for one in known if (found := _seen(given, one.does))]
    chosen = [
        (one, found)
        for one, found in seen
        if not any(found < other or (found == other and rival.name in one.also_true) for rival, other in seen)
    ]
    if failed - set().union(*(found for _, found in chosen)):
        return {}
    for one, found in chosen:
        own = found - set().union(*(other for rival, other in chosen if rival is not one))
        if not _is_proven(one, own, known):
            return {}
    named = {}
    for check, row in given.items():
        fitting = [one for one, _ in chosen if row[0] in DIAGNOSED and _explains(row, one.does.get(check))]
        if len(fitting) == 1:
            named[check] = fitting[0]
    return named


def _seen(given: Signature, rows: Signature) -> set[str]:
    """The checks that a mistake surely fails, if it is seen in all of them; else none of them."""
    found = set()
    for check, row in rows.items():
        if check in given and _is_sure(row) and given[check][0] in CERTAIN | {Outcome.PASSED}:
            if not alike(given[check], row):
                return set()
            found.add(check)
    return found


def _is_proven(one: Mistake, checks: set[str], known: Sequence[Mistake]) -> bool:
    """Whether these checks, which nothing else explains, tell a mistake from all others that are known."""
    others = [other for other in known if other is not one and one.name not in other.also_true]
    sharing = [
        {other.name for other in others if check in other.does and alike(other.does[check], row)}
        for check, row in _telling({check: one.does[check] for check in checks}).items()
    ]
    return bool(sharing) and not set.intersection(*sharing)


def _telling(rows: Signature) -> Signature:
    """Rows without those that hold the same number everywhere: many functions give all zeros, say."""
    numbers = {check: _only_number(rounded(evidence)) for check, (_outcome, evidence) in rows.items()}
    if len(set(numbers.values()) - {None}) > 1:
        return rows
    return {check: row for check, row in rows.items() if numbers[check] is None}


def _only_number(evidence: object) -> float | None:
    """The number that evidence consists of, once or many times, or 0 if it is empty; None if there is more to it."""
    leaves = set(_leaves(evidence)) or {0.0}
    first = next(iter(leaves))
    return first if len(leaves) == 1 and type(first) is float else None


def _leaves(evidence: object) -> Iterator[object]:
    if isinstance(evidence, list):
        if evidence[:1] == ["array"]:  # its shape comes first, and is that of what was passed on
            evidence = evidence[2:]
        for one in evidence:
            yield from _leaves(one)
    else:
        yield evidence


def _explains(given: CheckOutcome, row: CheckOutcome | None) -> bool:
    """Whether a proven mistake accounts for a failed check, too: how well a model reads is never twice the same."""
    return row is not None and (alike(given, row) or (_is_measured(given) and _is_measured(row)))


def _is_sure(row: CheckOutcome) -> bool:
    """Whether a check failed in a way that a mistake always leaves: no measured accuracy, which depends on the data set
    and the budget, and nothing that ended for want of time.
    """
    return row[0] in CERTAIN and not _is_measured(row)


def _is_measured(row: CheckOutcome) -> bool:
    evidence = row[1]
    return isinstance(evidence, (list, tuple)) and bool(evidence) and type(evidence[0]) is str and evidence[0] == MEASURED


def alike(given: CheckOutcome, known: CheckOutcome) -> bool:
    """Whether a check has ended in the same way, for the same reason."""
    return given[0] == known[0] and _close(rounded(given[1]), rounded(known[1]))


def _close(one: object, other: object) -> bool:
    if isinstance(one, list) and isinstance(other, list):
        return len(one) == len(other) and all(_close(a, b) for a, b in zip(one, other, strict=True))
    if isinstance(one, float) and isinstance(other, float):
        return math.isclose(one, other, rel_tol=RELATIVE, abs_tol=1e-6)
    return type(one) is type(other) and one == other


def rounded(evidence: object) -> object:
    """Evidence as JSON can hold it, numbers to five digits, long lists cut; two equal pieces of evidence stay equal."""
    if isinstance(evidence, np.ndarray):
        if evidence.dtype.kind not in "biuf":
            shown = [str(one) for one in evidence.ravel()[:48]]
            return rounded(["array", evidence.dtype.kind, list(evidence.shape), shown])
        if evidence.size > 64:
            numbers = evidence.astype(np.float64).ravel()
            return rounded(["array", list(evidence.shape), numbers[:48].tolist(), numbers.mean()])
        return rounded(evidence.tolist())
    if isinstance(evidence, np.generic):
        return rounded(evidence.item())
    if isinstance(evidence, bool) or evidence is None:
        return evidence
    if isinstance(evidence, (int, float)):
        return float(f"{evidence:.5g}") if math.isfinite(evidence) else repr(float(evidence))
    if isinstance(evidence, dict):
        return [[rounded(one), rounded(evidence[one])] for one in sorted(evidence, key=repr)[:MOST_EVIDENCE]]
    if isinstance(evidence, (list, tuple, set, frozenset)):
        items = sorted(evidence, key=repr) if isinstance(evidence, (set, frozenset)) else evidence
        return [rounded(item) for item in items[:MOST_EVIDENCE]]
    text = re.sub(r"0x[0-9a-fA-F]+", "0x", str(evidence))
    return re.sub(r"\b(\w+)_\d+\b", r"\1", text)[:400]  # Keras numbers its layers as they are made
