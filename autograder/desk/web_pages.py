"""What the pages of the local server show. Plain records for the templates; every value is escaped there."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from typing import NamedTuple
from urllib.parse import urlencode

from autograder.core import check_titles
from autograder.core.corrections import CorrectionKind
from autograder.core.languages import message, spoken, with_and
from autograder.core.languages.dates import day_and_time, week
from autograder.core.records import CheckResult, Outcome
from autograder.desk.correcting import Planned
from autograder.desk.course_file import CourseFile
from autograder.desk.gradings import CheckRun, CheckWeek, GradingRun
from autograder.desk.log_words import entry_sentence
from autograder.desk.lti_tool import ToolRow
from autograder.desk.similar_answers import SimilarInClass
from autograder.desk.similar_page import MOST_PAIRS, WHAT_IT_MEANS, not_compared, summary
from autograder.desk.standing import CourseStanding, Mark
from autograder.desk.submitted import KNOWN_BY
from autograder.reports import wording
from autograder.reports.check_texts import check_texts
from autograder.reports.compared_gradings import ComparedGradings, signed
from autograder.reports.html import charts
from autograder.reports.html.rendering import render
from autograder.reports.translated_reports import translated

PACKAGE = "autograder.desk"
OF_ASSIGNMENT = ((message("class page"), "class"), (message("checks"), "checks"), (message("compare two gradings"), "compare"))  # pages, by their links


class MarkCell(NamedTuple):
    """One mark in the table of the course."""

    text: str
    address: str
    waits: bool
    changed: bool


class StudentRow(NamedTuple):
    """One student in the table of the course."""

    name: str
    cells: list[MarkCell]
    total: str


class CheckRow(NamedTuple):
    """One check of a student's, with the address at which it can be called unfair."""

    check: CheckResult
    what: str
    score: str
    said: tuple[tuple[str, str], ...]
    unfair: str
    history: str


