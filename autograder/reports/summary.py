"""What a whole class did: the exercises, the marks, and which mistakes were made how often."""

from __future__ import annotations

import statistics
from dataclasses import dataclass, replace
from functools import lru_cache

from autograder.records import CheckResult, ExerciseResult, Report, Status

NEEDED = "_needed"  # behind a measurement's name: the least that passes


@dataclass(frozen=True)
class Column:
    """One exercise of the class, with its number on the page and what it is worth."""

    number: int
    name: str
    title: str
    max_score: float


@dataclass(frozen=True)
class Misconception:
    """One known mistake in one exercise, and whose answers show it."""

    exercise: str
    mistake: str
    feedback: str
    submissions: tuple[str, ...]


@dataclass(frozen=True)
class Success:
    """How one exercise went: how many solved it, began it without solving it, did not start; the mean share, 0 to 1."""

    column: Column
    solved: int
    begun: int
    not_started: int
    share: float


@dataclass(frozen=True)
class Measured:
    """One number that a check has found in many submissions, and the least that passes (None where nothing is asked)."""

    exercise: str
    title: str
    name: str
    values: tuple[tuple[str, float], ...]  # submission, number
    needed: float | None


def outline(report: Report) -> Report:
    """The same report without what only its own page shows: messages, output and figures.

    What is alike in many submissions is there once, so the outlines of thousands fit in memory.
    """
    exercises = tuple(
        _once(replace(exercise, checks=tuple(_once(_bare(check)) for check in exercise.checks)))
        for exercise in report.exercises
    )
    return replace(report, exercises=exercises)


@lru_cache(maxsize=10_000)
def _once(part: CheckResult | ExerciseResult) -> CheckResult | ExerciseResult:
    """The first part that was equal to this one."""
    return part


def _bare(check: CheckResult) -> CheckResult:
    return replace(check, message="", remark="", output="", line=None, figure=b"")


def columns(reports: list[Report]) -> list[Column]:
    """Every exercise once, in the order of the longest report; later ones follow."""
    found: dict[str, list] = {}
    for report in sorted(reports, key=lambda one: -len(one.exercises)):
        for exercise in report.exercises:
            title, most = found.get(exercise.name, ("", 0.0))
            found[exercise.name] = [title or exercise.title, max(most, exercise.max_score)]
    return [Column(number, name, *about) for number, (name, about) in enumerate(found.items(), 1)]


def graded(reports: list[Report]) -> list[Report]:
    return [report for report in reports if report.status is Status.GRADED]


def share(report: Report, most: float) -> float:
    """The mark from 0 to 1, measured at what the assignment is worth."""
    return min(1.0, report.score / most) if most else 0.0


def histogram(reports: list[Report]) -> list[int]:
    """How many graded submissions reach 0-9 %, 10-19 %, ... 90-100 %."""
    most = sum(column.max_score for column in columns(reports))
    bins = [0] * 10
    for report in graded(reports):
        bins[min(9, int(share(report, most) * 10 + 1e-9))] += 1
    return bins


def median(reports: list[Report]) -> float | None:
    scores = [report.score for report in graded(reports)]
    return statistics.median(scores) if scores else None


def successes(reports: list[Report]) -> list[Success]:
    """How each exercise went, over the graded submissions."""
    return [_success(column, graded(reports)) for column in columns(reports)]


def misconceptions(reports: list[Report]) -> list[Misconception]:
    """Known mistakes, the most frequent first; a submission counts once for each of its mistakes."""
    found: dict[tuple[str, str], dict] = {}
    for report in reports:
        for exercise in report.exercises:
            for check in exercise.checks:
                if check.mistake:
                    about = found.setdefault((exercise.name, check.mistake), {"feedback": "", "who": []})
                    about["feedback"] = about["feedback"] or check.feedback
                    if report.submission not in about["who"]:
                        about["who"].append(report.submission)
    order = {column.name: column.number for column in columns(reports)}
    ranked = sorted(found.items(), key=lambda item: (-len(item[1]["who"]), order[item[0][0]], item[0][1]))
    return [
        Misconception(exercise, mistake, about["feedback"], tuple(about["who"]))
        for (exercise, mistake), about in ranked
    ]


def measured(reports: list[Report]) -> list[Measured]:
    """What the checks have measured, in the order of the page; of graded submissions."""
    found: dict[tuple[str, str, str], list[tuple[str, float]]] = {}
    titles, needed = {}, {}
    for report in graded(reports):
        for exercise in report.exercises:
            for check in exercise.checks:
                for name, number in check.measurements.items():
                    key = (exercise.name, check.name, name.removesuffix(NEEDED))
                    titles[key] = check.title
                    if name.endswith(NEEDED):
                        needed[key] = number
                    else:
                        found.setdefault(key, []).append((report.submission, number))
    order = {column.name: column.number for column in columns(reports)}
    return [
        Measured(key[0], titles[key], key[2], tuple(found[key]), needed.get(key))
        for key in sorted(found, key=lambda key: (order[key[0]], key))
    ]


def _success(column: Column, reports: list[Report]) -> Success:
    results = [exercise for report in reports for exercise in report.exercises if exercise.name == column.name]
    solved = sum(exercise.passed for exercise in results)
    not_started = sum(exercise.not_started for exercise in results)
    possible = sum(exercise.max_score for exercise in results)
    reached = sum(exercise.score for exercise in results)
    begun = len(results) - solved - not_started
    return Success(column, solved, begun, not_started, reached / possible if possible else 0.0)
