"""Many submissions: judging them side by side, and keeping every report.

One process per core, forks of one that has loaded all they share; a submission that breaks one of them costs a retry, not a
mark. A fault of ours is ``not_graded``, never a zero.
"""

from __future__ import annotations

import contextlib
import functools
import logging
import os
import time
from collections.abc import Callable, Iterator
from concurrent.futures import FIRST_COMPLETED, Future, wait
from dataclasses import dataclass, replace
from pathlib import Path

from threadpoolctl import threadpool_limits

from autograder import assignment as assignments
from autograder import confine, crews, datasets, page, versions
from autograder.assignment import Assignment, Program
from autograder.collected import ChecksBroken
from autograder.crews import Alone, Crew, Processes
from autograder.diagnose import Diagnosis
from autograder.handed_in import Handed
from autograder.judge import Judge, Judged, begin_loading
from autograder.passed import FOLDER as PASSED
from autograder.passed import Passed
from autograder.processes.servers import Servers
from autograder.processes.starters import Starters
from autograder.processes.workers import StartFailed
from autograder.records import Report, Status
from autograder.remembered import Known, Results
from autograder.settings import Settings
from autograder.trainings import Trainings

log = logging.getLogger("autograder")
PATIENCE = 30  # seconds until somebody looks after a crew of which nothing is heard


@dataclass(frozen=True)
class Task:
    """What a grading process gets; it need not have the file, only the assignment.

    Attributes:
        content: of the file. exercises: to judge; empty for all.
        patient: wait where another process is judging the same answer; else it is put off.
    """

    one: Handed
    content: bytes
    exercises: tuple[str, ...] = ()
    patient: bool = True


@dataclass(frozen=True)
class Done:
    """What a grading process gives.

    Attributes:
        known: what the report is made of, if there are marks. lasting: exercises of which another day will tell the same.
        put_off: exercises that are not judged yet (see ``judge.Judged``).
    """

    report: Report
    known: Known | None = None
    lasting: frozenset[str] = frozenset()
    put_off: tuple[str, ...] = ()

    def after(self, before: Done) -> Done:
        """The rest of a page, together with what was judged of it before."""
        if self.known is None:  # it broke: then the page is judged again, all of it
            return self
        parts = before.known.parts | self.known.parts
        return replace(self, known=Known(self.known.page, parts), lasting=before.lasting | self.lasting)


def grade(
    handed: list[Handed],
    folder: Path,
    settings: Settings,
    jobs: int | None = None,
    *,
    results: Results | None = None,
    crew: Callable[[], Crew] | None = None,
    begun: list[Servers] | None = None,
) -> Iterator[Report]:
    """Judges submissions, several at a time, and yields each report as it is done. Few of them are held at a time.

    Args:
        handed: from ``collect``; folder: the assignment's; jobs: processes, as many as there are cores by default.
        results: what is known of earlier runs, where it saves judging again; new results go there.
        crew: makes those who do the judging, instead of processes on this machine.
        begun: fork servers that load libraries already (see ``processes.servers.begun``); they are taken out.
    """
    jobs = max(1, min(jobs or cores(), len(handed)))
    make = functools.partial(
        Grader, folder, settings, several=True, shared=results.folder / PASSED if results else None
    )
    servers = functools.partial(_servers, folder, settings, begun)
    alone = functools.partial(make, begun=begun)
    first = crew or (lambda: Alone(alone) if jobs == 1 else Processes(jobs, make, servers))
    second = crew or (lambda: Alone(alone) if jobs == 1 else Processes(1, make, servers))
    again: list[Handed] = []  # a fault of the kit, or of another submission in the same process; or its process died
    for one, report in _attempt(handed, folder.name, settings, first, results):
        if report is None or report.status is Status.NOT_GRADED:
            again.append(one)
        else:
            yield report
    if again:
        log.warning("grading again, one at a time: %s", ", ".join(one.name for one in again))
        for one, report in _attempt(again, folder.name, settings, second, results, width=1):
            yield report or problem(
                one, folder.name, settings, Status.NOT_GRADED, "The grading process ended twice."
            )


