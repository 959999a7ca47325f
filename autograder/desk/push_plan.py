"""What pushing the marks of an assignment to a learning platform would change, student by student, before anything is sent."""

from __future__ import annotations

import hashlib
import json
from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from autograder.content.owners import CANVAS
from autograder.core.languages import message, shown, what_it_says, with_and
from autograder.core.records import Report
from autograder.desk.course_file import CourseAssignment, CourseUnusable
from autograder.desk.platform_journal import SentBefore, mark_text
from autograder.desk.platform_people import match_people
from autograder.desk.roster import Student
from autograder.desk.standing import CourseStanding, Mark
from autograder.desk.store import Store, comparable_content
from autograder.lms.filling import factor, listed
from autograder.lms.platform import LmsAssignment, LmsMark, LmsUser, Platform
from autograder.reports import wording
from autograder.reports.grades import Grade, NoTable, most
from autograder.reports.student_view import to_student


class Fate(StrEnum):
    """What becomes of one student's mark."""

    SEND = "send"
    SAME = "same"  # it is there already
    KEEP = "keep"  # the platform has a mark that is not ours
    OPEN = "open"  # there is no final mark yet
    LOST = "lost"  # the student is not in the course there, or it is not certain who it is


@dataclass(frozen=True)
class PushRow:
    """One student.

    Attributes:
        before: the mark on the platform; None if the student was not found there. after: what it will be.
        excused: the student needs no mark.
        why: a few words on the fate.
        sha256: of the feedback that is to be there; empty if none is to be sent.
        known: what the journal knows.
        of_group: it is kept because the members of a group have different marks.
    """

    mark: Mark
    fate: Fate
    why: str = ""
    user: str = ""
    before: LmsMark | None = None
    after: float | None = None
    excused: bool = False
    sha256: str = ""
    known: SentBefore = SentBefore()
    of_group: bool = False

    @property
    def changes_mark(self) -> bool:
        return self.before is not None and not self.before.is_marked(self.after, self.excused)

    @property
    def cells(self) -> tuple[str, str, str, str]:
        """Student, the mark that is there, the mark that will be, and what happens."""
        there = "" if self.before is None else _cell(self.before.score, self.before.excused)
        return self.mark.shown, there, _cell(self.after, self.excused), self.why


@dataclass(frozen=True)
class PushPlan:
    """All that would be sent for one assignment.

    Attributes:
        notes: sentences worth knowing.
        strangers: who is in the course on the platform, and not in ours.
    """

    mine: CourseAssignment
    assignment: LmsAssignment
    rows: tuple[PushRow, ...]
    notes: tuple[str, ...] = ()
    strangers: tuple[str, ...] = ()

    def of(self, fate: Fate) -> list[PushRow]:
        return [row for row in self.rows if row.fate is fate]


