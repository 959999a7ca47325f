"""Judges one submission after another with the same warm libraries. What it needs takes half a second to load, so a command
that has others do the judging does without (see ``batch``).
"""

from __future__ import annotations

import contextlib
import functools
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TypeVar

from threadpoolctl import threadpool_limits

from autograder.cache.answer_cache import Passed
from autograder.cache.result_cache import Known
from autograder.cache.training_cache import Trainings
from autograder.content import assignment as assignments
from autograder.content import page
from autograder.content.assignment import Assignment, SampleAnswer
from autograder.content.discovery import Handed, few
from autograder.core import versions
from autograder.core.faults import kept_apart, not_final
from autograder.core.records import Report, Status
from autograder.core.settings import Settings
from autograder.grading import process_pool
from autograder.grading.work_items import Done, Task, problem
from autograder.judging import page_demonstrations
from autograder.judging.diagnosis import Diagnosis
from autograder.judging.judge import Judgement, SubmissionJudge, begin_loading
from autograder.sandbox.fork_server_handle import Servers, SharedServers, StartFailed
from autograder.sandbox.launcher import Starters

T = TypeVar("T")


class Grader:
    """Judges one submission after another with the same warm libraries. Use as a context manager.

    Args:
        folder: the assignment's.
        several: there is more than one page to judge, so right answers are remembered (see ``answer_cache``).
        shared: where graders side by side tell each other of them; None to know only one's own.
        begun: fork servers that load libraries already (see ``sandbox.fork_server_handle.begun``); they are taken out when needed.
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
    def judge(self) -> SubmissionJudge:
        """Made when there is something to judge, with the checks collected.

        Raises:
            ChecksBroken: they cannot be.
        """
        return SubmissionJudge(self.assignment, self.settings, self.starters, self.trainings)

    def prepare(self) -> None:
        """Collects the checks, makes what they share between submissions, and reads what results depend on."""
        versions.stamp()
        _ = self.assignment.mistakes
        for exercise in self.judge.checks.of:
            self.judge.checks.make_session_fixtures(exercise)

    def join(self, lines: dict) -> None:
        """Takes fork servers that graders side by side share (see ``sandbox.launcher.Starters``)."""
        self.starters.join(lines)

    def wait(self) -> None:
        """Waits until all of them have loaded their libraries; who asks a server that has failed is told."""
        with contextlib.suppress(StartFailed):
            for modules in self.starters.running:
                self.starters.get(modules).wait()

    def grade(self, one: Handed, progress=None) -> Report:
        """A report, always: what cannot be read is ``unreadable``, what we break is ``not_graded``."""

        def without_marks(status: Status, text: str) -> Report:
            return problem(one, self.assignment.name, self.settings, status, text)

        def work() -> Report:
            return self.work(Task(one, page.content(one.path), self.settings.exercises), progress).report

        return kept_apart("reading the page", one.name, work, without_marks)

    def work(self, task: Task, progress=None) -> Done:
        """Like ``grade``, for a file's content, and with what may be remembered of it."""
        started = time.monotonic()
        one, name = task.one, self.assignment.name

        def without_marks(status: Status, text: str) -> Done:
            settings = replace(self.settings, exercises=task.exercises)
            return Done(problem(one, name, settings, status, text, time.monotonic() - started))

        def judge() -> Done:
            submission = self.assignment.read_bytes(task.content, one.file, one.name)
            if submission.is_of_another_assignment:
                raise page.Unreadable(
                    f"{one.file} has none of the functions of {name} ({few(self._names)}). Is this the right file?"
                )
            return self._named(self.begin().judge(submission, task.exercises, progress, task.patient))

        return kept_apart("judging the page", one.name, judge, without_marks)

    @property
    def _names(self) -> list[str]:
        return [exercise.name for exercise in self.assignment.exercises]

    def begin(self) -> SubmissionJudge:
        """The judge, whose libraries load or have loaded, with its memory where there are several pages."""
        self.starters.take(self.begun or [])
        begin_loading(self.starters, self.assignment, self.settings)
        if self.several and self.judge.memory is None:
            level = self.starters.get(self.judge.wanted[0].libraries).level
            shared = self.shared if level != "none" else None
            self.judge.memory = Passed(self.assignment, self.settings, shared)
        return self.judge

    def _named(self, judged: Judgement) -> Done:
        """With the names of known mistakes. Without them the points stand, and are not final: others were told more."""

        def named() -> Done:
            found = self.diagnosis.name(judged)
            lasting = frozenset(found.parts) - found.unsure
            return Done(found.report, Known(found.page, found.parts), lasting, found.put_off)

        def nameless(status: Status, text: str) -> Done:
            known = Known(not_final(judged.page, status, text), judged.parts)
            return Done(not_final(judged.report, status, text), known, frozenset(), judged.put_off)

        return kept_apart("looking for known mistakes", judged.report.submission, named, nameless)

    def close(self) -> None:
        if "judge" in vars(self):
            self.judge.close()
        self.starters.close()
        self.threads.restore_original_limits()

    def __enter__(self) -> Grader:
        return self

    def __exit__(self, *_error: object) -> None:
        self.close()


def judge_programs(
    assignment: Assignment, wanted: dict[str, list[SampleAnswer]], settings: Settings, say: Callable[[str], None]
) -> dict[str, list[Judgement]]:
    """Judges mistakes and alternatives by the checks of their own exercise, several processes side by side.

    Args:
        wanted: exercise -> programs.
        say: called with an exercise's name when all of its programs are judged.

    Returns:
        Exercise -> one ``Judgement`` for each program, in order.
    """
    return _over(assignment, wanted, settings, say, _judge_program)


def demonstrate_programs(
    assignment: Assignment, wanted: dict[str, list[SampleAnswer]], settings: Settings, say: Callable[[str], None]
) -> dict[str, list[str]]:
    """What goes wrong on the assignment's own page with each program, see ``page_demonstrations.demonstration_problem``; as ``judge_programs``."""
    return _over(assignment, wanted, settings, say, _demonstrate_program)


def _over(
    assignment: Assignment,
    wanted: dict[str, list[SampleAnswer]],
    settings: Settings,
    say: Callable[[str], None],
    work: Callable[[tuple[str, SampleAnswer]], T],
) -> dict[str, list[T]]:
    tasks = [(name, program) for name, programs in wanted.items() for program in programs]
    found: dict[str, list[T]] = {name: [] for name in wanted}
    settings = replace(settings, exercises=tuple(wanted))
    make = functools.partial(Grader, assignment.folder, settings)
    libraries = assignment.libraries(settings.exercises)
    with (
        SharedServers(libraries, settings.spawn, settings.isolation) as running,
        process_pool.pool(process_pool.cores(), make, running.connections()) as pool,
    ):
        for (name, _program), result in zip(tasks, pool.map(work, tasks), strict=True):
            found[name].append(result)
            if len(found[name]) == len(wanted[name]):
                say(name)
    return found


def _judge_program(task: tuple[str, SampleAnswer]) -> Judgement:
    name, program = task
    grader: Grader = process_pool.worker()
    return grader.begin().judge(grader.assignment.with_program(program), (name,))


def _demonstrate_program(task: tuple[str, SampleAnswer]) -> str:
    grader: Grader = process_pool.worker()
    return page_demonstrations.demonstration_problem(task[1], grader.assignment, grader.starters)
