"""A whole class into the gradebook, by nbgrader's own converter, in this process: who is in it already is left alone."""

from __future__ import annotations

import json
import logging
import os
import re
import sys
import warnings
from functools import cached_property
from pathlib import Path

from nbgrader.api import Gradebook, MissingEntry
from nbgrader.apps import NbGrader
from nbgrader.converters import Autograde
from nbgrader.preprocessors import AssignLatePenalties
from nbgrader.utils import capture_log, temp_attrs
from sqlalchemy.exc import SAWarning
from traitlets.config import Config

from autograder.content.discovery import Handed
from autograder.core.languages import joined, message
from autograder.core.records import Report
from autograder.core.settings import Settings
from autograder.nbgrader import compat, corrections, course_language, export_grades, gradebook, gradebook_connection
from autograder.nbgrader.course import TIMESTAMP, Course
from autograder.nbgrader.gradebook_connection import CONFIG
from autograder.nbgrader.preprocessors import KEY, Judge
from autograder.reports.gradebook_marks import GradebookReport
from autograder.reports.grades import Grade


class NotReady(RuntimeError):
    """The course cannot be graded as it is. The text says what is wrong and what to try."""


class Filling:
    """One assignment of a course, opened with the course's own configuration."""

    def __init__(self, folder: Path, name: str, changed: dict[str, object]) -> None:
        """
        Args:
            folder: the course's; name: the assignment's.
            changed: settings of ``Judge`` that are given instead of the configured ones.

        Raises:
            NotReady: the folder is not a course with this assignment, or no student has submitted it.
            opening.GradebookUnusable: see there.
        """
        if not (folder / CONFIG).is_file():
            raise NotReady(message("{folder} is not an nbgrader course: it has no {file}. To make one, run   autograder course new DIR", folder=folder, file=CONFIG))
        _put_commands_on_path()
        self.app = _silent(gradebook_connection.application(folder))
        self.app.config.merge(Config({"Judge": {key: value for key, value in changed.items() if value is not None}}))
        self.course = Course(self.app.coursedir, name)
        self._look_around(folder)

    @property
    def settings(self) -> Settings:
        """How the pages are judged: as the course says, without checks that were switched off."""
        return corrections.judging(Judge(config=self.app.config).settings, self.course.corrections.standing())

    @property
    def language(self) -> str:
        """Of the course; empty if its settings name none."""
        return course_language.of_course(self.app.config)

    def corrected(self, report: Report) -> Report:
        """A report with the corrections that count now, in the points of the gradebook."""
        return corrections.corrected_report(report, self.course.corrections.standing(), report.submission, self.worth)

    def uncorrected(self, report: Report) -> Report:
        """What the judge has found, of a report with the marks of the gradebook."""
        return report.judged if isinstance(report, GradebookReport) else report

    @cached_property
    def worth(self) -> dict[str, float]:
        """Exercise or text -> the points of its cell."""
        with gradebook.open_gradebook(self.course.directory.db_url) as opened:
            return gradebook.worth(opened, self.course.name, self.course.notebook)

    def out_of_date(self, one: Handed, report: Report) -> str:
        """What of all that a student's mark depends on is not what it was when it was written; empty if all is.

        This is the whole list. A run that was cut off leaves a folder that nbgrader takes for done; so its content is
        asked, not its existence. What a person gave is not part of it: that is never overwritten; but a penalty is
        calculated from it.
        """
        course, done = self.course, self.course.autograded(one.name)
        try:
            written = json.loads(done.read_bytes())["metadata"][KEY]
        except (OSError, ValueError, LookupError, TypeError):
            return message("not written yet")
        if written.get("graded_with") != report.graded_with:  # see ReportStore.key
            return message("the page, the checks, the settings or the kit")
        if _timestamp(one.path) != _timestamp(done):
            return message("the submission time")
        if written.get("released") != self._released:
            return message("the released notebook")
        if written.get("corrections", "") != corrections.digest(self.course.corrections.log(), one.name):
            return message("the corrections")
        report = self.corrected(report)
        with gradebook.open_gradebook(course.directory.db_url) as opened:
            if not gradebook.is_recorded(opened, report, course.name, course.notebook, one.name):
                return message("the marks")
            if not self._is_penalty_right(opened, one.name):  # due date, extension, policy, and the score it is taken from
                return message("the late penalty")
        return ""

    @cached_property
    def _released(self) -> str:
        prose, order = self.course.released()
        with gradebook.open_gradebook(self.course.directory.db_url) as opened:
            return gradebook.released_digest(
                gradebook.known_cells(opened, self.course.name, self.course.notebook, order), prose
            )

    @cached_property
    def _lateness(self) -> AssignLatePenalties | None:
        """nbgrader's own step with the course's own policy, where the course has it among its steps."""
        steps = Autograde(coursedir=self.course.directory, parent=self.app).autograde_preprocessors
        names = {step if isinstance(step, str) else getattr(step, "__name__", "") for step in steps}
        if not any(name.rpartition(".")[2] == AssignLatePenalties.__name__ for name in names):
            return None
        step = AssignLatePenalties(config=self.app.config)
        step.init_plugin()
        return step

    def _is_penalty_right(self, opened: Gradebook, student: str) -> bool:
        submission = opened.find_submission(self.course.name, student)
        entry = opened.find_submission_notebook(self.course.notebook, self.course.name, student)
        late, penalty = submission.total_seconds_late, None
        try:
            step = self._lateness
            if step is None:
                return True
            if late > 0:
                penalty = step.plugin_inst.late_submission_penalty(student, entry.score, late)
            if penalty is not None:
                penalty = compat.possible_penalty(step, entry, penalty)
        except Exception:  # the course's own program: filling says what is wrong with it
            return False
        return (penalty or 0.0) == (entry.late_submission_penalty or 0.0)

    def waiting(self) -> dict[str, list[str]]:
        """Each graded cell that waits for a person -> the students whose it is."""
        with gradebook.open_gradebook(self.course.directory.db_url) as opened:
            return gradebook.waiting(opened, self.course.name)

    def marks(self) -> dict[str, Grade]:
        """What the gradebook gives: student -> mark."""
        with gradebook.open_gradebook(self.course.directory.db_url) as opened:
            found = export_grades.course_grades(opened, [self.course.name], exempt=export_grades.exempt_of(self.course.root))
            return {mark.student: mark for mark in found}

    def fill(self, student: str) -> str:
        """Has nbgrader autograde one submission.

        Returns:
            Why that did not work, in one sentence; empty if it did.
        """
        directory = self.course.directory
        with warnings.catch_warnings(), temp_attrs(directory, assignment_id=self.course.name, student_id=student):
            warnings.simplefilter("ignore", SAWarning)  # of nbgrader's own making
            converter = Autograde(coursedir=directory, parent=self.app)
            converter.force = True  # what is there is of an earlier run, and may be half of it
            result = capture_log(converter)
        if result["success"]:
            return ""
        log = f"{result.get('error') or ''}\n{result.get('log') or ''}"
        if "locked" in log and "OperationalError" in log:
            return message("the gradebook is locked by another process. Wait until it is done, then grade again.")
        return message("nbgrader failed: {why}", why=_cause(log.splitlines()) or message("it gave no reason."))

    def _look_around(self, folder: Path) -> None:
        """Everything that could go wrong later and can be seen now."""
        course, name = self.course, self.course.name
        if not course.source.is_dir():
            there = sorted(path.name for path in course.source.parent.glob("*") if path.is_dir())
            missing = message("There is no folder {folder} for the assignment {assignment}.", folder=course.source, assignment=name)
            raise NotReady(joined([missing, message("Found: {names}.", names=", ".join(there)) if there else ""]))
        if not course.is_ours:
            raise NotReady(
                message(
                    "{folder} has no checks, so this kit does not manage this assignment. Grade it with nbgrader:   {command}",
                    folder=course.solutions, command=f"nbgrader autograde {name}",
                )
            )  # fmt: skip
        if not course.students():
            raise NotReady(
                message(
                    "There are no submissions for {assignment}: no folder for it in {folder}. Try   {command}",
                    assignment=name, folder=folder / course.directory.submitted_directory, command=f"nbgrader collect {name}",
                )
            )  # fmt: skip
        with gradebook_connection.writable(course.directory.db_url, course.directory.course_id) as opened:
            try:
                opened.find_notebook(course.notebook, name)
            except MissingEntry:
                raise NotReady(
                    message(
                        "The gradebook does not know the assignment {assignment}. Try   {command}",
                        assignment=name, command=f"nbgrader generate_assignment {name}",
                    )
                ) from None  # fmt: skip


