"""The state of a course: which attempt of each student counts, the mark, and what waits for a person."""

from __future__ import annotations

import datetime
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from autograder.core.corrections import CorrectionKind
from autograder.core.languages import joined, message, places
from autograder.core.records import Report, Status
from autograder.desk.corrected import corrected
from autograder.desk.course_file import BEST, IN_TIME, CourseAssignment, CourseFile
from autograder.desk.roster import People, Student, read_roster
from autograder.desk.store import LogEntry, Store, StoredAttempt
from autograder.desk.submitted import SURE, TYPED, Lateness, as_utc, lateness
from autograder.reports import wording
from autograder.reports.grades import Grade, of_report

NEVER = datetime.datetime.min.replace(tzinfo=datetime.UTC)  # before every time that is known


@dataclass(frozen=True)
class Mark:
    """One student in one assignment.

    Attributes:
        attempts: in the order in which they were submitted.
        counts: the attempt that counts; None if nothing was submitted.
        report: of that attempt, with corrections; it is called as people call the student.
        late: how late that attempt is. deadline: the student's own.
        waits: why a person has to look at it; empty if there is no need.
        exempt: why no mark is needed, if there is no attempt either.
    """

    student: Student
    shown: str
    assignment: CourseAssignment
    attempts: tuple[StoredAttempt, ...] = ()
    counts: StoredAttempt | None = None
    report: Report | None = None
    late: Lateness = Lateness()
    deadline: datetime.datetime | None = None
    waits: tuple[str, ...] = ()
    exempt: str = ""

    @property
    def grade(self) -> Grade | None:
        """The mark as tables of grades have it; None if nothing was submitted."""
        if self.report is None:
            return None
        return replace(of_report(self.report), also=tuple(dict.fromkeys([*self.student.also, self.student.key])), full_name=self.student.name)

    @property
    def share(self) -> float | None:
        """The mark from 0 to 1: 0 if nothing was submitted and the deadline is over; None if there is no mark yet, or need not be."""
        if self.report is None:
            over = self.deadline is not None and self.deadline < datetime.datetime.now(datetime.UTC)
            return 0.0 if over and not self.exempt else None
        mark = of_report(self.report)
        return mark.score / mark.max_score if mark.score is not None and mark.max_score else None

    @property
    def cell(self) -> str:
        """The mark in a word or two."""
        if self.report is None:
            return message("exempt") if self.exempt else "–" if self.share is None else message("missing")
        mark = of_report(self.report)
        if mark.exempt:
            return message("exempt")
        score = wording.points(mark.score) if mark.score is not None else message("no mark")
        return joined([score, message("late {days}d", days=self.late.days) if self.late.days else ""])


class CourseStanding:
    """The state of a whole course, read once.

    Attributes:
        people: its students. log: every correction that was made. marks: assignment -> student's key -> mark.
    """

    def __init__(self, course: CourseFile, store: Store) -> None:
        self.course = course
        for one in course.assignments:
            places.is_of(one.name, Path(one.place))  # its titles and lessons are read in other languages before it is loaded
        self._attempts = attempts = store.attempts()
        listed = read_roster(course.roster) if course.roster else []
        self.people = People(listed, [one.source for one in attempts])
        self.log = store.log()
        standing = [one for one in self.log if one.kind is not None and not one.undone]
        self.marks = {one.name: self.marks_of(one, attempts, standing) for one in course.assignments}

    def mark(self, assignment: str, student: Student) -> Mark:
        return self.marks[assignment][student.key]

    def reports(self, assignment: str) -> list[Report]:
        """The reports that count, with corrections, in order of the students' names."""
        found = [one for one in self.marks[assignment].values() if one.report is not None]
        return [one.report for one in sorted(found, key=lambda one: one.shown.casefold()) if one.report is not None]

    def grades(self) -> list[Grade]:
        """Every mark of every assignment, as tables of grades have it; also of who is exempt and has submitted nothing."""
        found = []
        for name, marks in self.marks.items():
            for mark in marks.values():
                if (grade := mark.grade) is not None:
                    found.append(replace(grade, assignment=name))
                elif mark.exempt:
                    also = tuple(dict.fromkeys([*mark.student.also, mark.student.key]))
                    found.append(Grade(name, mark.shown, None, 0.0, reason="exempt", also=also, full_name=mark.student.name, exempt=True))
        return found

    def total(self, key: str) -> float | None:
        """A student's mark in the course from 0 to 1, of what has a mark so far; None if nothing has."""
        found = [(one.weight, share) for one in self.course.assignments if (share := self.marks[one.name][key].share) is not None]
        weight = sum(weight for weight, _share in found)
        return sum(weight * share for weight, share in found) / weight if weight else None

    def waiting(self) -> list[str]:
        """What waits for a person, a sentence for each."""
        said = [
            _sentence(name, mark.shown, why)
            for name, marks in self.marks.items()
            for mark in marks.values()
            for why in mark.waits
        ]
        gone = [one for one in self.log if one.student and not one.undone and self.people.key_of(one.student) not in self.people.students]
        said += [
            message(
                "Correction {number} is about {student}, who is not in this course any more. Take it back, or correct the list.",
                number=one.number, student=one.student,
            )
            for one in gone
        ]  # fmt: skip
        strangers = [one for one in self.people.students.values() if not one.listed]
        if self.people.listed and strangers:
            names = ", ".join(sorted(self.people.shown[one.key] for one in strangers))
            said.append(message("Not in the list of students: {names}. Add them to it, or correct the name.", names=names))
        return said

    def saved_attempts(self, assignment: str) -> list[StoredAttempt]:
        """All attempts of an assignment as they were saved, whatever corrections say of their times."""
        return [one for one in self._attempts if one.assignment == assignment]

    def marks_with(self, assignment: str, entries: Sequence[LogEntry], judged: Mapping[int, Report]) -> dict[str, Mark]:
        """The marks of an assignment as they would be with exactly these corrections.

        Args:
            judged: number of an attempt -> another report on it.
        """
        attempts = [replace(one, report=judged.get(one.number, one.report)) for one in self.saved_attempts(assignment)]
        return self.marks_of(self.course.assignment(assignment), attempts, entries)

    def marks_of(self, assignment: CourseAssignment, attempts: Sequence[StoredAttempt], entries: Sequence[LogEntry]) -> dict[str, Mark]:
        """The marks of an assignment by these attempts and these corrections, which count."""
        mine: dict[str, list[StoredAttempt]] = {key: [] for key in self.people.students}
        for one in attempts:
            if one.assignment == assignment.name:
                mine[self.people.key_of(one.source.submission)].append(one)
        of_assignment = [one for one in entries if one.assignment == assignment.name]
        found = {}
        for key, student in self.people.students.items():
            own = [one for one in of_assignment if not one.student or self.people.key_of(one.student) == key]
            found[key] = self._mark(student, assignment, _as_one(_with_known_times(_as_said(mine[key], own))), own)
        return found

    def _mark(self, student: Student, assignment: CourseAssignment, attempts: list[StoredAttempt], entries: list[LogEntry]) -> Mark:
        shown = self.people.shown[student.key]
        longer = [one.until for one in entries if one.kind is CorrectionKind.EXTENSION]
        exempt = [one.reason for one in entries if one.kind is CorrectionKind.EXEMPT]
        deadline = datetime.datetime.fromisoformat(longer[-1]) if longer else assignment.deadline
        mark = Mark(student, shown, assignment, tuple(attempts), deadline=deadline, exempt=exempt[-1] if exempt else "")
        if not attempts:
            return mark
        late = [
            lateness(one.submitted, one.known_by, one.marked_late, bool(one.source.platform), deadline, assignment.late, bool(longer))
            for one in attempts
        ]
        about = [[entry for entry in entries if entry.kind is not CorrectionKind.SUBMITTED or entry.check == one.page] for one in attempts]
        reports = [corrected(one.report, own, assignment, when) for one, own, when in zip(attempts, about, late, strict=True)]
        place = _which(assignment.counts, reports, late)
        report = replace(reports[place], submission=shown, person="", late=bool(late[place].days))
        mark = replace(mark, counts=attempts[place], report=report, late=late[place])
        return replace(mark, waits=tuple(_waits(mark, report)))


