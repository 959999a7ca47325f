"""Judges one submission after another with the same warm libraries. What it needs takes half a second to load, so a command
that has others do the judging does without (see ``batch``).
"""

from __future__ import annotations

import contextlib
import functools
import time
from collections import OrderedDict
from collections.abc import Callable, Iterator
from concurrent.futures import Executor
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple, TypeVar

from threadpoolctl import threadpool_limits

from autograder.cache import dependencies
from autograder.cache.result_cache import PageFacts, ResultCache, place_of
from autograder.cache.training_cache import TrainingCache
from autograder.content import assignment_folder, variant_folder
from autograder.content.assignment import Assignment, SampleAnswer
from autograder.content.discovery import Handed
from autograder.content.submission_part import SubmissionPart
from autograder.core.faults import Unreadable, kept_apart, not_final
from autograder.core.file_names import few
from autograder.core.languages import message
from autograder.core.records import CheckResult, Report, Status
from autograder.core.settings import Settings
from autograder.grading import process_pool
from autograder.grading.open_page import OpenPage
from autograder.grading.work_items import (
    Done,
    ExerciseJudged,
    JudgeExercise,
    NoMarks,
    PageRead,
    ReadPage,
    Task,
    problem,
)
from autograder.judging import collection, page_demonstrations, page_reports
from autograder.judging.diagnosis import Diagnosis
from autograder.judging.judge import Judgement, SubmissionJudge, begin_loading
from autograder.sandbox.fork_server_handle import Servers, SharedServers, StartFailed
from autograder.sandbox.launcher import Starters

MOST_VARIANTS = 24  # that a grader holds
T = TypeVar("T")
Progress = Callable[[str, CheckResult], None]  # is given an exercise and the result of one of its checks


class _InVariant(NamedTuple):
    """Who judges one exercise in one variant, and who names its mistakes."""

    judge: SubmissionJudge
    diagnosis: Diagnosis


class Grader:
    """Judges one submission after another with the same warm libraries. Use as a context manager.

    Args:
        folder: the assignment's.
        cache: what is known of earlier work, for ``grade``; None where there is one page to judge.
        begun: fork servers that load libraries already (see ``sandbox.fork_server_handle.begun``); they are taken out when needed.
    """

    def __init__(
        self,
        folder: Path,
        settings: Settings,
        cache: ResultCache | None = None,
        begun: list[Servers] | None = None,
    ) -> None:
        self.assignment = assignment_folder.load(folder)
        self.settings = settings
        self.threads = threadpool_limits(1)  # NumPy's: side by side they only wait for each other (0.4 s a submission)
        self.starters = Starters(settings.spawn, settings.isolation, settings.backend)
        self.trainings = TrainingCache.of_this_user(settings.backend)
        self.diagnosis = Diagnosis(self.assignment, settings, self.starters)
        self.cache = cache
        self.begun = begun
        self.called: dict[str, list[str]] = {}
        self.variants: OrderedDict[tuple[str, str], _InVariant] = OrderedDict()

    @functools.cached_property
    def judge(self) -> SubmissionJudge:
        """Made when there is something to judge, with the checks collected.

        Raises:
            ChecksBroken: they cannot be.
        """
        return SubmissionJudge(self.assignment, self.settings, self.starters, self.trainings)

    def prepare(self) -> None:
        """Collects the checks, makes what they share between submissions, and reads what they may call."""
        _ = self.assignment.mistakes
        for exercise, items in self.judge.checks.of.items():
            self.judge.checks.make_session_fixtures(exercise)
            collection.make_telling_inputs(items)
            self._called(exercise)

    def join(self, lines: dict) -> None:
        """Takes fork servers that graders side by side share (see ``sandbox.launcher.Starters``)."""
        self.starters.join(lines)

    def wait(self) -> None:
        """Waits until all of them have loaded their libraries; a request to a server that has failed says so."""
        with contextlib.suppress(StartFailed):
            for modules in self.starters.running:
                self.starters.get(modules).wait()

    def grade(self, one: Handed, progress: Progress | None = None) -> Report:
        """A report, always: what cannot be read is ``unreadable``, what we break is ``not_graded``."""
        opened = OpenPage(one, self.assignment, self.settings, self.cache)
        while (task := opened.next()) is not None:
            opened.take(task, self.work(task, progress))
        return opened.report

    def work(self, task: Task, progress: Progress | None = None) -> Done:
        """Does what is asked; ``NoMarks`` where that cannot be done."""
        started = time.monotonic()

        def without_marks(status: Status, text: str) -> NoMarks:
            seconds = time.monotonic() - started
            return NoMarks(problem(task.one, self.assignment.name, self.settings, status, text, seconds))

        def done() -> Done:
            return self._read(task) if isinstance(task, ReadPage) else self._judge(task, progress)

        return kept_apart(message("judging the page"), task.one.name, done, without_marks)

    def _read(self, task: ReadPage) -> PageRead:
        """
        Raises:
            Unreadable: it is no page, or one of another assignment.
        """
        one, name = task.one, self.assignment.name
        assignment = variant_folder.of(self.assignment, one.variant)
        submission = assignment.read_bytes(task.content, one.file, one.name)
        if submission.is_of_another_assignment:
            raise Unreadable(
                message("{file} has none of the functions of {name} ({names}). Is this the right file?", file=one.file, name=name, names=few(self._names))
            )
        judge = self.begin()
        slices = {exercise: submission.find(exercise) for exercise in judge.names}
        page = page_reports.of_page(submission, assignment, self.settings, judge.names)
        facts = PageFacts(
            replace(page, notes=(*page.notes, *page_reports.other_variant(task.content, assignment))),
            {function: submission.content_hash(function) for function in sorted(submission.functions)},
            {exercise: found.line if found else None for exercise, found in slices.items()},
            place_of(one.file, task.content),
        )
        parts = {exercise: SubmissionPart.of(submission, exercise, self._called(exercise)) for exercise in slices}
        return PageRead(facts, parts)

    def _called(self, exercise: str) -> list[str]:
        if exercise not in self.called:
            self.called[exercise] = dependencies.called(self.assignment, exercise)
        return self.called[exercise]

    @property
    def _names(self) -> list[str]:
        return [exercise.name for exercise in self.assignment.exercises]

    def begin(self) -> SubmissionJudge:
        """The judge, whose libraries load or have loaded."""
        self.starters.take(self.begun or [])
        begin_loading(self.starters, self.assignment, self.settings)
        return self.judge

    def _judge(self, task: JudgeExercise, progress: Progress | None) -> ExerciseJudged:
        """With the names of known mistakes. Without them the points count, but are not final: others got more advice."""
        judge = self.begin()
        diagnosis = self.diagnosis
        if task.variant:
            judge, diagnosis = self.in_variant(task.exercise, task.variant)
        judged = judge.judge_exercise(task.part, task.exercise, progress, task.seconds, task.without)

        def named() -> ExerciseJudged:
            return ExerciseJudged(diagnosis.name(judged).report, not judged.cut_short, judged.shortcuts)

        def nameless(status: Status, text: str) -> ExerciseJudged:
            return ExerciseJudged(not_final(judged.report, status, text), False)

        return kept_apart(message("looking for known mistakes"), task.one.name, named, nameless)

    def in_variant(self, exercise: str, variant: str) -> _InVariant:
        """Who judges an exercise in a variant; the last few stay, each with its own checks.

        Raises:
            NoSuchVariant: the assignment has no such variant.
        """
        key = exercise, variant
        if key not in self.variants:
            while len(self.variants) >= MOST_VARIANTS:
                self.variants.popitem(last=False)[1].judge.close()
            assignment = variant_folder.of(self.assignment, variant)
            settings = replace(self.settings, exercises=(exercise,))
            judge = SubmissionJudge(assignment, settings, self.starters, self.trainings)
            self.variants[key] = _InVariant(judge, Diagnosis(assignment, settings, self.starters))
        self.variants.move_to_end(key)
        return self.variants[key]

    def close(self) -> None:
        for one in self.variants.values():
            one.judge.close()
        if "judge" in vars(self):
            self.judge.close()
        self.starters.close()
        self.threads.restore_original_limits()

    def __enter__(self) -> Grader:
        return self

    def __exit__(self, *_error: object) -> None:
        self.close()


