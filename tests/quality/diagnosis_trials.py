"""What the diagnosis says where the truth is known: trials with the evidence of the known mistakes, nothing is judged.

The evidence is that of ``solutions/*/mistakes/signatures.json``. A mistake that is taken out of the catalogue stands for one
that nobody has written down.
"""

from __future__ import annotations

import itertools
import json
import random
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from autograder.core.records import Outcome
from autograder.judging import confidence, mistake_naming
from autograder.judging.confidence import Proof
from autograder.judging.mistake_naming import Mistake, Signature, alike, named_mistakes, proven_mistakes

ROOT = Path(__file__).parents[2]
SHARES = (0.5, 0.2, 0.1)  # of the catalogue that is known in a trial
MOST_PAIRS = 60  # of each exercise, in ``together``
PENALTY = 1.0  # on large weights
Catalogue = dict[tuple[str, str], list[Mistake]]  # (assignment, exercise) -> its known mistakes


def catalogue() -> Catalogue:
    """All known mistakes, with what they do in each check."""
    found: Catalogue = {}
    for path in sorted(ROOT.glob("solutions/*/mistakes/signatures.json")):
        for exercise, entry in json.loads(path.read_text("utf-8"))["exercises"].items():
            found[path.parts[-3], exercise] = [
                Mistake(
                    one["name"],
                    one["feedback"],
                    {check: (row[0], row[1]) for check, row in one["checks"].items()},
                    tuple(one.get("also_true", ())),
                    one.get("signs", {}),
                )
                for one in entry["mistakes"]
            ]
    return found


# -- one is taken out --------------------------------------------------------------------------------------------------


def leave_one_out(known: list[Mistake]) -> Counter[str]:
    """What each mistake of an exercise is called if it is not known: ``unknown``, ``also true`` or ``another``.

    ``itself`` counts those that are called by their own name while they are known, and nothing else.
    """
    found = Counter({"mistakes": len(known)})
    for one in known:
        names = {other.name for other in proven_mistakes(one.does, [other for other in known if other is not one]).values()}
        found["another" if names - {*one.also_true} else "also true" if names else "unknown"] += 1
        found["itself"] += {other.name for other in proven_mistakes(one.does, known).values()} == {one.name}
    return found


# -- confidence --------------------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Trial:
    """A name that was given, whatever its confidence.

    Attributes:
        exercise: assignment and function. right: the name, or its lesson, is true of what was diagnosed.
    """

    exercise: tuple[str, str]
    proof: Proof
    right: bool


def trials(found: Catalogue, rounds: int, seed: int = 0) -> list[Trial]:
    """The names that are given where most of the catalogue is taken out and only some checks have run.

    With the whole catalogue and all checks there are no wrong names to learn from. Fewer known mistakes mean more
    unknown ones, and fewer checks mean less evidence: so wrong names come about in the way in which they do in a class.

    Args:
        rounds: for each exercise; in each, all its mistakes are diagnosed.
    """
    drawn = random.Random(seed)
    named: list[Trial] = []
    for place, known in found.items():
        checks = sorted({check for one in known for check in one.does})
        for _ in range(rounds):
            some = drawn.sample(known, max(2, int(len(known) * drawn.choice(SHARES))))
            run = set(drawn.sample(checks, drawn.randint(1, len(checks))))
            for one in known:
                given = {check: row for check, row in one.does.items() if check in run}
                said = {each.mistake.name: each for each in named_mistakes(given, some, least=0.0).values()}
                named += [Trial(place, each.proof, name in (one.name, *one.also_true)) for name, each in said.items()]
    return named


def fitted(of: list[Trial]) -> tuple[float, dict[str, float]]:
    """The base and the weights of a logistic regression (Newton's method; the base is not held small)."""
    names = list(confidence.WEIGHTS)
    rows = np.array([[1.0, *(one.proof.features[name] for name in names)] for one in of])
    right = np.array([one.right for one in of], dtype=float)
    held = np.diag([0.0, *[PENALTY] * len(names)])
    weights = np.zeros(len(names) + 1)
    for _ in range(50):
        sure = 1 / (1 + np.exp(-rows @ weights))
        slope = rows.T @ (right - sure) - held @ weights
        weights += np.linalg.solve((rows.T * (sure * (1 - sure))) @ rows + held, slope)
    return float(weights[0]), dict(zip(names, map(float, weights[1:]), strict=True))


def sure(one: Proof, base: float, weights: dict[str, float]) -> float:
    """A proof's confidence by weights that may be others than those of ``judging.confidence``."""
    return float(1 / (1 + np.exp(-(base + sum(weights[name] * number for name, number in one.features.items())))))