class PushPlanner:
    """Compares the marks of a course with those on its platform.

    Args:
        standing: the course. known: what the journal knows, by the platform's number of a student.
        scale: marks may be multiplied where the assignment is out of another number there.
        feedback: each student gets the page, too.
        overwrite: keys of students whose mark on the platform may be replaced although it is not ours.
    """

    def __init__(
        self,
        standing: CourseStanding,
        store: Store,
        platform: Platform,
        known: dict[str, SentBefore],
        scale: bool = False,
        feedback: bool = True,
        overwrite: Collection[str] = (),
    ) -> None:
        self.standing = standing
        self.store = store
        self.platform = platform
        self.known = known
        self.scale = scale
        self.feedback = feedback
        self.overwrite = overwrite

    def plan(self, mine: CourseAssignment) -> PushPlan:
        """Reads what is there, and sends nothing.

        Raises:
            CourseUnusable: the assignment cannot take these marks.
            LmsError: the platform cannot be read.
        """
        title = self.platform.title
        assignment = self.platform.assignment(mine.lms)
        if assignment.closed:
            raise CourseUnusable(message("{why}, so points cannot be written into it.", why=assignment.closed))
        marks = self.standing.marks[mine.name]
        grades = [grade for mark in marks.values() if (grade := mark.grade) is not None]
        times = self._factor(grades, assignment)
        users = self.platform.students()
        there = self.platform.marks(assignment)
        people = match_people(self.platform.kind, self._students(marks), users, title)
        rows = []
        for key, mark in sorted(marks.items(), key=lambda item: item[1].shown.casefold()):
            user = people.users.get(key)
            rows.append(self._row(mark, user, people.unsure.get(key, ""), there, times))
        rows = _groups_apart(rows, title)
        return PushPlan(mine, assignment, tuple(rows), self._notes(assignment, rows), tuple(sorted(one.name for one in people.new)))

    def _students(self, marks: dict[str, Mark]) -> list[Student]:
        """The course's students; of those whose files Canvas has named, the number is known."""
        found = []
        for mark in marks.values():
            student = mark.student
            numbers = {one.source.platform for one in mark.attempts}
            if self.platform.kind == CANVAS and not student.number_on(CANVAS) and len(numbers) == 1:
                student = replace(student, platforms=(*student.platforms, *numbers))
            found.append(student)
        return found

    def _factor(self, grades: Sequence[Grade], assignment: LmsAssignment) -> float:
        worth = {round(one.max_score, 6) for one in grades if one.final}
        if len(worth) > 1:
            points = with_and([wording.points(number) for number in sorted(worth)])
            raise CourseUnusable(message("Some of these marks are out of {points}. Run   autograder course regrade   first, so that all are out of the same.", points=points))
        try:
            where = message("{title} in {platform}", title=assignment.title, platform=self.platform.title)
            return factor(most(grades), assignment.points, self.scale, where)
        except NoTable as error:
            raise CourseUnusable(what_it_says(error)) from error

    def _row(self, mark: Mark, user: LmsUser | None, unsure: str, there: dict[str, LmsMark], times: float) -> PushRow:
        grade = mark.grade
        excused = (grade is not None and grade.exempt) or (grade is None and bool(mark.exempt))
        if grade is None and not excused:
            return PushRow(mark, Fate.OPEN, message("nothing submitted"), before=there.get(user.number) if user else None)
        after = None if grade is None or grade.score is None else round(grade.score * times, 6)
        if user is None:
            return PushRow(mark, Fate.LOST, unsure, after=after, excused=excused)
        before = there.get(user.number, LmsMark(user.number))
        row = PushRow(mark, Fate.SEND, "", user.number, before, after, excused)
        if excused and not self.platform.excuses:
            return replace(row, fate=Fate.OPEN, why=message("exempt, for which {platform} has no word", platform=self.platform.title))
        if after is None and not excused:
            why = message("no mark yet: {reason}", reason=grade.reason) if grade and grade.reason else message("no mark yet")
            return replace(row, fate=Fate.OPEN, why=why)
        known = self.known.get(user.number, SentBefore())
        sha256 = feedback_hash(mark, self.store) if self.feedback and mark.report is not None else ""
        return self._compared(replace(row, sha256=sha256, known=known))

    def _compared(self, row: PushRow) -> PushRow:
        """What happens, by what is there."""
        assert row.before is not None
        title = self.platform.title
        known = row.known
        news = bool(row.sha256) and row.sha256 != known.sha256
        if not row.changes_mark:
            if not news:
                return replace(row, fate=Fate.SAME, why=message("is there"))
            return replace(row, why=message("feedback only"))
        there = mark_text(row.before.score, row.before.excused)
        if there and there not in known.marks and row.mark.student.key not in self.overwrite:
            why = message("marked in {platform} since the last push: kept", platform=title) if known.marks else message("marked in {platform} before the first push: kept", platform=title)
            return replace(row, fate=Fate.KEEP, why=why)
        if there:
            return replace(row, why=message("changes, with feedback") if news else message("changes"))
        return replace(row, why=message("new, with feedback") if news else message("new"))

    def _notes(self, assignment: LmsAssignment, rows: Sequence[PushRow]) -> tuple[str, ...]:
        notes = list(assignment.notes)
        twice = [row.mark.shown for row in rows if row.before is not None and row.before.taken_off]
        if twice:
            notes.append(
                message(
                    "{platform} itself takes off points for lateness: {names}. The marks here are after the rule in course.toml already, "
                    "so switch one of the two off.",
                    platform=self.platform.title, names=listed(twice),
                )
            )  # fmt: skip
        doubts = [f"{row.mark.shown} ({shown(row.mark.waits[0]).rstrip('.')})" for row in rows if row.fate is Fate.SEND and row.mark.waits]
        if doubts:
            notes.append(message("A person has still to look at these marks: {names}.", names=listed(doubts)))
        return tuple(notes)


def students_named(standing: CourseStanding, names: Sequence[str]) -> set[str]:
    """The keys of students that a person has named.

    Raises:
        CourseUnusable: there is no such student, or there are several.
    """
    return {standing.people.named(name).key for name in names}


def connected(mine: CourseAssignment) -> CourseAssignment:
    """The assignment, if it is one on the platform.

    Raises:
        CourseUnusable: it is not.
    """
    if mine.lms:
        return mine
    raise CourseUnusable(
        message(
            "course.toml has no number for {assignment} on the platform. To find it, run   autograder course connect   again, "
            "or write   lms = NUMBER   under assignments.{assignment}.",
            assignment=mine.name,
        )
    )


def feedback_hash(mark: Mark, store: Store) -> str:
    """The hash of all that a student's page says, without what is another one each time that it is judged."""
    report = student_report(mark, store)
    figures = [hashlib.sha256(check.figure).hexdigest() if check.figure else "" for check in report.checks]
    content = [comparable_content(to_student(report).to_dict()), figures]
    return hashlib.sha256(json.dumps(content, sort_keys=True, default=str).encode()).hexdigest()


def student_report(mark: Mark, store: Store) -> Report:
    """The report that counts, with its corrections and figures."""
    from autograder.desk.publishing import with_figures

    assert mark.report is not None and mark.counts is not None
    return with_figures(mark.report, store.with_figures(mark.counts))


def _groups_apart(rows: list[PushRow], title: str) -> list[PushRow]:
    """Where the platform marks a group as one, members with different marks get none: the last one would be that of all."""
    marks = {(row.before.group, mark_text(row.after, row.excused)) for row in rows if row.before is not None and row.before.group and row.fate is not Fate.OPEN}
    apart = {group for group, times in Counter(group for group, _mark in marks).items() if times > 1}
    why = message("the group has one mark in {platform}, and its members have different ones here: kept", platform=title)
    return [
        replace(row, fate=Fate.KEEP, why=why, of_group=True) if row.before is not None and row.before.group in apart and row.fate in (Fate.SEND, Fate.SAME) else row
        for row in rows
    ]


def _cell(score: float | None, excused: bool) -> str:
    return message("excused") if excused else "–" if score is None else wording.points(score)


