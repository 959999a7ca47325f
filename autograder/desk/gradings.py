"""How a course stood at an earlier moment, from the gradings in its database: to compare two of them, and for the history of a check."""

from __future__ import annotations

import datetime
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

from autograder.core.languages import message
from autograder.core.records import WRONG, CheckResult, Outcome, Report
from autograder.desk.correcting import CannotCorrect
from autograder.desk.course_file import CourseAssignment
from autograder.desk.standing import CourseStanding, Mark
from autograder.desk.store import Store, StoredGrading, counting
from autograder.reports.compared_gradings import ComparedGradings, compare


@dataclass(frozen=True)
class GradingRun:
    """All that was saved at one moment.

    Attributes:
        when: the moment, as the database has it. pages: how many gradings. version: of the assignment, of most of them.
    """

    when: str
    pages: int
    version: str


@dataclass(frozen=True)
class CheckWeek:
    """What became of a check in the pages of one week; by student, each as a person calls them.

    Attributes:
        monday: the week's first day; None for pages of which it is not known when they were submitted.
        passed, wrong, other: of the week's pages; ``other`` are those not started, that wait, or that the kit could not judge.
        mistakes: the known ones, with how often, the most frequent first.
        passing: students whose latest page at the end of the week passes it; of: who had submitted one by then.
    """

    monday: datetime.date | None
    passed: tuple[str, ...]
    wrong: tuple[str, ...]
    other: tuple[str, ...]
    mistakes: tuple[tuple[str, int], ...]
    passing: int
    of: int


@dataclass(frozen=True)
class CheckRun:
    """What became of a check in one run: how many of the pages in it pass, and whose result is another one than before."""

    run: GradingRun
    passed: int
    pages: int
    changed: tuple[str, ...]


def runs(gradings: Sequence[StoredGrading]) -> list[GradingRun]:
    """The moments at which gradings were saved, in order."""
    found: dict[str, list[StoredGrading]] = {}
    for one in gradings:
        found.setdefault(one.graded, []).append(one)
    return [
        GradingRun(when, len(some), Counter(one.report.assignment_version for one in some).most_common(1)[0][0])
        for when, some in sorted(found.items())
    ]


def compared(standing: CourseStanding, store: Store, assignment: CourseAssignment, before: str, after: str) -> ComparedGradings:
    """Compares the marks of a course at two moments, with the corrections that counted then.

    Args:
        before, after: moments of ``runs``.

    Raises:
        CannotCorrect: there was no grading at such a moment.
    """
    gradings = store.gradings(assignment.name)
    known = {one.graded for one in gradings}
    if not {before, after} <= known:
        raise CannotCorrect(message("There is no such grading. Choose two from the list."))
    first, second = (marks_at(standing, gradings, assignment, moment) for moment in (before, after))
    return compare(_reports(first), _reports(second))


def marks_at(standing: CourseStanding, gradings: Sequence[StoredGrading], assignment: CourseAssignment, moment: str) -> dict[str, Mark]:
    """The marks as they stood at a moment: of the pages that were graded by then, as they were graded last."""
    latest = {one.attempt: one for one in sorted(gradings, key=lambda one: one.number) if one.graded <= moment}
    saved = standing.saved_attempts(assignment.name)
    attempts = [replace(one, report=latest[one.number].report, grading=latest[one.number].number) for one in saved if one.number in latest]
    entries = counting([one for one in standing.log if one.made <= moment])
    return standing.marks_of(assignment, attempts, entries)


def weeks(standing: CourseStanding, assignment: CourseAssignment, exercise: str, check: str) -> list[CheckWeek]:
    """What became of a check week by week, by the last grading of each page."""
    pages = [
        (_monday(one.submitted), mark.shown, found)
        for mark in standing.marks[assignment.name].values()
        for one in mark.attempts
        if (found := check_of(one.report, exercise, check)) is not None
    ]
    pages.sort(key=lambda page: page[0] or datetime.date.min)
    latest: dict[str, CheckResult] = {}
    made = []
    for monday in dict.fromkeys(week for week, _student, _result in pages):
        mine = [(student, result) for week, student, result in pages if week == monday]
        latest |= dict(mine)
        named = Counter(result.mistake for _student, result in mine if result.mistake)
        kinds = [(student, _kind(result)) for student, result in mine]
        passed, wrong, other = (tuple(student for student, kind in kinds if kind == wanted) for wanted in ("passed", "wrong", "other"))
        passing = sum(one.outcome is Outcome.PASSED for one in latest.values())
        made.append(CheckWeek(monday, passed, wrong, other, tuple(named.most_common()), passing, len(latest)))
    return made


def runs_of_check(
    standing: CourseStanding, gradings: Sequence[StoredGrading], assignment: CourseAssignment, exercise: str, check: str
) -> list[CheckRun]:
    """What became of a check each time that pages were judged."""
    people = standing.people
    owners = {one.number: people.shown[people.key_of(one.source.submission)] for one in standing.saved_attempts(assignment.name)}
    before: dict[int, Outcome] = {}
    found = []
    for run in runs(gradings):
        results = [
            (one.attempt, result.outcome)
            for one in gradings
            if one.graded == run.when and (result := check_of(one.report, exercise, check)) is not None
        ]
        changed = tuple(owners[attempt] for attempt, outcome in results if attempt in owners and before.get(attempt, outcome) is not outcome)
        before |= dict(results)
        if results:
            found.append(CheckRun(run, sum(outcome is Outcome.PASSED for _attempt, outcome in results), len(results), changed))
    return found


def check_of(report: Report, exercise: str, check: str) -> CheckResult | None:
    """One check's result; None if the report does not have it."""
    return next((one for each in report.exercises if each.name == exercise for one in each.checks if one.name == check), None)


def _reports(marks: dict[str, Mark]) -> dict[str, Report]:
    return {key: mark.report for key, mark in marks.items() if mark.report is not None}


def _monday(submitted: datetime.datetime | None) -> datetime.date | None:
    """Of the week of a moment, here."""
    if submitted is None:
        return None
    day = submitted.astimezone().date()
    return day - datetime.timedelta(days=day.weekday())


def _kind(result: CheckResult) -> str:
    return "passed" if result.outcome is Outcome.PASSED else "wrong" if result.outcome in WRONG else "other"
