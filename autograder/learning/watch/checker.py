"""Judges in the background what has changed on a page, and reports each step."""

from __future__ import annotations

import logging
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

from autograder.content.assignment import Assignment, ChecksBroken, Exercise
from autograder.content.submission import Submission
from autograder.core import libraries
from autograder.core.faults import Unreadable
from autograder.core.languages import shown, spoken, what_it_says
from autograder.core.records import ExerciseResult
from autograder.core.written_answer import WrittenAnswer
from autograder.learning.progress import Progress
from autograder.learning.standing import ExerciseStanding, overview
from autograder.learning.watch.file_watcher import file_stamp
from autograder.sandbox.fork_server_handle import StartFailed

log = logging.getLogger("autograder")

SETTLED = 0.015  # seconds without a change until a file counts as saved
PATIENCE = 0.4  # seconds that an editor may need between deleting a page and writing it


@dataclass(frozen=True)
class PageSaved:
    """The page was read.

    Attributes:
        path: the file; rows: the standing of its exercises.
        missing: exercise -> why it is not there; notes: sentences about the whole page.
        changed: exercises that are checked now; texts: what is written for a person to mark.
    """

    path: Path
    rows: list[ExerciseStanding]
    missing: dict[str, str]
    notes: tuple[str, ...]
    changed: tuple[str, ...]
    texts: tuple[WrittenAnswer, ...] = ()


@dataclass(frozen=True)
class PageUnreadable:
    """The page cannot be read; the text says why."""

    path: Path
    text: str


@dataclass(frozen=True)
class CheckBegan:
    """An exercise is being checked; ``loading`` names a slow library that it waits for."""

    name: str
    loading: str = ""


@dataclass(frozen=True)
class CheckEnded:
    """An exercise was checked, and the standing of all of them."""

    result: ExerciseResult
    rows: list[ExerciseStanding]
    seconds: float


@dataclass(frozen=True)
class CheckFailed:
    """The checks could not run; the text says why."""

    text: str


@dataclass(frozen=True)
class Idle:
    """Nothing is left to check."""


class Superseded(KeyboardInterrupt):
    """The page was saved again, or the result is not needed any more; the judge lets this kind of exception through."""


