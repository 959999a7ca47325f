"""May a mistake be named? The pure part of the diagnosis: what a function did in the checks, beside what known mistakes do.

A name that is false is worse than none. So a mistake is named only if

- everything it does is seen: each check that it fails has failed, with the same evidence;
- nothing is left over: each failed check is explained by a mistake that is named;
- no other known mistake explains the same;
- the evidence is telling: a sign that only this mistake has, or several pieces that only this mistake has together;
- there is enough of it (``confidence``).

Two mistakes in one function are both named or none is. How telling a piece of evidence is, is read from the known mistakes themselves: what several of them leave in a check tells
none of them from the others, and an array of one and the same number is what many functions give.
"""

from __future__ import annotations

import functools
import math
import re
from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass, field

import numpy as np

from autograder.core.records import Outcome
from autograder.judging import confidence
from autograder.judging.coarse_signs import part, same_tenth
from autograder.judging.confidence import Proof

RELATIVE = 1e-4
DIAGNOSED = {Outcome.FAILED, Outcome.ERROR, Outcome.MEMORY, Outcome.CRASHED, Outcome.TIMEOUT}
CERTAIN = {Outcome.FAILED, Outcome.ERROR, Outcome.MEMORY}  # how a check ends on every machine
TELLING = CERTAIN | {Outcome.PASSED}
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
        signs: check's name -> the part of its evidence that counts, a key of ``mistake_signs.SIGNS``; all of it by default.
    """

    name: str
    feedback: str
    does: Signature
    also_true: tuple[str, ...] = ()
    signs: dict[str, str] = field(default_factory=dict)

    @functools.cached_property
    def rows(self) -> Signature:
        """What it does, rounded once: every diagnosis compares it."""
        return _rounded(self.does)


@dataclass(frozen=True)
class Named:
    """A mistake that is named, and what proves it."""

    mistake: Mistake
    proof: Proof

    @property
    def confidence(self) -> float:
        return round(self.proof.confidence, 3)


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
    return {check: one.mistake for check, one in named_mistakes(given, known).items()}


def named_mistakes(
    given: Signature, known: Sequence[Mistake], hidden: int = 0, least: float = confidence.LEAST
) -> dict[str, Named]:
    """Like ``proven_mistakes``, with the proof of each.

    Args:
        hidden: how many checks the exercise has beside those that are known here.
        least: confidence below which nothing is named.
    """
    given = _rounded(given)
    chosen = _chosen(given, known)
    if {check for check, row in given.items() if _is_sure(row)} - set().union(*(found for _, found in chosen)):
        return {}
    proofs = {}
    for one, found in chosen:
        others = set().union(*(other for rival, other in chosen if rival is not one))
        pieces = _telling({check: one.rows[check] for check in found - others})
        if not _is_proven(one, pieces, known) or _may_be_another(one, found - others, others, given, known):
            return {}
        proofs[one.name] = _proof(one, pieces, given, len(known), hidden)
    if any(proof.confidence < least for proof in proofs.values()):
        return {}
    named = {}
    for check, row in given.items():
        fitting = [one for one, _ in chosen if row[0] in DIAGNOSED and _explains(row, check, one)]
        if len(fitting) == 1:
            named[check] = Named(fitting[0], proofs[fitting[0].name])
    return named


def _chosen(given: Signature, known: Sequence[Mistake]) -> list[tuple[Mistake, set[str]]]:
    """The mistakes of which everything is seen, each with the checks that it fails; of two, the one that explains more."""
    seen = [(one, found) for one in known if (found := _seen(given, one))]
    return [
        (one, found)
        for one, found in seen
        if not any(found < other or (found == other and rival.name in one.also_true) for rival, other in seen)
    ]


def _may_be_another(one: Mistake, own: set[str], others: set[str], given: Signature, known: Sequence[Mistake]) -> bool:
    """Whether a second mistake may as well be one that would leave other evidence where the first one hides it.

    Args:
        own: the checks that only this mistake explains; others: those that another one which is named explains.
    """
    return bool(others) and any(
        _seen(given, rival, others) == own and not _seen(given, rival)
        for rival in known
        if rival is not one and rival.name not in one.also_true and one.name not in rival.also_true
    )


def _seen(given: Signature, one: Mistake, hidden: Collection[str] = ()) -> set[str]:
    """The checks that a mistake surely fails, if it is seen in all of them, or in all that are not hidden; else none of them."""
    found = set()
    for check, row in one.rows.items():
        if check in given and _is_sure(row) and given[check][0] in TELLING and check not in hidden:
            if not _matches(given[check], check, one):
                return set()
            found.add(check)
    return found


def _is_proven(one: Mistake, pieces: Signature, known: Sequence[Mistake]) -> bool:
    """Whether these pieces of evidence, which nothing else explains, tell a mistake from all others that are known."""
    others = [other for other in known if other is not one and one.name not in other.also_true]
    sharing = [
        {other.name for other in others if check in other.rows and _matches(other.rows[check], check, one)}
        for check in pieces
    ]
    return bool(sharing) and not set.intersection(*sharing)


def _proof(one: Mistake, pieces: Signature, given: Signature, known: int, hidden: int) -> Proof:
    distinct = {str(leaf) for check, row in pieces.items() for leaf in _leaves(part(row[1], one.signs.get(check, "")))}
    untried = [
        check
        for check, row in one.rows.items()
        if (_is_sure(row) or row[0] == Outcome.PASSED) and (check not in given or given[check][0] not in TELLING)
    ]
    return Proof(len(pieces), len(distinct), known, len(untried) + hidden)


def _matches(row: CheckOutcome, check: str, one: Mistake) -> bool:
    """Whether a check has ended as it does with a mistake, as far as that mistake's evidence counts."""
    sign = one.signs.get(check, "")
    outcome, evidence = one.rows[check]
    near = same_tenth if sign == "tenth" else _same_number
    return row[0] == outcome and _close(part(row[1], sign), part(evidence, sign), near)


def _telling(rows: Signature) -> Signature:
    """Rows without those that hold the same number everywhere: many functions give all zeros, say."""
    numbers = {check: _only_number(evidence) for check, (_outcome, evidence) in rows.items()}
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


def _explains(given: CheckOutcome, check: str, one: Mistake) -> bool:
    """Whether a proven mistake accounts for a failed check, too: how well a model reads is never twice the same."""
    row = one.rows.get(check)
    return row is not None and (_matches(given, check, one) or (_is_measured(given) and _is_measured(row)))


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


def _same_number(one: float, other: float) -> bool:
    return math.isclose(one, other, rel_tol=RELATIVE, abs_tol=1e-6)


def _close(one: object, other: object, near: Callable[[float, float], bool] = _same_number) -> bool:
    if isinstance(one, list) and isinstance(other, list):
        return len(one) == len(other) and all(_close(a, b, near) for a, b in zip(one, other, strict=True))
    if isinstance(one, float) and isinstance(other, float):
        return near(one, other)
    return type(one) is type(other) and one == other


def _rounded(rows: Signature) -> Signature:
    return {check: (outcome, rounded(evidence)) for check, (outcome, evidence) in rows.items()}


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
