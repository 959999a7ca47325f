"""What a course remembers: every grading of every submission, and every correction. Nothing is ever changed or taken away."""

from __future__ import annotations

import datetime
import hashlib
import json
from collections.abc import Iterable, Sequence
from contextlib import AbstractContextManager
from dataclasses import replace
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, CursorResult, Row, func, insert, select

from autograder.core.corrections import CorrectionKind
from autograder.core.languages import message
from autograder.core.records import TIMES, Report
from autograder.desk import tables
from autograder.desk.course_file import CourseFile, CourseUnusable
from autograder.desk.course_lock import Work, alone
from autograder.desk.moments import now
from autograder.desk.roster import Source
from autograder.desk.store_records import Graded as Graded
from autograder.desk.store_records import LogEntry as LogEntry
from autograder.desk.store_records import StoredAttempt as StoredAttempt
from autograder.desk.store_records import StoredGrading as StoredGrading
from autograder.desk.store_records import counting as counting
from autograder.desk.submitted import SURE

OF_A_RUN = {*TIMES, "graded_with", "fingerprints", "judged_by"}  # of a report: another one each time, although the marks are the same


class Store:
    """A course's database. Use as a context manager.

    Raises:
        CourseUnusable: it cannot be opened or used.
    """

    def __init__(self, course: CourseFile) -> None:
        self.folder = course.folder
        self.engine = tables.open_database(course.folder, course.database)

    @classmethod
    def at(cls, path: Path) -> Store:
        """The database in a file, of a course that has no ``course.toml``."""
        made = cls.__new__(cls)
        made.folder = path.parent
        made.engine = tables.open_database(path.parent, f"sqlite:///{path}")
        return made

    def alone(self, work: Work, patience: float | None = None) -> AbstractContextManager[None]:
        """While this is open, no other command does this work on the course; see ``course_lock.alone``."""
        return alone(self.folder, work, self.engine, patience)

    # -- gradings ------------------------------------------------------------------------------------------------------

    def record(self, assignment: str, found: Iterable[Graded]) -> int:
        """Takes in what a grading has found, all of it or nothing. What is there already is not written twice.

        Returns:
            How many gradings are new.
        """
        with tables.said_in_one_sentence(self.engine), self.engine.begin() as connection:
            moment = now()  # of all of them: they are one run
            return sum(self._record(connection, assignment, one, moment) for one in found)

    def attempts(self, assignment: str = "") -> list[StoredAttempt]:
        """All attempts, with their last gradings, in the order in which they were submitted."""
        last = select(func.max(tables.gradings.c.id), func.count()).group_by(tables.gradings.c.attempt)
        with tables.said_in_one_sentence(self.engine), self.engine.connect() as connection:
            counts = {number: times for number, times in connection.execute(last)}
            joined = select(tables.submissions, tables.gradings).join(tables.gradings).where(tables.gradings.c.id.in_(list(counts)))
            if assignment:
                joined = joined.where(tables.submissions.c.assignment == assignment)
            found = [_attempt(row, counts) for row in connection.execute(joined)]
        never = datetime.datetime.min.replace(tzinfo=datetime.UTC)
        return sorted(found, key=lambda one: (one.submitted or never, one.number))

    def history(self, attempt: int) -> list[tuple[str, Report]]:
        """Every grading of an attempt: when, and the report."""
        wanted = select(tables.gradings).where(tables.gradings.c.attempt == attempt).order_by(tables.gradings.c.id)
        with tables.said_in_one_sentence(self.engine), self.engine.connect() as connection:
            return [(row.graded, Report.from_dict(json.loads(row.report))) for row in connection.execute(wanted)]

    def gradings(self, assignment: str) -> list[StoredGrading]:
        """Every grading of every page of an assignment, in order; those that were saved together have one time."""
        wanted = select(tables.gradings).join(tables.submissions).where(tables.submissions.c.assignment == assignment)
        with tables.said_in_one_sentence(self.engine), self.engine.connect() as connection:
            rows = list(connection.execute(wanted.order_by(tables.gradings.c.id)))
        return [StoredGrading(row.id, row.attempt, row.graded, Report.from_dict(json.loads(row.report))) for row in rows]

    def blob(self, sha256: str) -> bytes:
        """The content of a page or a figure; its hash shows that it is what was kept.

        Raises:
            CourseUnusable: it is not there, or damaged.
        """
        wanted = select(tables.blobs.c.content).where(tables.blobs.c.sha256 == sha256)
        with tables.said_in_one_sentence(self.engine), self.engine.connect() as connection:
            content = connection.execute(wanted).scalar()
        if content is None or hashlib.sha256(content).hexdigest() != sha256:
            raise CourseUnusable(message("The course's database does not have the file with the hash {hash}, or it is damaged.", hash=sha256[:16]))
        return bytes(content)

    def with_figures(self, attempt: StoredAttempt) -> Report:
        """The attempt's report with the figures that were drawn."""
        names = iter(json.loads(attempt.figures))
        exercises = tuple(
            replace(one, checks=tuple(replace(check, figure=self.blob(name) if (name := next(names, "")) else b"") for check in one.checks))
            for one in attempt.report.exercises
        )
        return replace(attempt.report, exercises=exercises)

    def _record(self, connection: Connection, assignment: str, one: Graded, moment: str) -> bool:
        attempt = self._attempt(connection, assignment, one)
        wanted = select(tables.gradings).where(tables.gradings.c.attempt == attempt).order_by(tables.gradings.c.id.desc()).limit(1)
        before = connection.execute(wanted).first()
        content = json.dumps(one.report.to_dict(), ensure_ascii=True)
        if before is not None and comparable_content(json.loads(before.report)) == comparable_content(json.loads(content)):
            return False
        figures = [self._keep(connection, check.figure) for check in one.report.checks]
        row = {"attempt": attempt, "graded": moment, "report": content, "figures": json.dumps(figures), "receipt": one.receipt}
        connection.execute(insert(tables.gradings).values(row))
        return True

    def _attempt(self, connection: Connection, assignment: str, one: Graded) -> int:
        """The number of the attempt: a new one, unless the page is the student's latest, or was submitted at that time, and nothing is more certain now."""
        page = self._keep(connection, one.content)
        submitted = "" if one.submitted is None else one.submitted.isoformat()
        same = (tables.submissions.c.assignment == assignment) & (tables.submissions.c.submission == one.report.submission)
        wanted = select(tables.submissions).where(same).order_by(tables.submissions.c.submitted, tables.submissions.c.id)
        before = list(connection.execute(wanted))
        sure = one.known_by in SURE
        for row in before:
            same_time = row.submitted == submitted and (row.known_by in SURE or not sure)
            if row.page == page and (same_time or (row is before[-1] and not sure)):
                return int(row.id)
        new = {
            "assignment": assignment,
            "submission": one.report.submission,
            "person": one.report.person,
            "platform": one.report.platform,
            "page": page,
            "file": one.file,
            "submitted": submitted,
            "known_by": one.known_by,
            "marked_late": one.report.late,
            "noted": now(),
        }
        return _number(connection.execute(insert(tables.submissions).values(new)))

    def _keep(self, connection: Connection, content: bytes) -> str:
        if not content:
            return ""
        sha256 = hashlib.sha256(content).hexdigest()
        if connection.execute(select(tables.blobs.c.sha256).where(tables.blobs.c.sha256 == sha256)).first() is None:
            connection.execute(insert(tables.blobs).values(sha256=sha256, content=content))
        return sha256

    # -- corrections ---------------------------------------------------------------------------------------------------

    def log(self) -> list[LogEntry]:
        """Every correction that was ever made, in order; one that was taken back says by which."""
        with tables.said_in_one_sentence(self.engine), self.engine.connect() as connection:
            rows = list(connection.execute(select(tables.corrections).order_by(tables.corrections.c.id)))
        undone: dict[int, int] = {}
        for row in reversed(rows):  # the last one first: it may take back what takes another one back
            if row.undoes is not None and row.id not in undone:
                undone[row.undoes] = row.id
        return [_entry(row, undone.get(row.id, 0)) for row in rows]

    def standing(self, assignment: str = "") -> list[LogEntry]:
        """The corrections that count now, in order."""
        found = [one for one in self.log() if one.kind is not None and not one.undone]
        return [one for one in found if not assignment or one.assignment == assignment]

    def correct_all(self, entries: Sequence[LogEntry], assignment: str = "", found: Iterable[Graded] = ()) -> list[int]:
        """Adds lines to the log, and gradings that were made for them: all of it or nothing.

        Returns:
            The numbers of the lines. They and the time are given here.
        """
        numbers, moment = [], now()
        with tables.said_in_one_sentence(self.engine), self.engine.begin() as connection:
            for one in entries:
                row: dict[str, Any] = {name: getattr(one, name) for name in ("by", "assignment", "student", "exercise", "check")}
                row |= {"made": moment, "kind": one.kind.value if one.kind else "", "points": one.points, "until": one.until}
                row |= {"reason": one.reason, "undoes": one.undoes}
                numbers.append(_number(connection.execute(insert(tables.corrections).values(row))))
            for grading in found:
                self._record(connection, assignment, grading, moment)
        return numbers

    def close(self) -> None:
        self.engine.dispose()

    def __enter__(self) -> Store:
        return self

    def __exit__(self, *_error: object) -> None:
        self.close()


