"""What is new on a learning platform: students, deadlines, extensions and submissions, before any of it is written."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from autograder.content.owners import fetched_folder
from autograder.core.corrections import CorrectionKind
from autograder.core.file_names import is_device, shown
from autograder.core.languages import message, plural, spoken
from autograder.core.languages.dates import day_and_time
from autograder.desk.course_file import CourseAssignment
from autograder.desk.platform_journal import PlatformJournal
from autograder.desk.platform_people import PeopleMatch, match_people
from autograder.desk.roster import Student, students_of
from autograder.desk.roster_update import noted, updated_roster
from autograder.desk.standing import CourseStanding
from autograder.desk.store import LogEntry, Store
from autograder.desk.submitted import TYPED, as_utc
from autograder.lms.csv_sheet import parse
from autograder.lms.filling import listed
from autograder.lms.platform import LmsAssignment, LmsFile, LmsSubmission, LmsUser, Platform

ROSTER = "roster.csv"  # where there is none yet
FOLDER = "submissions"  # of a course: what was fetched
ATTEMPT = "attempt-{}"
LONGEST_NAME = 100  # characters of a file's name


@dataclass(frozen=True)
class NewFile:
    """A file that is to be fetched. place: below the course's folder."""

    user: LmsUser
    file: LmsFile
    submission: LmsSubmission
    place: PurePosixPath

    @property
    def version(self) -> str:
        return f"{self.submission.attempt} {self.file.version or self.file.address}"


@dataclass(frozen=True)
class AssignmentNews:
    """What is new in one assignment.

    Attributes:
        deadline: the new one; None if it is as before.
        extensions: names, and entries for the log of corrections.
        files: that are to be fetched. submissions: how many there are on the platform.
        stale: places of fetched files that their student has taken away since.
        notes: sentences worth knowing.
        waiting: folders of attempts, below the course's, in which a fetched submission is not graded yet.
        gives_files: the platform gives what students have submitted.
    """

    mine: CourseAssignment
    assignment: LmsAssignment
    deadline: datetime.datetime | None
    extensions: tuple[tuple[str, LogEntry], ...]
    files: tuple[NewFile, ...]
    submissions: int
    stale: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    waiting: tuple[PurePosixPath, ...] = ()
    gives_files: bool = True


@dataclass(frozen=True)
class FetchPlan:
    """All that is new.

    Attributes:
        people: who is who. noted: students of the list who get their number there. gone: names of students who are not there any more.
        unsure: (name, why) of those who could be two.
        roster: the new content of the list of students. kind: of the platform.
    """

    people: PeopleMatch
    noted: tuple[Student, ...]
    gone: tuple[str, ...]
    unsure: tuple[tuple[str, str], ...]
    news: tuple[AssignmentNews, ...]
    roster: bytes = b""
    kind: str = ""

    @property
    def is_empty(self) -> bool:
        return not (self.people.new or self.noted or any(one.deadline or one.extensions or one.files or one.stale for one in self.news))

    @property
    def waiting(self) -> dict[PurePosixPath, str]:
        """Folders with fetched submissions that are not graded yet, and of which assignment they are."""
        return {place: one.mine.name for one in self.news for place in one.waiting}

    def sentences(self, title: str) -> list[str]:
        """What is new, a line for each kind."""
        said: list[str] = []
        if self.people.new:
            names = listed([one.name for one in self.people.new], 20)
            said.append(plural("{count} new student: {names}.", "{count} new students: {names}.", len(self.people.new), names=names))
        if self.noted:
            said.append(plural("Found in {platform}: {count} student of your list.", "Found in {platform}: {count} students of your list.", len(self.noted), platform=title))
        if self.gone:
            said.append(message("Not in the course in {platform} any more: {names}. Their rows and marks stay here.", platform=title, names=listed(self.gone, 20)))
        said += [
            message("{student} {why}: not matched. Write the number into the column   {column}   of your list.", student=name, why=why, column=f"{self.kind} id")
            for name, why in self.unsure
        ]
        for one in self.news:
            said += _news(one)
        return said