@contextlib.contextmanager
def graders(
    assignment: Assignment, exercises: tuple[str, ...], settings: Settings, running: SharedServers | None = None
) -> Iterator[Executor]:
    """Several processes side by side, for ``judge_programs`` and ``demonstrate_programs``.

    Args:
        exercises: names of those whose programs they are given.
        running: fork servers that have these exercises' libraries, and stay; others are started and ended by default.
    """
    make = functools.partial(Grader, assignment.folder, replace(settings, exercises=exercises))
    own = contextlib.nullcontext(running) if running else SharedServers(
        assignment.libraries(exercises), settings.spawn, settings.isolation, backend=settings.backend
    )
    with (
        own as servers,
        process_pool.pool(process_pool.cores(), make, servers.connections()) as pool,
    ):
        yield pool


def judge_programs(
    pool: Executor, wanted: dict[str, list[SampleAnswer]], say: Callable[[str], None]
) -> dict[str, list[Judgement]]:
    """Judges mistakes and alternatives by the checks of the exercise that each is for.

    Args:
        pool: from ``graders``.
        wanted: exercise -> programs.
        say: called with an exercise's name when all of its programs are judged.

    Returns:
        Exercise -> one ``Judgement`` for each program, in order.
    """
    return _over(pool, wanted, say, _judge_program)


def demonstrate_programs(
    pool: Executor, wanted: dict[str, list[SampleAnswer]], say: Callable[[str], None]
) -> dict[str, list[str]]:
    """What goes wrong on the assignment's own page with each program, see ``page_demonstrations.demonstration_problem``; as ``judge_programs``."""
    return _over(pool, wanted, say, _demonstrate_program)


def _over(
    pool: Executor,
    wanted: dict[str, list[SampleAnswer]],
    say: Callable[[str], None],
    work: Callable[[tuple[str, SampleAnswer]], T],
) -> dict[str, list[T]]:
    tasks = [(name, program) for name, programs in wanted.items() for program in programs]
    found: dict[str, list[T]] = {name: [] for name in wanted}
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
