"""Many submissions: where they are, judging them side by side, and keeping every report.

One process per core, each with warm libraries of its own; a submission that breaks one of them costs a retry, not a
mark. A fault of ours is ``not_graded``, never a zero.
"""

from __future__ import annotations

import logging
import multiprocessing.util
import os
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ProcessPoolExecutor, as_completed
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass, replace
from pathlib import Path

from threadpoolctl import threadpool_limits

from autograder import assignment as assignments
from autograder import confine, datasets, page
from autograder.assignment import Assignment, Program
from autograder.diagnose import Diagnosis
from autograder.judge import ChecksBroken, Judged, Settings, judge
from autograder.processes import Starters, StartFailed
from autograder.records import Report, Status
from autograder.trainings import Trainings

log = logging.getLogger("autograder")
ENDINGS = (".py", ".ipynb")
SPAWN = multiprocessing.get_context("spawn")
PART = 8  # programs judged in one go
IGNORED = {"__pycache__", ".ipynb_checkpoints", "checks", "node_modules"}


@dataclass(frozen=True)
class Handed:
    """One handed-in file and whose it is."""

    name: str
    path: Path


def collect(paths: list[Path], assignment: str) -> list[Handed]:
    """Finds the submissions in files and folders.

    A file is one submission. A folder holds one submission per file, or one folder per student (as nbgrader, Moodle
    and Classroom lay them out); of several pages in a student's folder the one named after the assignment counts,
    a notebook before a script, else the newest.

    Args:
        paths: files and folders that exist.
        assignment: its name.

    Returns:
        In order of name; every name once.
    """
    found: dict[str, Path] = {}
    for path in paths:
        if path.is_file():
            _add(found, path.stem, path)
            continue
        for entry in sorted(path.iterdir()):
            if entry.name.startswith(".") or entry.name in IGNORED:
                continue
            if entry.is_file() and entry.suffix in ENDINGS:
                _add(found, entry.stem, entry)
            elif entry.is_dir():
                chosen = page_of(entry, assignment)
                if chosen is not None:
                    _add(found, entry.name, chosen)
    return [Handed(name, found[name]) for name in sorted(found)]


def grade(handed: list[Handed], folder: Path, settings: Settings, jobs: int | None = None) -> Iterator[Report]:
    """Judges submissions, several at a time, and yields each report as it is done.

    Args:
        handed: from ``collect``; folder: the assignment's; jobs: processes, as many as there are cores by default.
    """
    jobs = max(1, min(jobs or cores(), len(handed)))
    run = _in_turn if jobs == 1 else _side_by_side
    ours: list[Handed] = []  # a fault of the kit, or of another submission in the same process
    lost: list[Handed] = []  # the grading process died, and it is not known which submission did it
    for one, report in run(handed, folder, settings, jobs):
        if report is None:
            lost.append(one)
        elif report.status is Status.NOT_GRADED:
            ours.append(one)
        else:
            yield report
    for group in ([ours] if ours else []) + [[one] for one in lost]:
        log.warning("grading again, one at a time: %s", ", ".join(one.name for one in group))
        for one, report in run(group, folder, settings, 1):
            ended = problem(one, folder.name, settings, Status.NOT_GRADED, "The grading process ended twice.")
            yield report or ended


def _in_turn(
    handed: list[Handed], folder: Path, settings: Settings, _jobs: int
) -> Iterator[tuple[Handed, Report | None]]:
    with Grader(folder, settings) as grader:
        for one in handed:
            yield one, grader.grade(one)


def _side_by_side(
    handed: list[Handed], folder: Path, settings: Settings, jobs: int
) -> Iterator[tuple[Handed, Report | None]]:
    """Each with its report as it is done; None where the grading process died."""
    with ProcessPoolExecutor(jobs, mp_context=SPAWN, initializer=_start, initargs=(folder, settings)) as pool:
        waiting = {pool.submit(_grade, one): one for one in handed}
        for done in as_completed(waiting):
            try:
                yield waiting[done], done.result()
            except BrokenProcessPool:
                yield waiting[done], None


def judge_programs(
    assignment: Assignment, wanted: dict[str, list[Program]], settings: Settings, say: Callable[[str], None]
) -> dict[str, list[Judged]]:
    """Judges mistakes and alternatives by the checks of their own exercise, several processes side by side.

    Args:
        wanted: exercise -> programs.
        say: called with an exercise's name when all of its programs are judged.

    Returns:
        Exercise -> one ``Judged`` for each program, in order.
    """
    parts = [
        (name, programs[start : start + PART])
        for name, programs in wanted.items()
        for start in range(0, len(programs), PART)
    ]
    found: dict[str, list[Judged]] = {name: [] for name in wanted}
    with ProcessPoolExecutor(
        cores(), mp_context=SPAWN, initializer=_start, initargs=(assignment.folder, settings)
    ) as pool:
        for (name, _programs), judged in zip(parts, pool.map(_judge_part, parts), strict=True):
            found[name] += judged
            if len(found[name]) == len(wanted[name]):
                say(name)
    return found