class FetchPlanner:
    """Compares a course with its platform. Nothing is written.

    Attributes:
        keys: the platform's number of a student -> the student, as the list will have it.
    """

    def __init__(self, standing: CourseStanding, store: Store, platform: Platform) -> None:
        self.standing = standing
        self.course = standing.course
        self.store = store
        self.platform = platform
        self.keys: dict[str, Student] = {}

    def plan(self, chosen: Sequence[CourseAssignment]) -> FetchPlan:
        """
        Args:
            chosen: assignments with a number on the platform.

        Raises:
            LmsError: the platform cannot be read.
        """
        users = self.platform.students()
        kind, title = self.platform.kind, self.platform.title
        students = self.standing.people.listed
        people = match_people(kind, students, users, title)
        before = {one.key: one for one in students if one.number_on(kind)}
        names = self.standing.people.shown
        gone = tuple(names[key] for key in people.unsure if key in before)
        unsure = tuple((names[key], why) for key, why in people.unsure.items() if key in people.doubts)
        path = self.course.roster if self.course.roster and self.course.roster.is_file() else None
        roster = updated_roster(path, kind, people)
        after = [student for _row, student in students_of(parse(roster, ROSTER))]
        self.keys = {number: one for one in after if (number := one.number_on(kind))}
        fetched = [one for one in users if one.number not in people.held]
        news = tuple(self._news(one, fetched) for one in chosen)
        return FetchPlan(people, tuple(noted(kind, students, people)), gone, unsure, news, roster, kind)

    def _news(self, mine: CourseAssignment, users: Sequence[LmsUser]) -> AssignmentNews:
        assignment = self.platform.assignment(mine.lms)
        submissions = self.platform.submissions(assignment, users)
        deadline = assignment.deadline if assignment.deadline and assignment.deadline != mine.deadline else None
        extensions, notes = self._extensions(mine, assignment)
        files, stale = self._files(mine, submissions, users)
        waiting = self._waiting(mine, submissions, users, {file.place.parent for file in files})
        return AssignmentNews(mine, assignment, deadline, extensions, files, len(submissions), stale, notes, waiting, self.platform.gives_files)

    def _waiting(
        self, mine: CourseAssignment, submissions: Sequence[LmsSubmission], users: Sequence[LmsUser], new: set[PurePosixPath]
    ) -> tuple[PurePosixPath, ...]:
        """Folders of attempts in which a submission is whole, and no grading of it was saved: a command may have been interrupted.

        Args:
            new: folders of submissions of which something is still to be fetched.
        """
        graded: dict[str, set[datetime.datetime | None]] = {}
        for attempt in self.standing.saved_attempts(mine.name):
            typed = attempt.known_by == TYPED or not attempt.page  # then the time is not the platform's
            graded.setdefault(attempt.source.submission, set()).add(None if typed else attempt.submitted)
        by_number = {one.number: one for one in users}
        found = []
        for one in submissions:
            folder = self._folder(mine, one, by_number[one.user])
            times = graded.get(folder.name, set())
            when = None if one.submitted is None else as_utc(one.submitted)
            is_there = folder not in new and Path(self.course.folder, folder).is_dir()
            if is_there and not times & {when, None}:
                found.append(folder.parent)
        return tuple(sorted(dict.fromkeys(found)))

    def _folder(self, mine: CourseAssignment, one: LmsSubmission, user: LmsUser) -> PurePosixPath:
        """Where a submission is, below the course's folder."""
        return PurePosixPath(FOLDER, mine.name, ATTEMPT.format(one.attempt), fetched_folder(user.name, self.platform.kind, user.number))

    def _files(self, mine: CourseAssignment, submissions: Sequence[LmsSubmission], users: Sequence[LmsUser]) -> tuple[tuple[NewFile, ...], tuple[str, ...]]:
        """Files that are not here, or that the platform has in another version; and places of those that it has not any more."""
        assert self.course.lms is not None
        known = PlatformJournal(self.store, self.course.lms, mine.lms).fetched()
        by_number = {one.number: one for one in users}
        found, there, attempts = [], set(), set()
        for one in submissions:
            user = by_number[one.user]
            attempts.add((user.number, ATTEMPT.format(one.attempt)))
            folder = self._folder(mine, one, user)
            taken: set[str] = set()
            for file in one.files:
                name = free_name(file.name, taken)
                new = NewFile(user, file, one, folder / name)
                line = known.get((user.number, new.version))
                if line is None or not Path(self.course.folder, line.about).is_file():
                    found.append(new)
                    there.add(new.place.as_posix())
                else:
                    there.add(line.about)
        stale = {line.about for (number, _version), line in known.items() if (number, PurePosixPath(line.about).parts[2]) in attempts}
        return tuple(found), tuple(sorted(place for place in stale - there if Path(self.course.folder, place).is_file()))

    def _extensions(self, mine: CourseAssignment, assignment: LmsAssignment) -> tuple[tuple[tuple[str, LogEntry], ...], tuple[str, ...]]:
        """Later deadlines as entries of the log; a person's own entry is never overruled."""
        title = self.platform.title
        standing = {one.student: one for one in self.store.standing(mine.name) if one.kind is CorrectionKind.EXTENSION}
        entries, notes = [], []
        for number, until in assignment.extensions.items():
            student = self.keys.get(number)
            before = standing.pop(student.key, None) if student else None
            if student is None or (before is None and assignment.deadline is not None and until <= assignment.deadline):
                continue
            if before is not None and datetime.datetime.fromisoformat(before.until) == until:
                continue
            if before is not None and before.by != title:
                notes.append(
                    message(
                        "{student} has until {time} in {platform}, and another deadline by {person} here, which stays.",
                        student=student.name, time=day_and_time(until), platform=title, person=before.by,
                    )
                )  # fmt: skip
                continue
            reason = spoken("extension in {platform}", platform=title)  # as if a person had written it, in the language of the course
            entry = LogEntry(0, "", title, CorrectionKind.EXTENSION, mine.name, student.key, until=until.isoformat(), reason=reason)
            entries.append((student.name, entry))
        notes += [
            message(
                "The extension of {student} is not in {platform} any more. To take it back:   {command}",
                student=self.standing.people.shown.get(one.student, one.student), platform=title, command=f"autograder override --undo {one.number}",
            )
            for one in standing.values()
            if one.by == title
        ]  # fmt: skip
        return tuple(entries), tuple(notes)


