"""A report as the checks have it, and the corrections of a course: together the mark that counts."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Sequence
from dataclasses import replace

from autograder.core.corrections import Correction, CorrectionKind
from autograder.core.languages import message, plural
from autograder.core.languages.dates import day_and_time
from autograder.core.merge import OURS
from autograder.core.records import CheckResult, ExerciseResult, Outcome, Report, Status
from autograder.desk.course_file import CourseAssignment
from autograder.desk.store import LogEntry
from autograder.desk.store_records import OF_ALL
from autograder.desk.submitted import Lateness, share_left

DECIDED = message("A person has decided on this check.")


def corrected(report: Report, entries: Sequence[LogEntry], assignment: CourseAssignment, late: Lateness) -> Report:
    """The report with its corrections: in its points, and as sentences.

    Args:
        report: as the checks have it.
        entries: that count now: those of this student and assignment, and those of all students.
        late: how late it is, the student's own deadline considered.
    """
    said: list[Correction] = []
    exercises = tuple(_exercise(one, entries, assignment, said) for one in report.exercises)
    texts = tuple(report.for_a_person)
    for entry in _latest(entries, CorrectionKind.POINTS):
        for text in texts:
            if entry.exercise == text.name:
                points = _within(entry.points, text.max_points)
                said.append(_said(entry, before=text.points or 0.0, after=points))
                texts = tuple(replace(one, points=points) if one is text else one for one in texts)
    made = replace(report, exercises=exercises, for_a_person=texts, texts_count=bool(texts))
    if made.status is Status.NOT_GRADED and made.problem == OURS and not made.broken:
        made = replace(made, status=Status.GRADED, problem="")
    for entry in entries:
        if entry.kind is CorrectionKind.EXTENSION:
            said.append(_said(entry, until=day_and_time(datetime.datetime.fromisoformat(entry.until))))
        elif entry.kind is CorrectionKind.SUBMITTED:
            said.append(_said(replace(entry, check=""), until=day_and_time(datetime.datetime.fromisoformat(entry.until))))
        elif entry.kind is CorrectionKind.COMMENT:
            said.append(_said(entry))
    exempt = [entry for entry in entries if entry.kind is CorrectionKind.EXEMPT]
    if exempt:
        said.append(_said(exempt[-1]))
        made = replace(made, status=Status.EXEMPT, problem=exempt[-1].reason)
    elif late.days and made.status is Status.GRADED and (penalty := made.score * (1 - share_left(late.days, assignment.late))):
        why = plural("{count} day late, by the rule of the course", "{count} days late, by the rule of the course", late.days)
        said.append(Correction(CorrectionKind.LATE, why, before=round(penalty, 6)))
        made = replace(made, penalty=round(penalty, 6))
    return replace(made, corrections=tuple(said))


def _exercise(
    exercise: ExerciseResult, entries: Sequence[LogEntry], assignment: CourseAssignment, said: list[Correction]
) -> ExerciseResult:
    if exercise.name in assignment.drop:
        said.append(Correction(CorrectionKind.DROPPED, exercise=exercise.name))
        return replace(exercise, checks=tuple(_without_points(check) for check in exercise.checks))
    mine = [entry for entry in entries if entry.exercise == exercise.name]
    checks = tuple(_check(check, [one for one in mine if one.check == check.name], said) for check in exercise.checks)
    made = replace(exercise, checks=checks)
    for entry in _latest(one for one in mine if not one.check):
        points = _within(entry.points, made.max_score)
        said.append(_said(entry, before=made.score, after=points))
        checks = tuple(_decided(check) for check in made.checks)
        made = replace(made, corrected=points, checks=checks)
    return made


def _check(check: CheckResult, entries: Sequence[LogEntry], said: list[Correction]) -> CheckResult:
    of_all = [entry for entry in entries if entry.kind in OF_ALL]
    if of_all and of_all[-1].kind is CorrectionKind.OFF:  # for each student, or their marks would be out of different points
        entries = [entry for entry in entries if entry.kind is CorrectionKind.OFF][-1:]
    made = check
    for entry in entries:  # the later one counts
        if entry.kind is CorrectionKind.OFF:
            made = _without_points(_decided(check))
        elif entry.kind is CorrectionKind.EVERYBODY:
            made = replace(_decided(check), points=check.max_points)
        elif entry.kind is CorrectionKind.POINTS:
            made = replace(_decided(check), points=_within(entry.points, check.max_points))
    if entries:
        said.append(_said(entries[-1], title=check.title, before=check.points, after=made.points))
    return made


def _decided(check: CheckResult) -> CheckResult:
    """A check that a person has decided on is not our bug any more."""
    if check.outcome is not Outcome.BROKEN:
        return check
    return replace(check, outcome=Outcome.SKIPPED, message=DECIDED)


def _without_points(check: CheckResult) -> CheckResult:
    return replace(check, points=0.0, max_points=0.0)


def _latest(entries: Iterable[LogEntry], kind: CorrectionKind = CorrectionKind.POINTS) -> list[LogEntry]:
    """Of several for one exercise the last one."""
    return list({entry.exercise: entry for entry in entries if entry.kind is kind and not entry.check}.values())


def _within(points: float | None, most: float) -> float:
    return min(max(points or 0.0, 0.0), most)


def _said(
    entry: LogEntry, title: str = "", before: float | None = None, after: float | None = None, until: str = ""
) -> Correction:
    assert entry.kind is not None
    return Correction(
        kind=entry.kind,
        reason=entry.reason,
        by=entry.by,
        when=entry.when,
        exercise=entry.exercise,
        check=entry.check,
        title=title,
        before=before,
        after=after,
        until=until,
        number=entry.number,
    )