def _cause(lines: list[str]) -> str:
    """What went wrong, out of nbgrader's log: the exception that ended it, else the first thing that it calls an error.

    Its last words are that one should see the traceback above, which is not shown here.
    """
    raised = [line for line in lines if re.match(r"[A-Za-z_][\w.]*(?:Error|Exception|Entry|Exit|Interrupt)\b", line)]
    said = [line.partition("] ")[2] for line in lines if line.startswith("[ERROR")]
    found = [line.strip() for line in [*raised[-1:], *said] if line.strip() and "traceback" not in line.lower()]
    return found[0][:300] if found else ""


def _silent(app: NbGrader) -> NbGrader:
    """Its log goes nowhere but where it is asked for."""
    app.log.propagate = False
    for handler in app.log.handlers:
        handler.setLevel(logging.CRITICAL + 1)
    app.log.setLevel(logging.INFO)
    return app


def _timestamp(notebook: Path) -> str:
    try:
        return (notebook.parent / TIMESTAMP).read_text("utf-8").strip()
    except (OSError, ValueError):
        return ""


def _put_commands_on_path() -> None:
    """nbgrader calls ``alembic``, which is beside this Python and is on no path where the environment is not active."""
    own = str(Path(sys.executable).parent)
    paths = os.environ.get("PATH", "").split(os.pathsep)
    if own not in paths:
        os.environ["PATH"] = os.pathsep.join([own, *paths])