def free_name(name: str, taken: set[str]) -> str:
    """A file's name that leads nowhere else, and that no other file of the student has.

    Example:
        >>> free_name("../../etc/passwd", set()), free_name("C:\\\\a\\\\b.py", set()), free_name("a.py", {"a.py"})
        ('passwd', 'b.py', '2-a.py')
    """
    last = shown(name.replace("\\", "/").replace("\0", "")).rpartition("/")[2]
    plain = "".join(letter if letter.isprintable() and letter not in '<>:"|?*' else "_" for letter in last).strip(" .")
    stem, dot, ending = plain.rpartition(".")
    plain = f"{stem[: LONGEST_NAME - len(ending)]}{dot}{ending}" if len(plain) > LONGEST_NAME and len(ending) < 10 else plain[:LONGEST_NAME]
    plain = f"_{plain}" if not plain or is_device(plain) else plain
    number, found = 2, plain
    while found.casefold() in taken or found == "timestamp.txt":
        found, number = f"{number}-{plain}", number + 1
    taken.add(found.casefold())
    return found


def _news(one: AssignmentNews) -> list[str]:
    said: list[str] = []
    if one.deadline:
        before = day_and_time(one.mine.deadline) if one.mine.deadline else message("none")
        said.append(message("deadline {before} → {after}.", before=before, after=day_and_time(one.deadline)))
    if one.extensions:
        until = [
            spoken("{student} until {time}", student=student, time=day_and_time(datetime.datetime.fromisoformat(entry.until)))
            for student, entry in one.extensions
        ]
        said.append(plural("{count} new extension: {students}.", "{count} new extensions: {students}.", len(one.extensions), students=listed(until, 5)))
    if one.gives_files:
        people = len({(file.user.number, file.submission.attempt) for file in one.files})
        said.append(plural("{count} submission, {number} to fetch.", "{count} submissions, {number} to fetch.", one.submissions, number=people))
    if one.waiting:
        places = listed([str(place) for place in one.waiting])
        said.append(message("submissions that were fetched before are not graded yet: {places}.", places=places))
    said += [note for note in (*one.notes, one.assignment.other_deadlines) if note]
    return [message("{assignment}: {what}", assignment=one.mine.name, what=what) for what in said]
