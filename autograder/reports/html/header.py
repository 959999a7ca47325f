"""The top of the class report: what it is about, what a person must look at first, and the marks."""

from __future__ import annotations

import statistics
from collections.abc import Iterable
from typing import NamedTuple

from autograder.content import variants
from autograder.core.languages import message, shown, spoken, spoken_plural
from autograder.core.records import Report, Status
from autograder.reports import class_stats, gradebook_marks, wording
from autograder.reports.html import charts

LOUD = (
    (Status.NOT_GRADED, message("{number} not graded"), message("The kit could not grade these. This is not a mark, and not a zero. Grade them again.")),
    (Status.UNREADABLE, message("{number} unreadable"), message("There was no readable page, so there are no points.")),
)


WAITING = message("The checks are done, but the gradebook has no final mark yet.")
DIFFERENT = (
    message(
        "The kit saves work by shortcuts, and judges a share of it in full as well. These came out differently: a bug in the kit, or "
        "an answer that depends on chance. All marks here are made without the shortcut. Please report this, and look at these pages."
    )
)
ANOTHER = (
    message("This page shows the gradebook's marks. They differ from the sum of the checks if points were changed, a score was given by hand, or work was late.")
)


class Alarm(NamedTuple):
    """Submissions that a person must look at first, each with its own words."""

    title: str  # with their number
    meaning: str
    who: list[tuple[str, str]]
    is_reason: bool = False  # the words say why there is no mark


def about(reports: list[Report], when: str, isolation: str, seed: bool = True) -> list[str]:
    """When, with which data and how it was graded."""
    said = [when] if when else []
    data = distinct(report.dataset for report in reports)
    said += [spoken("data: {names}", names=", ".join(map(wording.dataset, data)))] if data else []
    said += [spoken("training: {name}", name=name) for name in distinct(report.budget for report in reports)]
    said += [wording.backend(name) for name in distinct(report.backend for report in reports)]
    said += [spoken("version {one}", one=one) for one in distinct(report.assignment_version for report in reports)]
    own = distinct(variants.in_words(report.variant) for report in reports)
    said += [spoken("variant: {values}", values=own[0]) if len(own) == 1 else spoken("variants: {count}", count=len(own))] if own else []
    said += [spoken("seed {number}", number=number) for number in distinct(report.seed for report in reports)] if seed else []
    levels = distinct(report.isolation for report in reports)
    return said if isolation else said + [shown(wording.ISOLATION.get(level, level)) for level in levels]


def figures(reports: list[Report]) -> list[tuple[str, str]]:
    """The class in three numbers, each with what it counts."""
    graded = class_stats.graded(reports)
    found = [(str(len(reports)), spoken_plural("submission", "submissions", len(reports)))]
    if graded:
        scores = class_stats.scores(reports)
        found += [
            (wording.points(statistics.median(scores)), spoken("median {unit}", unit=_unit(reports))),
            (spoken("{low} to {high}", low=wording.points(min(scores)), high=wording.points(max(scores))), spoken("lowest and highest")),
        ]
    exempt = sum(report.status is Status.EXEMPT for report in reports)
    if exempt:
        found.append((str(exempt), spoken("exempt")))
    if len(graded) + exempt < len(reports):
        found.append((str(len(reports) - len(graded) - exempt), spoken("without a mark, see below")))
    return found


def alarms(reports: list[Report]) -> list[Alarm]:
    """Who has no mark, and why, and whose mark is of other checks; none if every student has one, and of the same."""
    found = [(title, shown(meaning), [(one.submission, _why(one)) for one in reports if one.status is status and not one.waits]) for status, title, meaning in LOUD]
    loud = len(found)
    others = [(one.submission, wording.out_of(one)) for one in class_stats.of_other_checks(reports)]
    versions = [(one.submission, spoken("version {one}", one=one.assignment_version)) for one in class_stats.of_other_versions(reports)]
    differences = [(one.submission, " ".join(map(shown, one.differences))) for one in reports if one.differences]
    differing = [(one.submission, gradebook_marks.both(one)) for one in gradebook_marks.others(reports)]
    found.append((message("{number} waiting for manual grading"), shown(WAITING), [(one.submission, one.waits) for one in reports if one.waits]))
    found.append((message("{number} judged differently the second time"), shown(DIFFERENT), differences))
    found.append((message("{number} with a different mark in the gradebook"), shown(ANOTHER), differing))
    found.append((message("{number} graded with different checks"), class_stats.other_checks(reports), others))
    found.append((message("{number} graded with another version"), class_stats.other_versions(reports), versions))
    return [Alarm(shown(title.having(number=len(who))), meaning, who, place < loud) for place, (title, meaning, who) in enumerate(found) if who]


def marks(reports: list[Report]) -> dict:
    """How the marks are spread."""
    shares = [100 * class_stats.share(report) for report in class_stats.graded(reports)]
    median = statistics.median(shares) if shares and class_stats.worth(reports) else None
    tenths: list[list[tuple[str, str]]] = [[] for _ in range(10)]
    for report in class_stats.graded(reports):
        tenths[class_stats.tenth(report)].append((report.submission, wording.points(report.score)))
    return {"chart": charts.distribution("marks", tenths, median), "sentences": _standing(reports)}


def distinct(values: Iterable) -> list:
    """Each value once, in order; none that is empty."""
    return [value for value in dict.fromkeys(values) if value != ""]


def _standing(reports: list[Report]) -> list[str]:
    """The standing of the class, in sentences: the quarters, who has everything, who has begun nothing."""
    graded = class_stats.graded(reports)
    if not graded:
        return []
    scores = class_stats.scores(reports)
    full = sum(report.score >= report.max_score for report in graded)
    untouched = sum(all(exercise.not_started for exercise in report.exercises) for report in graded)
    unfinished = sum(any(exercise.not_started for exercise in report.exercises) for report in graded) - untouched
    said = []
    if len(scores) >= 4:
        low, middle, high = (wording.points(one) for one in statistics.quantiles(scores, n=4, method="inclusive"))
        said.append(spoken("The middle half of the class has {low} to {high} {unit}, the median {middle}.", low=low, high=high, unit=_unit(reports), middle=middle))
    said.append(spoken("All points: {full} of {number}.", full=full, number=len(graded)))
    said.append(spoken("Some exercises not started: {unfinished}. No exercise started: {untouched}.", unfinished=unfinished, untouched=untouched))
    return said


def _unit(reports: list[Report]) -> str:
    return class_stats.unit(reports, spoken("of {worth} points", worth=wording.points(class_stats.worth(reports))))


def _why(report: Report) -> str:
    return shown(report.problem).strip().split("\n")[0] or spoken("no reason was saved")
