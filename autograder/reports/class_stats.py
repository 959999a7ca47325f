"""What a whole class did: the exercises, the marks, and which mistakes were made how often."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from functools import lru_cache

from autograder.content import owners
from autograder.core.figure_text import FigureText
from autograder.core.languages import spoken, spoken_plural
from autograder.core.records import CheckResult, ExerciseResult, Report, Status
from autograder.reports import wording
from autograder.reports.measurement_names import NEEDED


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
    """How one exercise went.

    Attributes:
        who_solved, who_begun, who_not_started: submissions that solved it, began it without solving it, did not start.
        share: the mean share of its points, 0 to 1.
    """

    column: Column
    who_solved: tuple[str, ...]
    who_begun: tuple[str, ...]
    who_not_started: tuple[str, ...]
    share: float

    @property
    def solved(self) -> int:
        return len(self.who_solved)

    @property
    def begun(self) -> int:
        return len(self.who_begun)

    @property
    def not_started(self) -> int:
        return len(self.who_not_started)


@dataclass(frozen=True)
class Measured:
    """One number that a check has found in many submissions, and the least that passes (None where nothing is asked)."""

    exercise: str
    title: str
    name: str
    values: tuple[tuple[str, float], ...]  # submission, number
    needed: float | None


def named(reports: list[Report]) -> dict[str, Report]:
    """Submission's name -> the same report, called as a person calls it: by the student's name, and whether it is late."""
    people = owners.display_names((report.submission, report.person) for report in reports)
    return {
        report.submission: replace(report, submission=_late(people[report.submission]) if report.late else people[report.submission])
        for report in reports
    }


def _late(name: str) -> str:
    """Who has submitted late, as the learning platform says."""
    return spoken("{name}, late", name=name)


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
    return replace(check, message="", remark="", output="", line=None, figure=b"", figure_text=FigureText())


def columns(reports: list[Report]) -> list[Column]:
    """Every exercise once, in the order of the longest report; later ones follow.

    Each is worth what it is in the reports of the checks that most have; so the sum is what the class's pages are out of.
    """
    usual = worth(reports)
    found: dict[str, list] = {}
    for report in sorted(reports, key=lambda one: (_most(one) != usual, -len(one.exercises))):
        for exercise in report.exercises:
            title, most = found.get(exercise.name, ("", exercise.max_score))
            found[exercise.name] = [title or exercise.title, most]
    return [Column(number, name, *about) for number, (name, about) in enumerate(found.items(), 1)]


def worth(reports: list[Report]) -> float:
    """What the class's pages are out of: most of them, where some were judged by other checks; of two the larger."""
    counts = Counter(_most(report) for report in graded(reports) or reports if report.exercises)
    return max(counts, key=lambda most: (counts[most], most), default=0.0)


def of_other_checks(reports: list[Report]) -> list[Report]:
    """Graded submissions that are out of other points than most: their checks were others, older or newer ones."""
    usual = worth(reports)
    return [report for report in graded(reports) if report.exercises and _most(report) != usual]


def other_checks(reports: list[Report]) -> str:
    """How many submissions are of other checks, and what to do, in a sentence; empty if there are none."""
    others = of_other_checks(reports)
    if not others:
        return ""
    *first, last = map(wording.points, sorted({_most(report) for report in others} | {worth(reports)}))
    return (
        spoken_plural(
            "{count} report was graded with a different version of the checks: the pages are out of {first} and {last} points. Grade all of them again.",
            "{count} reports were graded with a different version of the checks: the pages are out of {first} and {last} points. Grade all of them again.",
            len(others), first=", ".join(first), last=last,
        )
    )


def of_other_versions(reports: list[Report]) -> list[Report]:
    """Graded submissions that were judged by another version of the assignment than most, or by another one of its name.

    Those that are out of other points are ``of_other_checks`` already.
    """
    known = [report for report in graded(reports) if report.assignment_version and _most(report) in (0.0, worth(reports))]
    usual = Counter(report.assignment_version for report in known).most_common(1)
    return [report for report in known if report.assignment_version != usual[0][0]]


def other_versions(reports: list[Report]) -> str:
    """How many submissions are of another version of the assignment, and what to do, in a sentence; empty if there are none."""
    others = of_other_versions(reports)
    if not others:
        return ""
    return spoken_plural(
        "{count} report is of another version of the assignment than the others. Grade all of them again.",
        "{count} reports are of another version of the assignment than the others. Grade all of them again.",
        len(others),
    )


def graded(reports: list[Report]) -> list[Report]:
    return [report for report in reports if report.status is Status.GRADED]


def share(report: Report) -> float:
    """The mark from 0 to 1, measured at what this page could reach."""
    return min(1.0, report.score / report.max_score) if report.max_score else 0.0


def scores(reports: list[Report]) -> list[float]:
    """The marks, from low to high: points; per cent where not all pages are out of the same points."""
    others = of_other_checks(reports)
    return sorted(100 * share(report) if others else report.score for report in graded(reports))


def unit(reports: list[Report], points: str) -> str:
    """What ``scores`` are, in words.

    Args:
        points: the words for points.
    """
    return spoken("per cent of the points") if of_other_checks(reports) else points


def tenth(report: Report) -> int:
    """In which tenth of the points a submission lies: 0 for 0-9 %, 9 for 90-100 %."""
    return min(9, int(share(report) * 10 + 1e-9))


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


def without_a_name(reports: list[Report]) -> str:
    """How many answers are wrong and show no known mistake, in a sentence; empty if there are none.

    Example:
        >>> without_a_name([])
        ''
    """
    answers = sum(exercise.has_no_name for report in graded(reports) for exercise in report.exercises)
    if not answers:
        return ""
    return spoken_plural(
        "{count} answer goes wrong in a way that has no name yet.", "{count} answers go wrong in a way that has no name yet.", answers
    )


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


def _most(report: Report) -> float:
    """What a page could reach, rounded, because sums of the same points in another order may differ in the last bit."""
    return round(report.max_score, 6)


def _success(column: Column, reports: list[Report]) -> Success:
    results = [(report.submission, one) for report in reports for one in report.exercises if one.name == column.name]
    solved = tuple(name for name, one in results if one.passed)
    not_started = tuple(name for name, one in results if one.not_started and not one.passed)
    begun = tuple(name for name, one in results if not one.passed and not one.not_started)
    possible = sum(one.max_score for _name, one in results)
    reached = sum(one.score for _name, one in results)
    return Success(column, solved, begun, not_started, reached / possible if possible else 0.0)