class Checker(threading.Thread):
    """Checks a page when it is asked to, any number of times; what is being checked then gives way.

    Args:
        path: the page; ``turn_to`` changes it.
        assignment: its assignment.
        settings: how to judge.
        progress: where results are remembered.
        put: called with what happened, from this thread.
    """

    def __init__(
        self, path: Path, assignment: Assignment, settings, progress: Progress, put: Callable[[object], None]
    ) -> None:
        super().__init__(name="checker", daemon=True)
        self.path = path
        self.assignment = assignment
        self.settings = settings
        self.progress = progress
        self.put = put
        self.current = ""  # is checked first
        self.wanted = threading.Event()
        self.ended = threading.Event()
        self.checked: dict[str, tuple] = {}  # exercise -> what it was when it was last checked
        self.grader = None

    def look(self, path: Path | None = None) -> None:
        """Reads the page, another one if it is given, and checks what has changed."""
        if path is not None and path != self.path:
            self.path = path
            self.checked = {}
        self.wanted.set()

    def stop(self) -> None:
        """Ends the thread, and every process it has started."""
        self.ended.set()
        self.wanted.set()
        if self.grader is not None:
            self.grader.starters.stop_loading()
        self.join(1)  # what it waits for may be a loop without an end: it gives way
        if self.grader is not None:
            self.grader.close()

    def run(self) -> None:
        while True:
            self.wanted.wait()
            if self.ended.is_set():
                return
            self.wanted.clear()
            try:
                self._look()
            except Exception as error:
                if not self.ended.is_set():
                    log.exception("the page could not be checked")
                    self.put(CheckFailed(spoken("A bug in the kit, not your mistake: {name}: {error}", name=type(error).__name__, error=str(error)[:200])))

    def _look(self) -> None:
        path = self._settled()
        try:
            submission = self.assignment.read(path)
        except Unreadable as error:
            gone = spoken("{name} is missing. Was it renamed? Checking continues when it is back.", name=path.name)
            self.put(PageUnreadable(path, gone if file_stamp(path) is None else shown(what_it_says(error))))
            return
        rows = overview(self.assignment, submission, self.progress)
        changed = [row.exercise for row in rows if self._is_due(row, submission)]
        changed.sort(key=lambda exercise: (exercise.name != self.current, bool(libraries.heavy(exercise.libraries))))
        missing = {row.name: submission.missing(row.name) for row in rows if submission.find(row.name) is None}
        self.put(
            PageSaved(
                path,
                rows,
                missing,
                submission.notes(row.name for row in rows),
                tuple(one.name for one in changed),
                tuple(text.read(submission.page) for text in self.assignment.texts),
            )
        )
        self._warm_up()
        for exercise in changed:
            if self.wanted.is_set() or not self._check(exercise, submission):
                return
        self.put(Idle())

    def _settled(self) -> Path:
        """The page, once it is not being written any more; an editor that deletes it first gets a moment."""
        path, started = self.path, time.monotonic()
        before = file_stamp(path)
        while not self.ended.wait(SETTLED):
            now = file_stamp(path)
            gone = now is None or now[1] == 0
            if now == before and not (gone and time.monotonic() < started + PATIENCE):
                break
            before = now
        return path

    def _is_due(self, row: ExerciseStanding, submission: Submission) -> bool:
        """Whether an exercise may come out differently than it did; of one that failed, lines may have moved, too."""
        piece = submission.find(row.name)
        if piece is None or piece.is_stub:
            self.checked.pop(row.name, None)
            return False
        now = _what_it_is(row, submission)
        if row.passed:
            return False
        return self.checked.get(row.name) != now

    def _check(self, exercise: Exercise, submission: Submission) -> bool:
        """Checks one exercise. Returns False if it gave way to something newer."""
        from autograder.datasets import DatasetError

        started = time.monotonic()
        self.put(CheckBegan(exercise.name, self._loading(exercise)))
        try:
            result = self._judged(exercise, submission)
        except Superseded:
            return False
        except (ChecksBroken, DatasetError, StartFailed) as error:
            self.put(CheckFailed(spoken("The checks could not run, and that is not your fault: {error}", error=error)))
            return False
        if result is None:
            return True
        self.progress.checked(result, self.path.name, submission.fingerprint(exercise.name))
        rows = overview(self.assignment, submission, self.progress)
        self.checked[exercise.name] = _what_it_is(rows[_place(rows, exercise.name)], submission)
        self.put(CheckEnded(result, rows, time.monotonic() - started))
        return True

    def _judged(self, exercise: Exercise, submission: Submission) -> ExerciseResult | None:
        from autograder.judging.judge import judge_submissions

        grader = self._graders()
        settings = replace(self.settings, exercises=(exercise.name,))
        (judged,) = judge_submissions([submission], self.assignment, settings, grader.starters, self._give_way, grader.trainings)
        if judged.report.broken:
            self._renew()
        named = grader.diagnosis.name(judged).report
        return named.exercises[0] if named.exercises else None

    def _give_way(self, *_done: object) -> None:
        """Raises if the result is not needed any more; asked after each check, and while a call is waited for."""
        if self.wanted.is_set() or self.ended.is_set():
            raise Superseded

    # -- the processes that run a student's code -------------------------------------------------------------------

    def _graders(self):
        if self.grader is None:
            from autograder.grading.grader import Grader

            self.grader = Grader(self.assignment.folder, self.settings)
            self.grader.starters.get = _yielding(self.grader.starters.get, self._give_way)
        return self.grader

    def _renew(self) -> None:
        """After a bug in the kit, the next check begins with fresh processes."""
        self.grader.close()
        self.grader = None

    def _warm_up(self) -> None:
        """All libraries begin to load while something else is checked or written."""
        self._graders().starters.load(self.assignment.libraries())

    def _loading(self, exercise: Exercise) -> str:
        starter = self._graders().starters.running.get(exercise.libraries)
        slow = libraries.heavy(exercise.libraries)
        return slow[-1].title if slow and getattr(starter, "reached", None) == "" else ""


def _yielding(get: Callable, give_way: Callable[[], None]) -> Callable:
    """``Starters.get``, whose workers are not waited for once an answer is not needed any more.

    Args:
        give_way: raises if that is so.
    """

    class Yielding:
        def __init__(self, starter) -> None:
            self.starter = starter

        def wait(self) -> float:
            return self.starter.wait()

        def start(self, limits: object):
            worker = self.starter.start(limits)
            worker.channel.waiting = give_way
            return worker

    return lambda modules: Yielding(get(modules))


def _what_it_is(row: ExerciseStanding, submission: Submission) -> tuple:
    """What decides how an exercise comes out, and the lines that messages name."""
    piece = submission.find(row.name)
    return (submission.fingerprint(row.name), piece.label, piece.line, piece.end)


def _place(rows: list[ExerciseStanding], name: str) -> int:
    return next(number for number, row in enumerate(rows) if row.name == name)