def held_out(of: list[Trial], seed: int = 0) -> list[tuple[float, bool]]:
    """(confidence, right) of each trial, by weights from the other half of the exercises."""
    places = sorted({one.exercise for one in of})
    random.Random(seed).shuffle(places)
    half = set(places[: len(places) // 2])
    sides = [[one for one in of if (one.exercise in half) is side] for side in (True, False)]
    found = []
    for side, other in (sides, sides[::-1]):
        base, weights = fitted(other)
        found += [(sure(one.proof, base, weights), one.right) for one in side]
    return found


def in_bins(pairs: list[tuple[float, bool]], edges: tuple[float, ...]) -> list[tuple[float, float, int, float, int]]:
    """For each bin with something in it: its edges, how many names, their mean confidence, how many of them are right."""
    found = []
    for low, high in itertools.pairwise(edges):
        inside = [(number, right) for number, right in pairs if low <= number < high or number == high == edges[-1]]
        if inside:
            mean = sum(number for number, _ in inside) / len(inside)
            found.append((low, high, len(inside), mean, sum(right for _, right in inside)))
    return found


# -- two at once -------------------------------------------------------------------------------------------------------


def composed(one: Mistake, other: Mistake) -> Signature:
    """What a function with two mistakes does, where they fail different checks: one that waits in either case waits."""
    waits = Outcome.SKIPPED
    found: Signature = {}
    for check in one.does.keys() & other.does.keys():
        rows = one.does[check], other.does[check]
        found[check] = next((row for row in rows if row[0] == waits), None) or next(
            (row for row in rows if row[0] != Outcome.PASSED), rows[0]
        )
    return found


def fails(one: Mistake) -> set[str]:
    """The checks that a mistake does not pass."""
    return {check for check, row in one.does.items() if row[0] not in (Outcome.PASSED, Outcome.SKIPPED)}


def pairs(known: list[Mistake]) -> Counter[str]:
    """What is named where a function has two mistakes that fail different checks.

    Returns:
        ``both``; ``none``; ``one`` of two that can be seen; ``alone``: one is named, and the other fails only checks that wait
        for the first; ``third``: another mistake, which leaves exactly what these two leave together; ``wrong``: anything else.
    """
    found: Counter[str] = Counter()
    for one, other in itertools.combinations(known, 2):
        if not fails(one) & fails(other):
            given = composed(one, other)
            found[_said_of_two(given, known, one, other)] += 1
    return found


def _said_of_two(given: Signature, known: list[Mistake], one: Mistake, other: Mistake) -> str:
    named = {each.name: each for each in proven_mistakes(given, known).values()}
    if not named:
        return "none"
    strange = set(named) - {one.name, other.name, *one.also_true, *other.also_true}
    if strange:
        same = all(_leaves_all(named[name], given) for name in strange)
        return "third" if same else "wrong"
    if all(set(named) & {each.name, *each.also_true} for each in (one, other)):
        return "both"
    seen = all(any(given[check][0] != Outcome.SKIPPED for check in fails(each) & given.keys()) for each in (one, other))
    return "one" if seen else "alone"


def _leaves_all(one: Mistake, given: Signature) -> bool:
    """Whether a mistake leaves all the evidence that there is; how well a model reads is never twice the same."""
    return all(
        row[0] in (Outcome.PASSED, Outcome.SKIPPED) or alike(row, one.does[check]) or mistake_naming.MEASURED in map(str, row[1] or [])
        for check, row in given.items()
    )


def together(known: list[Mistake]) -> Counter[str]:
    """What is named where two mistakes fail the same check, each in another way: ``nothing``, ``as one``, ``both`` or ``something``.

    Some pairs of the exercise, always the same.

    The check that both fail shows what one leaves, what the other leaves, or a third thing. ``as one``: all that is seen is
    what a single mistake leaves, so nothing can tell that there are two.
    """
    found: Counter[str] = Counter()
    every = list(itertools.combinations(known, 2))
    for one, other in random.Random(len(known)).sample(every, min(MOST_PAIRS, len(every))):
        common = {check for check in fails(one) & fails(other) if not alike(one.does[check], other.does[check])}
        if not common:
            continue
        rest = composed(one, other)
        third = {check: (str(Outcome.FAILED), ["two at once", check]) for check in common}
        for rows in (one.does, other.does, third):
            given = {**rest, **{check: rows[check] for check in common}}
            named = {each.name: each for each in proven_mistakes(given, known).values()}
            whole = len(named) == 1 and all(_leaves_all(each, given) for each in named.values())
            both = all(set(named) & {each.name, *each.also_true} for each in (one, other))
            found["nothing" if not named else "as one" if whole else "both" if both and len(named) == 2 else "something"] += 1
    return found
