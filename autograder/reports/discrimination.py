"""How well an exercise separates strong pages from weak ones: the corrected item-total correlation.

For each exercise, Pearson's correlation between its points and the points of *all the others* together (its own are
taken out of the total: with them every exercise would correlate with itself). Pages on which nothing was begun are left
out, because a row of zeros makes every exercise look good. A small class says little, so the interval is given as well,
and below ``FEWEST`` pages nothing is.

Source: S. Henrysson, "Correction of item-total correlations in item analysis" (1963); R. A. Fisher's z for the
interval.
"""

from __future__ import annotations

import math
import statistics
from dataclasses import dataclass

from autograder.core.languages import message
from autograder.core.records import Report
from autograder.reports import class_stats

FEWEST = 10  # pages; with fewer, even the interval spans nearly everything
SURE = 1.96  # standard errors: 95 of 100 such intervals hold the true value
WELL, A_LITTLE = 0.3, 0.1  # the customary limits
EXPLAINED = (
    message(
        "Discrimination shows whether students who do well on the other exercises also do well on this one. It is the correlation, "
        "from −1 to 1, between an exercise’s points and the points of all the others together (the corrected item–total correlation). "
        "From 0.3 up, it separates strong pages from weak ones well. Around 0 it does not, perhaps because almost every student solves "
        "the exercise. Below 0, students who are good elsewhere fail it, so its text or its checks need a review. The small print "
        "gives the 95 % confidence interval. The smaller the class, the wider it is."
    )
)


@dataclass(frozen=True)
class Discrimination:
    """One exercise's correlation with the rest, and its 95 % interval; None where all have the same points."""

    correlation: float | None
    lowest: float = -1.0
    highest: float = 1.0

    @property
    def word(self) -> str:
        if self.correlation is None:
            return message("all alike")
        if self.correlation >= WELL:
            return message("well")
        if self.correlation >= A_LITTLE:
            return message("a little")
        return message("hardly") if self.correlation > -A_LITTLE else message("the wrong way round")


def started_submissions(reports: list[Report]) -> list[Report]:
    """The graded submissions in which anything was begun."""
    return [one for one in class_stats.graded(reports) if not all(exercise.not_started for exercise in one.exercises)]


def discriminations(reports: list[Report]) -> dict[str, Discrimination]:
    """Exercise -> how well it separates pages; nothing at all from fewer than ``FEWEST`` begun pages."""
    pages = started_submissions(reports)
    if len(pages) < FEWEST:
        return {}
    return {column.name: _discrimination(column.name, pages) for column in class_stats.columns(reports)}


def _discrimination(name: str, pages: list[Report]) -> Discrimination:
    own, others = [], []
    for page in pages:
        for exercise in page.exercises:
            if exercise.name == name:
                own.append(exercise.score)
                others.append(round(page.score - exercise.score, 9))  # or two equal sums may differ in the last bit
    if len(own) < FEWEST:
        return Discrimination(None)
    try:
        found = statistics.correlation(own, others)
    except statistics.StatisticsError:  # one of the two is the same for all
        return Discrimination(None)
    middle = math.atanh(max(-0.999999, min(0.999999, found)))
    reach = SURE / math.sqrt(len(own) - 3)
    return Discrimination(found, math.tanh(middle - reach), math.tanh(middle + reach))