class Pages:
    """Draws the pages.

    Args:
        base: the address with the token, without a slash at its end: ``/TOKEN``.
        form: the secret of the forms.
    """

    def __init__(self, base: str, form: str) -> None:
        self.base = base
        self.form = form

    def address(self, page: str = "", **query: str) -> str:
        return f"{self.base}/{page}{f'?{urlencode(query)}' if query else ''}"

    def _draw(self, template: str, title: str, **shown: object) -> str:
        return render(template, package=PACKAGE, title=title, base=self.base, form=self.form, **shown)

    def course(self, standing: CourseStanding) -> str:
        course = standing.course
        rows = []
        for key, name in sorted(standing.people.shown.items(), key=lambda item: item[1].casefold()):
            cells = [self._cell(standing.marks[one.name][key], key) for one in course.assignments]
            total = standing.total(key)
            rows.append(StudentRow(name, cells, "" if total is None else spoken("{points} %", points=wording.points(100 * total))))
        columns = [
            (
                one.name,
                day_and_time(one.deadline) if one.deadline else message("no deadline"),
                [(words, self.address(page, assignment=one.name)) for words, page in OF_ASSIGNMENT],
            )
            for one in course.assignments
        ]
        similar = [(one.name, self.address("similar", assignment=one.name)) for one in course.assignments]
        return self._draw("course.html.j2", course.title, columns=columns, rows=rows, waiting=standing.waiting(), similar=similar)

    def student(self, standing: CourseStanding, mark: Mark, once: str, problem: str = "", typed: dict[str, str] | None = None) -> str:
        name, key = mark.assignment.name, mark.student.key
        report = translated(mark.report) if mark.report else None
        exercises = []
        for one in report.exercises if report else ():
            rows = [
                CheckRow(
                    text.check,
                    f"{one.name}::{text.check.name}",
                    wording.out_of(text.check),
                    text.said,
                    self.address("check", assignment=name, what=f"{one.name}::{text.check.name}"),
                    self.address("history", assignment=name, what=f"{one.name}::{text.check.name}"),
                )
                for text in check_texts(one, report.source if report else "", False, repeat=True)
            ]
            why = self.address("why", assignment=name, student=key, exercise=one.name)
            exercises.append((one.name, wording.out_of(one), rows, why))
        texts = report.for_a_person if report else ()
        attempts = [
            (number, day_and_time(one.submitted) if one.submitted else message("time unknown"), KNOWN_BY.get(one.known_by, one.known_by), wording.out_of(one.report), one is mark.counts, one.gradings, one.number if one.page else 0)
            for number, one in enumerate(mark.attempts, 1)
        ]
        mine = [entry for entry in standing.log if entry.assignment == name and entry.student and standing.people.key_of(entry.student) == key]
        return self._draw(
            "student.html.j2",
            f"{mark.shown}: {name}",
            mark=mark,
            score=mark.cell,
            worth=wording.points(report.max_score) if report else "",
            corrections=wording.corrections(report) if report else [],
            exercises=exercises,
            texts=texts,
            attempts=attempts,
            deadline=day_and_time(mark.deadline) if mark.deadline else "",
            targets=[target for one in exercises for target in (one[0], *(row.what for row in one[2]))] + [text.name for text in texts],
            log=[(entry.number, entry_sentence(entry, standing.people), bool(entry.undone)) for entry in mine],
            report=self.address("report", assignment=name, student=key),
            assignment=name,
            student=key,
            once=once,
            problem=problem,
            typed=typed or {},
        )

    def check(self, standing: CourseStanding, assignment: str, what: str, planned: dict[str, Planned], once: str, problem: str = "", typed: dict[str, str] | None = None) -> str:
        """Whose marks would change if a check were switched off, or given to all students."""
        title = ""
        for mark in standing.marks[assignment].values():
            for one in mark.report.exercises if mark.report else ():
                found = next((check for check in one.checks if f"{one.name}::{check.name}" == what), None)
                title = title or (check_titles.as_message(found.title, found.name, one.name, assignment) if found else "")
        return self._draw(
            "check.html.j2", f"{what}: {assignment}", assignment=assignment, what=what, check_title=title, planned=planned, once=once, problem=problem, typed=typed or {}
        )

    def checks(self, standing: CourseStanding, assignment: str) -> str:
        """Every check of an assignment, with how many of the pages that count pass it."""
        reports = standing.reports(assignment)
        found: dict[str, list[CheckResult]] = {}
        for one in reports:
            for exercise in one.exercises:
                for check in exercise.checks:
                    found.setdefault(f"{exercise.name}::{check.name}", []).append(check)
        rows = [
            (
                what.partition("::")[0],
                check_titles.as_message(results[0].title, results[0].name, what.partition("::")[0], assignment) or results[0].name,
                sum(one.outcome is Outcome.PASSED for one in results),
                len(results),
                self.address("history", assignment=assignment, what=what),
                self.address("check", assignment=assignment, what=what),
            )
            for what, results in found.items()
        ]
        return self._draw("checks.html.j2", spoken("Checks: {assignment}", assignment=assignment), rows=rows)

    def history(self, standing: CourseStanding, assignment: str, what: str, title: str, found: list[CheckWeek], again: list[CheckRun]) -> str:
        """One check over the weeks, and each time that pages were judged."""
        rows = [(week(one.monday), one, f"w{number}") for number, one in enumerate(found, 1)]
        times = [(day_and_time(datetime.datetime.fromisoformat(one.run.when)), one, f"r{number}") for number, one in enumerate(again, 1)]
        return self._draw(
            "history.html.j2",
            f"{what}: {assignment}",
            heading=title,
            what=what,
            weeks=rows,
            runs=times,
            shares=charts.shares,
            pages=self._students(standing, assignment),
            unfair=self.address("check", assignment=assignment, what=what),
        )

    def compare(self, standing: CourseStanding, assignment: str, known: list[GradingRun], chosen: tuple[str, str], found: ComparedGradings | None, problem: str = "") -> str:
        """Two gradings compared, and a form to choose two others.

        Args:
            chosen: the moments that are compared. found: None where there are not two gradings yet.
        """
        moments = [
            (one.when, _grading(one))
            for one in reversed(known)
        ]
        return self._draw(
            "compare.html.j2",
            spoken("Two gradings compared: {assignment}", assignment=assignment),
            assignment=assignment,
            moments=moments,
            chosen=chosen,
            found=found,
            signed=signed,
            pages=self._students(standing, assignment),
            problem=problem,
        )

    def _students(self, standing: CourseStanding, assignment: str) -> dict[str, str]:
        """Each student's name -> the address of the mark."""
        return {mark.shown: self.address("student", assignment=assignment, student=key) for key, mark in standing.marks[assignment].items()}

    def log(self, standing: CourseStanding, once: str, problem: str = "") -> str:
        rows = [(entry.number, entry_sentence(entry, standing.people), bool(entry.undone), entry.kind is None) for entry in reversed(standing.log)]
        return self._draw("log.html.j2", spoken("Corrections"), rows=rows, once=once, problem=problem)

    def similar(self, assignment: str, found: SimilarInClass) -> str:
        """The pairs of answers that share more than others do, each with its address."""
        listed = [found.shown(number, self._beside(assignment, found, number)) for number in range(1, min(MOST_PAIRS, len(found.pairs)) + 1)]
        return self._draw(
            "similar.html.j2",
            spoken("Similar answers: {assignment}", assignment=assignment),
            pairs=listed,
            more=len(found.pairs) - len(listed),
            said=summary(found.read, len(found.pairs)),
            meaning=WHAT_IT_MEANS,
            left_out=not_compared(found.read, found.people),
        )

    def beside(self, assignment: str, found: SimilarInClass, number: int) -> str:
        """One pair, with the answers beside each other.

        Args:
            number: of the pair, from 1.
        """
        one = found.shown(number)
        keys = (one.pair.one, one.pair.other)
        return self._draw(
            "similar_beside.html.j2",
            message("{number} {exercise}: {names}", number=number, exercise=one.exercise, names=with_and([name for name, _lines in one.sides])),
            one=one,
            meaning=WHAT_IT_MEANS,
            back=self.address("similar", assignment=assignment),
            before=self._beside(assignment, found, number - 1) if number > 1 else "",
            after=self._beside(assignment, found, number + 1) if number < len(found.pairs) else "",
            students=[(found.people[key], self.address("student", assignment=assignment, student=key)) for key in keys],
        )

    def lti(self, course: CourseFile, rows: Sequence[ToolRow], waiting: Sequence[tuple[str, str, str]], once: str, problem: str = "") -> str:
        """The course as a tool of a learning platform.

        Args:
            rows: what an administrator types in. waiting: courses that were opened there: id, title, by whom.
        """
        return self._draw(
            "lti.html.j2",
            spoken("Learning platform"),
            rows=rows,
            platform=course.lti.title if course.lti else "",
            connected=course.lti.course if course.lti else "",
            waiting=waiting,
            once=once,
            problem=problem,
        )

    def problem(self, text: str) -> str:
        return self._draw("problem.html.j2", spoken("This is not possible"), problem=text)

    def _beside(self, assignment: str, found: SimilarInClass, number: int) -> str:
        pair = found.pairs[number - 1]
        return self.address("beside", assignment=assignment, exercise=pair.exercise, one=pair.one, other=pair.other)

    def _cell(self, mark: Mark, key: str) -> MarkCell:
        changed = mark.report is not None and any(one.by and one.kind not in UNFAIR.values() for one in mark.report.corrections)
        return MarkCell(mark.cell, self.address("student", assignment=mark.assignment.name, student=key), bool(mark.waits), changed)


def _grading(one: GradingRun) -> str:
    when = day_and_time(datetime.datetime.fromisoformat(one.when))
    return message("{when}: {gradings}, version {version}", when=when, gradings=wording.count(one.pages, "grading"), version=one.version or message("unknown"))


OF_STUDENT = (CorrectionKind.POINTS, CorrectionKind.EXEMPT, CorrectionKind.EXTENSION, CorrectionKind.SUBMITTED, CorrectionKind.COMMENT)
KINDS = {one.value: one for one in OF_STUDENT}
UNFAIR = {one.value: one for one in (CorrectionKind.OFF, CorrectionKind.EVERYBODY)}