def comparable_content(content: dict[str, Any]) -> dict[str, Any]:
    """What of a report's dictionary is the same each time that the same page is judged by the same checks."""
    return {key: value for key, value in content.items() if key not in OF_A_RUN}


def _number(done: CursorResult[Any]) -> int:
    """Of the row that was added."""
    assert done.inserted_primary_key is not None
    return int(done.inserted_primary_key[0])


def _attempt(row: Row[Any], counts: dict[int, int]) -> StoredAttempt:
    values = row._mapping
    try:
        report = Report.from_dict(json.loads(values[tables.gradings.c.report]))
    except ValueError as error:
        raise CourseUnusable(message("The course's database has a report that this version cannot read: {error}.", error=error)) from error
    submitted, grading = values[tables.submissions.c.submitted], values[tables.gradings.c.id]
    return StoredAttempt(
        number=values[tables.submissions.c.id],
        grading=grading,
        assignment=values[tables.submissions.c.assignment],
        source=Source(values[tables.submissions.c.submission], values[tables.submissions.c.person], values[tables.submissions.c.platform]),
        page=values[tables.submissions.c.page],
        file=values[tables.submissions.c.file],
        submitted=datetime.datetime.fromisoformat(submitted) if submitted else None,
        known_by=values[tables.submissions.c.known_by],
        marked_late=values[tables.submissions.c.marked_late],
        report=report,
        figures=values[tables.gradings.c.figures],
        gradings=counts[grading],
        receipt=values[tables.gradings.c.receipt],
        graded=values[tables.gradings.c.graded],
    )


def _entry(row: Row[Any], undone: int) -> LogEntry:
    return LogEntry(
        number=row.id,
        made=row.made,
        by=row.by,
        kind=CorrectionKind(row.kind) if row.kind else None,
        assignment=row.assignment,
        student=row.student,
        exercise=row.exercise,
        check=row.check,
        points=row.points,
        until=row.until,
        reason=row.reason,
        undoes=row.undoes,
        undone=undone,
    )
