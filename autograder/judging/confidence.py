"""How sure is a name? The chance that a proven mistake is the one that was made, from how much evidence proves it.

The weights are those of a logistic regression. ``python tests/quality/diagnosis.py --calibrate`` fits them and writes them
here: from diagnoses of known mistakes where most of the catalogue is taken out and some checks are not run, so that wrong
names occur. ``docs/quality.md`` says how often names of each confidence are right.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

LEAST = 0.9  # below it nothing is said but what happened
MOST_NUMBERS = 64  # different things in the evidence; more than these prove no more

# Written by tests/quality/diagnosis.py --calibrate.
BASE = 1.553
WEIGHTS = {"matching": 0.518, "distinct": 0.600, "known": 0.460, "untried": -0.438}


@dataclass(frozen=True)
class Proof:
    """What speaks for a mistake. Nothing speaks against it: a single check that refutes it, and it is not proven.

    Attributes:
        matching: checks that have failed with its evidence, which is telling and explained by no other mistake that is named.
        distinct: different numbers and texts in this evidence.
        known: mistakes that are known of the exercise, and so could have left the same evidence.
        untried: checks that say nothing of it, because they did not run, took too long, or are not here.
    """

    matching: int
    distinct: int
    known: int
    untried: int

    @property
    def features(self) -> dict[str, float]:
        """The numbers that the weights belong to; a second piece of evidence counts for more than a tenth."""
        return {
            "matching": math.log2(1 + self.matching),
            "distinct": math.log2(1 + min(self.distinct, MOST_NUMBERS)),
            "known": math.log2(1 + self.known),
            "untried": float(self.untried),
        }

    @property
    def confidence(self) -> float:
        """From 0 to 1; of all names with this number, about this share is right.

        Example:
            >>> Proof(3, 20, 25, 0).confidence > Proof(1, 1, 2, 5).confidence
            True
        """
        score = BASE + sum(WEIGHTS[name] * number for name, number in self.features.items())
        return 1 / (1 + math.exp(-max(-500.0, score)))