def _as_said(attempts: Sequence[StoredAttempt], entries: Sequence[LogEntry]) -> list[StoredAttempt]:
    """The attempts, in order, with the times that corrections say; each is about the pages of one content."""
    said = {one.check: as_utc(datetime.datetime.fromisoformat(one.until)) for one in entries if one.kind is CorrectionKind.SUBMITTED}
    found = [replace(one, submitted=said[one.page], known_by=TYPED) if one.page in said else one for one in attempts]
    return sorted(found, key=lambda one: (one.submitted or NEVER, one.number)) if said else found


def _sentence(assignment: str, student: str, why: str) -> str:
    if why.endswith((".", "?", "!")):
        return message("{assignment}, {student}: {why}", assignment=assignment, student=student, why=why)
    return message("{assignment}, {student}: {why}.", assignment=assignment, student=student, why=why)


def _with_known_times(attempts: list[StoredAttempt]) -> list[StoredAttempt]:
    """The attempts, without those whose page is there once more with a time that is certain: a person has said when it was submitted."""
    sure = {one.page for one in attempts if one.known_by in SURE and one.page}
    return [one for one in attempts if one.known_by in SURE or one.page not in sure]


def _as_one(attempts: list[StoredAttempt]) -> list[StoredAttempt]:
    """The attempts; one page that was submitted at one time is one of them, whatever its file was called when it was graded again."""
    alike: dict[object, list[StoredAttempt]] = {}
    for one in attempts:
        alike.setdefault((one.page, one.submitted) if one.page and one.submitted else one.number, []).append(one)
    return [_joined(some) for some in alike.values()]


def _joined(some: list[StoredAttempt]) -> StoredAttempt:
    """One attempt, with the latest grading; whose it is, and whether it is late, is best known by a platform's name for the file."""
    latest = max(some, key=lambda one: one.grading)
    said = next((one for one in some if one.source.platform), some[0])
    return replace(
        latest, number=said.number, source=said.source, known_by=said.known_by, marked_late=said.marked_late, gradings=sum(one.gradings for one in some)
    )


def _which(policy: str, reports: list[Report], late: list[Lateness]) -> int:
    """The place of the attempt that counts."""
    last = len(reports) - 1
    if policy == BEST:
        final = [place for place, one in enumerate(reports) if of_report(one).final]
        return max(final, key=lambda place: (reports[place].score, -place), default=last)
    if policy == IN_TIME:
        return max((place for place, one in enumerate(late) if one.in_time), default=last)
    return last


def _waits(mark: Mark, report: Report) -> list[str]:
    grade = of_report(report)
    if report.status is Status.EXEMPT:
        return []
    said = [] if grade.final else [grade.reason]
    if mark.late.doubt:
        said.append(mark.late.doubt)
    return said