def cores() -> int:
    """How many processes this one may keep busy."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


class Grader:
    """Judges one submission after another with the same warm libraries. Use as a context manager."""

    def __init__(self, folder: Path, settings: Settings) -> None:
        self.assignment = assignments.load(folder)
        self.settings = settings
        self.threads = threadpool_limits(1)  # NumPy's: side by side they only wait for each other (0.4 s a submission)
        self.starters = Starters(settings.spawn, settings.isolation)
        self.trainings = Trainings.of_this_user()
        self.diagnosis = Diagnosis(self.assignment, settings, self.starters)

    def grade(self, one: Handed, progress=None) -> Report:
        """A report, always: what cannot be read is ``unreadable``, what we break is ``not_graded``."""
        started = time.monotonic()
        try:
            submission = self.assignment.read(one.path, one.name)
        except page.Unreadable as error:
            return problem(one, self.assignment.name, self.settings, Status.UNREADABLE, str(error))
        try:
            (judged,) = judge([submission], self.assignment, self.settings, self.starters, progress, self.trainings)
            return self._named(judged)
        except (ChecksBroken, StartFailed, datasets.DatasetError):
            raise
        except Exception as error:  # ours, whatever it is: loud, and no zero for the student
            log.exception("%s could not be graded", one.name)
            text = f"A fault of the grader: {type(error).__name__}: {str(error)[:200]}"
            seconds = time.monotonic() - started
            return problem(one, self.assignment.name, self.settings, Status.NOT_GRADED, text, seconds)

    def _named(self, judged: Judged) -> Report:
        try:
            return self.diagnosis.name(judged).report
        except Exception:  # a diagnosis is help, not a mark
            log.exception("%s: no diagnosis", judged.report.submission)
            return judged.report

    def close(self) -> None:
        self.starters.close()
        self.threads.restore_original_limits()

    def __enter__(self) -> Grader:
        return self

    def __exit__(self, *_error: object) -> None:
        self.close()


def problem(
    one: Handed, assignment: str, settings: Settings, status: Status, text: str, seconds: float = 0.0
) -> Report:
    """A report that says why there are no marks."""
    return Report(
        assignment=assignment,
        submission=one.name,
        source_sha256="",
        status=status,
        exercises=(),
        isolation=confine.lowest(set()),
        dataset="",
        seed=settings.seed,
        seconds=round(seconds, 3),
        source=one.path.name,
        budget=settings.budget,
        problem=text,
    )


_grader: Grader | None = None  # one for each process of the pool


def _start(folder: Path, settings: Settings) -> None:
    global _grader
    _grader = Grader(folder, settings)
    multiprocessing.util.Finalize(_grader, _grader.close, exitpriority=1)  # this process ends without being asked


def _grade(one: Handed) -> Report:
    return _grader.grade(one)


def _judge_part(part: tuple[str, list[Program]]) -> list[Judged]:
    name, programs = part
    assignment = _grader.assignment
    submissions = [assignment.with_program(program) for program in programs]
    settings = replace(_grader.settings, exercises=(name,))
    return judge(submissions, assignment, settings, _grader.starters, trainings=_grader.trainings)


def page_of(folder: Path, assignment: str) -> Path | None:
    """The page in a student's folder, however deep (``alice/mnist/mnist.ipynb``); None if there is none.

    A link that leads out of the folder is no page: it could name the answers.
    """
    inside = folder.resolve()
    pages = [
        path
        for path in sorted(folder.rglob("*"))
        if path.is_file()
        and path.suffix in ENDINGS
        and not IGNORED & set(path.relative_to(folder).parts)
        and path.resolve().is_relative_to(inside)
    ]
    return max(pages, key=lambda path: _fit(path, assignment), default=None)


def _fit(path: Path, assignment: str) -> tuple:
    """Sorts pages: the assignment's name first, a notebook before a script, the newest."""
    return (path.stem == assignment, assignment in path.stem, path.suffix == ".ipynb", path.stat().st_mtime)


def _add(found: dict[str, Path], name: str, path: Path) -> None:
    unique, number = name, 2
    while unique in found:
        unique, number = f"{name}-{number}", number + 1
    found[unique] = path