def _attempt(
    handed: list[Handed],
    assignment: str,
    settings: Settings,
    make: Callable[[], Crew],
    results: Results | None,
    width: int | None = None,
) -> Iterator[tuple[Handed, Report | None]]:
    """Each with its report as it is done; None where the grading process died."""
    with contextlib.closing(make()) as crew:
        waiting: dict[Future, Task] = {}
        halves: dict[Handed, Done] = {}
        todo = iter(handed)
        for one in todo:
            told = _told(one, assignment, settings, results)
            if isinstance(told, Report):
                yield one, told
                continue
            waiting[crew.submit(told)] = told
            while len(waiting) >= (width or crew.width):
                yield from _finished(waiting, halves, crew, results)
        while waiting:
            yield from _finished(waiting, halves, crew, results)


def _told(one: Handed, assignment: str, settings: Settings, results: Results | None) -> Report | Task:
    """What can be said of a submission at once, or what there is to do."""
    try:
        content = page.content(one.path)
    except page.Unreadable as error:
        return problem(one, assignment, settings, Status.UNREADABLE, str(error))
    if results is None:
        return Task(one, content, settings.exercises)
    known = results.find(one.path.name, content)
    missing = tuple(name for name in results.keys if name not in known.parts)
    return results.whole(one.name, known) or Task(one, content, missing, patient=False)


def _finished(
    waiting: dict[Future, Task], halves: dict[Handed, Done], crew: Crew, results: Results | None
) -> Iterator[tuple[Handed, Report | None]]:
    """Waits for some of the tasks, and takes them out; what was put off of a page is handed in again.

    Args:
        halves: takes what was judged of such pages.
    """
    while not (ended := wait(waiting, PATIENCE, FIRST_COMPLETED).done):
        crew.look()
    for future in [one for one in waiting if one in ended]:  # in the order in which they were handed in
        task = waiting.pop(future)
        try:
            done = future.result()
        except crew.gone:
            halves.pop(task.one, None)
            yield task.one, None
            continue
        if done.put_off:
            rest = replace(task, exercises=done.put_off, patient=True)
            halves[task.one] = done
            waiting[crew.submit(rest)] = rest
            continue
        if task.one in halves:
            done = done.after(halves.pop(task.one))
        if results is None or done.known is None:
            yield task.one, done.report
        else:
            name, file = task.one.name, task.one.path.name
            yield task.one, results.completed(name, file, task.content, done.known, done.lasting)


def _servers(folder: Path, settings: Settings, begun: list[Servers] | None = None) -> Starters:
    """The fork servers for an assignment: one import of the slow libraries for all processes."""
    starters = Starters(settings.spawn, settings.isolation)
    starters.take(begun or [])
    begin_loading(starters, assignments.load(folder), settings)
    return starters


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
    tasks = [(name, program) for name, programs in wanted.items() for program in programs]
    found: dict[str, list[Judged]] = {name: [] for name in wanted}
    settings = replace(settings, exercises=tuple(wanted))
    make = functools.partial(Grader, assignment.folder, settings)
    with _servers(assignment.folder, settings) as running, crews.pool(cores(), make, running.lines()) as pool:
        for (name, _program), judged in zip(tasks, pool.map(_judge_program, tasks), strict=True):
            found[name].append(judged)
            if len(found[name]) == len(wanted[name]):
                say(name)
    return found


