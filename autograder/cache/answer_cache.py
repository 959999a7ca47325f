"""Right answers, judged once: who writes the same function as somebody before gets the same result, at no cost.

In a class, ``return images / 255.0`` comes many times. An exercise's result depends on the statements that its function
needs, on the checks and on the settings; where all of these are equal and every check had passed, nothing is judged again.
What failed always is: its messages name lines of the student's own page.
"""

from __future__ import annotations

import contextlib
import functools
import time
from collections import OrderedDict
from dataclasses import replace
from pathlib import Path

from autograder import datasets
from autograder.cache import dependencies, signed_store
from autograder.content.assignment import Assignment
from autograder.content.slicing import Submission
from autograder.core.records import TIMES, Outcome, Report
from autograder.core.settings import Settings

MOST = 2000  # results held in memory
PATIENCE = 20  # seconds for somebody who judges the same answer
MOMENT = 0.02  # seconds


class Passed:
    """Exercises that were answered right (a ``judge.Memory``).

    Args:
        assignment, settings: what is judged, and how.
        folder: where processes side by side share what they know, out of every submission's reach; None to know only
            what this process has judged.
    """

    def __init__(self, assignment: Assignment, settings: Settings, folder: Path | None = None) -> None:
        self.assignment = assignment
        self.settings = settings
        self.folder = folder
        self.known: OrderedDict[str, Report] = OrderedDict()
        self._dependencies: dict[str, tuple[str, list[str]]] = {}

    def find(self, submission: Submission, exercise: str) -> Report | None:
        """The result of the same answer; it took no time, and the line is this page's."""
        name = self._name(submission, exercise)
        part = self.known.get(name) or self._read(name, exercise)
        if part is None:
            return None
        self._remember(name, part)
        (result,) = part.exercises
        return replace(
            part,
            submission=submission.name,
            exercises=(replace(result, line=submission.find(exercise).line),),
            **dict.fromkeys(TIMES, 0.0),
        )

    def keep(self, submission: Submission, exercise: str, part: Report) -> None:
        """Takes note of an exercise of which every check has passed, without a note for a person."""
        if any(check.outcome is not Outcome.PASSED for check in part.checks) or part.suspicions:
            return
        name = self._name(submission, exercise)
        self._remember(name, part)
        if self.folder is not None and part.isolation != "none":
            signed_store.write(self.folder / f"{name}.json", signed_store.plain(part), lasting=False)

    def claim(self, submission: Submission, exercise: str) -> bool:
        """Whether no process at our side is judging the same answer just now."""
        if self.folder is None:
            return True
        path = self._claim(submission, exercise)
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.touch(exist_ok=False)
        except FileExistsError:
            return not _is_fresh(path)
        except OSError:
            pass  # a full or read-only disk: then everybody judges everything
        return True

    def release(self, submission: Submission, exercise: str) -> None:
        if self.folder is not None:
            with contextlib.suppress(OSError):
                self._claim(submission, exercise).unlink(missing_ok=True)

    def wait(self, submission: Submission, exercise: str) -> float:
        """Waits until nobody at our side is judging the same answer; a process that died claims nothing for long."""
        started = time.monotonic()
        while self.folder is not None and _is_fresh(self._claim(submission, exercise)):
            time.sleep(MOMENT)
        return time.monotonic() - started

    def _claim(self, submission: Submission, exercise: str) -> Path:
        return self.folder / f"{self._name(submission, exercise)}.claim"

    def _remember(self, name: str, part: Report) -> None:
        self.known[name] = part
        self.known.move_to_end(name)
        while len(self.known) > MOST:
            self.known.popitem(last=False)

    def _read(self, name: str, exercise: str) -> Report | None:
        """What another process has found; a file that holds anything else is as good as none."""
        if self.folder is None:
            return None
        try:
            part = signed_store.report(signed_store.read(self.folder / f"{name}.json"))
        except signed_store.DAMAGED:
            return None
        fits = [one.name for one in part.exercises] == [exercise] and part.dataset in ("", self._dataset)
        return part if fits and all(check.outcome is Outcome.PASSED for check in part.checks) else None

    def _name(self, submission: Submission, exercise: str) -> str:
        """The hash of everything that the result depends on."""
        its_key, called = self._depends(exercise)
        depends = [exercise, its_key, {name: submission.content_hash(name) for name in called}]
        return dependencies.hash_of(depends)

    @functools.cached_property
    def _dataset(self) -> str:
        return datasets.shared(self.settings.dataset or self.assignment.dataset).name

    def _depends(self, exercise: str) -> tuple[str, list[str]]:
        """The hash of what an exercise's result depends on beside pages, and the functions that its checks may call."""
        if exercise not in self._dependencies:
            its_key = dependencies.exercise_key(self.assignment, exercise, self.settings)
            self._dependencies[exercise] = its_key, dependencies.called(self.assignment, exercise)
        return self._dependencies[exercise]


def _is_fresh(claim: Path) -> bool:
    try:
        return abs(time.time() - claim.stat().st_mtime) < PATIENCE
    except OSError:
        return False
