"""A whole class into the gradebook, by nbgrader's own converter, in this process: who is in it already is left alone."""

from __future__ import annotations

import json
import logging
import os
import sys
import warnings
from pathlib import Path

from nbgrader.api import MissingEntry
from nbgrader.apps import NbGrader
from nbgrader.converters import Autograde
from nbgrader.utils import capture_log, temp_attrs
from sqlalchemy.exc import SAWarning
from traitlets.config import Config

from autograder.handed_in import Handed
from autograder.nbgrader import gradebook, opening
from autograder.nbgrader.course import TIMESTAMP, Course
from autograder.nbgrader.opening import CONFIG
from autograder.nbgrader.preprocessors import KEY, Judge
from autograder.records import Report
from autograder.settings import Settings


class NotReady(RuntimeError):
    """The course cannot be graded as it stands. The text says what is wrong and what to try."""


class Filling:
    """One assignment of a course, opened with the course's own configuration."""

    def __init__(self, folder: Path, name: str, changed: dict[str, object]) -> None:
        """
        Args:
            folder: the course's; name: the assignment's.
            changed: settings of ``Judge`` that are given instead of the configured ones.

        Raises:
            NotReady: the folder is no course with this assignment, or nobody has handed it in.
            opening.GradebookUnusable: see there.
        """
        if not (folder / CONFIG).is_file():
            raise NotReady(f"{folder} is no nbgrader course: it has no {CONFIG}. Make one:   autograder course new DIR")
        _put_commands_on_path()
        self.app = _silent(opening.application(folder))
        self.app.config.merge(Config({"Judge": {key: value for key, value in changed.items() if value is not None}}))
        self.course = Course(self.app.coursedir, name)
        self._look_around(folder)

    @property
    def settings(self) -> Settings:
        return Judge(config=self.app.config).settings

    def is_filled(self, one: Handed, report: Report) -> bool:
        """Whether gradebook and autograded notebook say what the report says, for this very hand-in.

        A run that was cut off leaves a folder that nbgrader takes for done; so its content is asked, not its existence.
        """
        done = self.course.autograded(one.name)
        try:
            told = json.loads(done.read_bytes())["metadata"][KEY]["graded_with"]
        except (OSError, ValueError, LookupError, TypeError):
            return False
        if told != report.graded_with or _timestamp(one.path) != _timestamp(done):
            return False
        with gradebook.opened(self.course.directory.db_url) as opened:
            return gradebook.is_recorded(opened, report, self.course.name, self.course.notebook, one.name)

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
        told = f"{result.get('error') or ''}\n{result.get('log') or ''}"
        if "locked" in told and "OperationalError" in told:
            return "the gradebook is locked by another process. Wait until it is done, then grade again."
        lines = [line for line in (result.get("log") or "").splitlines() if line.startswith("[ERROR]")]
        causes = [line for line in told.splitlines() if line and not line.startswith((" ", "[", "Traceback"))]
        said = causes or lines or ["nbgrader gave no reason."]
        return f"nbgrader could not take it: {said[0].strip()[:200]}"

    def _look_around(self, folder: Path) -> None:
        """Everything that could go wrong later and can be seen now."""
        course, name = self.course, self.course.name
        if not course.source.is_dir():
            there = sorted(path.name for path in course.source.parent.glob("*") if path.is_dir())
            known = f" There is: {', '.join(there)}." if there else ""
            raise NotReady(f"There is no folder {course.source} for the assignment {name}.{known}")
        if not course.is_ours:
            raise NotReady(
                f"{course.solutions} holds no checks, so this assignment is none of the kit's. Grade it with nbgrader:   "
                f"nbgrader autograde {name}"
            )
        if not course.students():
            raise NotReady(
                f"Nobody has handed in {name}: no folder for it in {folder / course.directory.submitted_directory}. "
                f"Try   nbgrader collect {name}"
            )
        with opening.writable(course.directory.db_url, course.directory.course_id) as opened:
            try:
                opened.find_notebook(course.notebook, name)
            except MissingEntry:
                raise NotReady(
                    f"The gradebook does not know the assignment {name}. Try   nbgrader generate_assignment {name}"
                ) from None


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
    """nbgrader calls ``alembic``, which stands beside this Python and is on no path where the environment is not active."""
    own = str(Path(sys.executable).parent)
    paths = os.environ.get("PATH", "").split(os.pathsep)
    if own not in paths:
        os.environ["PATH"] = os.pathsep.join([own, *paths])