def cores() -> int:
    """How many processes this one may keep busy."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


class Grader:
    """Judges one submission after another with the same warm libraries. Use as a context manager.

    Args:
        folder: the assignment's.
        several: there is more than one page to judge, so right answers are remembered (see ``passed``).
        shared: where graders side by side tell each other of them; None to know only one's own.
        begun: fork servers that load libraries already (see ``processes.servers.begun``); they are taken out when needed.
    """

    def __init__(
        self,
        folder: Path,
        settings: Settings,
        several: bool = False,
        shared: Path | None = None,
        begun: list[Servers] | None = None,
    ) -> None:
        self.assignment = assignments.load(folder)
        self.settings = settings
        self.threads = threadpool_limits(1)  # NumPy's: side by side they only wait for each other (0.4 s a submission)
        self.starters = Starters(settings.spawn, settings.isolation)
        self.trainings = Trainings.of_this_user()
        self.diagnosis = Diagnosis(self.assignment, settings, self.starters)
        self.several = several
        self.shared = shared
        self.begun = begun

    @functools.cached_property
    def judge(self) -> Judge:
        """Made when there is something to judge, with the checks collected.

        Raises:
            ChecksBroken: they cannot be.
        """
        return Judge(self.assignment, self.settings, self.starters, self.trainings)

    def prepare(self) -> None:
        """Collects the checks, makes what they share between submissions, and reads what results depend on."""
        versions.stamp()
        _ = self.assignment.mistakes
        for exercise in self.judge.checks.of:
            self.judge.checks.make_lasting(exercise)

    def join(self, lines: dict) -> None:
        """Takes fork servers that graders side by side share (see ``processes.starters.Starters``)."""
        self.starters.join(lines)

    def grade(self, one: Handed, progress=None) -> Report:
        """A report, always: what cannot be read is ``unreadable``, what we break is ``not_graded``."""
        try:
            return self.work(Task(one, page.content(one.path), self.settings.exercises), progress).report
        except page.Unreadable as error:
            return problem(one, self.assignment.name, self.settings, Status.UNREADABLE, str(error))

    def work(self, task: Task, progress=None) -> Done:
        """Like ``grade``, for a file's content, and with what may be remembered of it."""
        started = time.monotonic()
        one, name = task.one, self.assignment.name
        settings = replace(self.settings, exercises=task.exercises)
        try:
            submission = self.assignment.read_bytes(task.content, one.path.name, one.name)
        except page.Unreadable as error:
            return Done(problem(one, name, settings, Status.UNREADABLE, str(error)))
        try:
            return self._named(self.begin().judge(submission, task.exercises, progress, task.patient))
        except (ChecksBroken, StartFailed, datasets.DatasetError):
            raise
        except Exception as error:  # ours, whatever it is: loud, and no zero for the student
            log.exception("%s could not be graded", one.name)
            text = f"A fault of the grader: {type(error).__name__}: {str(error)[:200]}"
            return Done(problem(one, name, settings, Status.NOT_GRADED, text, time.monotonic() - started))

    def begin(self) -> Judge:
        """The judge, whose libraries load or have loaded, with its memory where there are several pages."""
        self.starters.take(self.begun or [])
        begin_loading(self.starters, self.assignment, self.settings)
        if self.several and self.judge.memory is None:
            level = self.starters.get(self.judge.wanted[0].libraries).level
            shared = self.shared if level != "none" else None
            self.judge.memory = Passed(self.assignment, self.settings, shared)
        return self.judge

    def _named(self, judged: Judged) -> Done:
        try:
            judged = self.diagnosis.name(judged)
            lasting = frozenset(judged.parts) - judged.unsure
        except Exception:  # a diagnosis is help, not a mark; another day there may be one
            log.exception("%s: no diagnosis", judged.report.submission)
            lasting = frozenset()
        return Done(judged.report, Known(judged.page, judged.parts), lasting, judged.put_off)

    def close(self) -> None:
        if "judge" in vars(self):
            self.judge.close()
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


def _judge_program(task: tuple[str, Program]) -> Judged:
    name, program = task
    grader: Grader = crews.worker()
    return grader.begin().judge(grader.assignment.with_program(program), (name,))
