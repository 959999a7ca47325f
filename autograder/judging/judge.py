"""Checks over submissions, in a trusted process: a ``Report`` for each, exercise by exercise.

The verdict is what the plugin below saw happen in a check, never pytest's exit code: a check that left no result is
``broken``, which is loud.
"""

from __future__ import annotations

import itertools
import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace
from typing import Literal

import pytest

from autograder import datasets
from autograder.cache.training_cache import TrainingCache
from autograder.content import requirements
from autograder.content.assignment import Assignment, Exercise, in_turn
from autograder.content.submission import Submission
from autograder.content.submission_part import SubmissionPart
from autograder.core import isolation_level
from autograder.core.keras_backend import uses_keras
from autograder.core.merge import together
from autograder.core.records import CheckResult, ExerciseResult, Report
from autograder.core.settings import Settings
from autograder.core.shortcuts import NONE, Shortcut
from autograder.judging import collection, compat, page_reports
from autograder.judging.call_record import CallRecord
from autograder.judging.collection import Checks
from autograder.judging.exercise_run import ExerciseRun
from autograder.judging.fixtures import fixtures
from autograder.judging.own_code import OwnCodeAsker
from autograder.judging.session import Session
from autograder.judging.telling import SearchSessions, Telling, telling_input
from autograder.judging.verdicts import without_a_call
from autograder.sandbox.launcher import Starters


@dataclass
class Judgement:
    """A report on a submission, or on one of its exercises.

    Attributes:
        signature: for each exercise, for each check what it objected to (for ``diagnosis``): name -> (outcome, evidence).
        cut_short: the submission's time was over, so on another day more might be found.
        shortcuts: by which work was saved.
        telling: for each exercise, what looking for a small input on which it is wrong has found.
    """

    report: Report
    signature: dict[str, dict[str, tuple[str, object]]] = field(default_factory=dict)
    cut_short: bool = False
    shortcuts: frozenset[Shortcut] = NONE
    telling: dict[str, Telling] = field(default_factory=dict)


def judge_submissions(
    submissions: list[Submission],
    assignment: Assignment,
    settings: Settings,
    starters: Starters,
    progress: Callable[[str, CheckResult], None] | None = None,
    trainings: TrainingCache | None = None,
) -> list[Judgement]:
    """Runs the checks over submissions, once; see ``SubmissionJudge`` for the arguments, the result and the errors."""
    begin_loading(starters, assignment, settings)
    with SubmissionJudge(assignment, settings, starters, trainings) as one:
        return [one.judge(submission, progress=progress) for submission in submissions]


def wanted(assignment: Assignment, settings: Settings) -> list[Exercise]:
    """What is to be judged, in turn."""
    return in_turn([assignment.exercise(name) for name in settings.exercises] or assignment.exercises)


def begin_loading(starters: Starters, assignment: Assignment, settings: Settings) -> None:
    """Lets the libraries of what is to be judged begin to load, if they have not."""
    starters.load(assignment.libraries(settings.exercises))


class SubmissionJudge:
    """Judges submissions of one assignment, one after the other, by checks that are collected once.

    Use as a context manager.

    Args:
        assignment, settings: what is judged, and how.
        starters: of the processes in which the students' functions run.
        trainings: what is known of earlier trainings; by default of those of this judge.
        record: takes note of each call; None where no person asks.

    Raises:
        ChecksBroken: the checks cannot be collected.
        PackageMissing: the assignment requires a package, or Keras a backend, that is not installed.
    """

    def __init__(
        self,
        assignment: Assignment,
        settings: Settings,
        starters: Starters,
        trainings: TrainingCache | None = None,
        record: CallRecord | None = None,
    ) -> None:
        requirements.ensure_installed(assignment.requires, assignment.title)
        libraries = [name for one in assignment.libraries(settings.exercises) for name in one]
        requirements.ensure_libraries(libraries, assignment.title)
        requirements.ensure_backend(settings.backend, libraries)
        self.assignment = assignment
        self.settings = settings
        self.starters = starters
        self.record = record
        self.trainings = trainings or TrainingCache(backend=settings.backend)
        self.wanted = wanted(assignment, settings)
        self.dataset = settings.dataset or assignment.dataset
        self.dataset_name = ""
        self.running: ExerciseRun | None = None  # the exercise that is judged now
        self.searches = SearchSessions(lambda page: Session(page, assignment, starters, self.trainings))
        self.asker = OwnCodeAsker(starters, lambda page, by: Session(page, assignment, by, self.trainings))
        self.checks = Checks(assignment, self.wanted, settings.public_only, [_Watching(self), fixtures(self)])

    def judge(
        self,
        submission: Submission,
        exercises: Iterable[str] = (),
        progress: Callable[[str, CheckResult], None] | None = None,
    ) -> Judgement:
        """Runs the checks over one submission.

        Args:
            exercises: names, out of those of the settings; empty for all of these.
            progress: called after each check with the exercise's name and the result.

        Returns:
            What was found. Problems of ours are in it as ``broken`` checks.

        Raises:
            datasets.DatasetError: there is no data to judge with.
        """
        exercises = set(exercises)
        names = exercises or {exercise.name for exercise in self.wanted}
        todo = [name for name in self.names if name in names]
        left = self.assignment.limits.submission
        judged = []
        with self.searches.of(submission):
            for name in todo:
                judged.append(self.judge_exercise(submission, name, progress, left))
                left -= max(0.0, judged[-1].report.seconds)
        order = [exercise.name for exercise in self.assignment.exercises]
        page = self.page(submission, todo)
        if exercises:
            page = replace(page, for_a_person=())
        report = together(page, [one.report for one in judged], order)
        signature = {name: rows for one in judged for name, rows in one.signature.items()}
        found = {name: one for each in judged for name, one in each.telling.items()}
        return Judgement(report, signature, any(one.cut_short for one in judged), telling=found)

    @property
    def names(self) -> list[str]:
        """Of the exercises that have checks, in the order in which they are judged."""
        return [one.name for one in self.wanted if one.name in self.checks.of]

    def page(self, submission: Submission, exercises: Iterable[str] | None = None) -> Report:
        """The report on a submission without its exercises: what can be said of the page as a whole.

        Args:
            exercises: names of those that are judged; all that have checks by default.
        """
        return page_reports.of_page(submission, self.assignment, self.settings, list(self.names if exercises is None else exercises))

    def judge_exercise(
        self,
        submission: Submission | SubmissionPart,
        name: str,
        progress: Callable[[str, CheckResult], None] | None = None,
        seconds: float | None = None,
        without: frozenset[Shortcut] = NONE,
    ) -> Judgement:
        """Runs the checks of one exercise. The report says nothing about the page as a whole.

        Args:
            seconds: what is left of the submission's time; all of it by default.
            without: shortcuts that are not taken.

        Raises:
            datasets.DatasetError: there is no data to judge with.
        """
        session = Session(submission, self.assignment, self.starters, self.trainings, seconds, without)
        session.record = self.record
        run = self.running = ExerciseRun(
            name, submission, session, progress or (lambda _exercise, _result: None), off=tuple(self.settings.off_in(name))
        )
        try:
            with self.searches.of(submission):
                judged = self._run_checks(run)
        finally:
            session.close()
            self.checks.leave(None)
        if run.no_data is not None:
            raise run.no_data
        return judged

    def load(self, name: str) -> datasets.Dataset:
        """A dataset, loaded once for all submissions."""
        found = self.assignment.data_sets.shared(name)
        if name == self.dataset:
            self.dataset_name = found.name
        return found

    @property
    def current(self) -> ExerciseRun:
        """The exercise that is judged now; asked for only while there is one."""
        assert self.running is not None
        return self.running

    def close(self) -> None:
        self.checks.close()
        self.asker.close()

    def __enter__(self) -> SubmissionJudge:
        return self

    def __exit__(self, *_error: object) -> None:
        self.close()

    # -- one exercise ----------------------------------------------------------------------------------------------

    def _run_checks(self, run: ExerciseRun) -> Judgement:
        name = run.exercise
        started = time.monotonic()
        uses: set[str] = set()
        items = collection.public_first(self.checks.of[name])
        run.session.together = {one for item in items for one in compat.given_fixtures(item)} & set(self.assignment.functions)
        if without_a_call(run.submission, name) is None:
            self.checks.make_session_fixtures(name)  # before the first call waits for libraries, which load meanwhile
        for item, following in itertools.zip_longest(items, items[1:]):
            self._run(run, item, following)
            uses |= set(item.fixturenames)
        found = run.session.finish()
        seconds = round(time.monotonic() - started - found.waited, 3)
        run.order([item.name for item in self.checks.of[name]])
        smallest = self._show_smallest(run, items)
        piece, title = run.submission.find(name), self.assignment.exercise(name).title
        result = ExerciseResult(name, tuple(run.results.values()), title, piece.line if piece else None)
        if self.settings.questions and result.passed:
            inputs = collection.telling_inputs_of(items)
            result = replace(result, questions=self.asker.questions(run.submission, name, inputs, run.session.hidden_inputs))
        report = replace(
            page_reports.empty(run.submission, self.assignment, self.settings),
            exercises=(result,),
            isolation=isolation_level.lowest(found.levels),
            dataset=self.dataset_name if {"dataset", self.dataset} & uses else "",
            backend=self.settings.backend if uses_keras(self.assignment.exercise(name).libraries) else "",
            seconds=seconds,  # a telling input takes nothing of the submission's time
            student_seconds=round(found.spent.student, 3),
            training_seconds=round(found.spent.training, 3),
            drawing_seconds=round(found.spent.drawing, 3),
            suspicions=tuple(found.suspicions),
            fingerprints=tuple(found.fingerprints),
        )
        return Judgement(report, {name: run.signature}, found.cut_short, frozenset(found.shortcuts), {name: smallest})

    def _show_smallest(self, run: ExerciseRun, items: list[pytest.Function]) -> Telling:
        """Looks for a small input on which the function is wrong, where a check has failed on what it gave."""
        inputs = collection.telling_inputs_of(items)
        if inputs is None or not self.settings.telling or not run.wrong_values or self.searches.now is None:
            return Telling()
        found = telling_input(inputs, run.exercise, self.searches.now, run.session.hidden_inputs)
        if found.text:
            run.show(found.text)
        return found

    def _run(self, run: ExerciseRun, item: pytest.Function, following: pytest.Function | None) -> None:
        training, limits = item.get_closest_marker("training") is not None, self.assignment.limits
        seed = int(collection.seed_of(self.settings.seed, item)[1])
        run.begin(item, seed, limits.training if training else limits.call)
        if run.verdict is None:
            self.checks.run(item, following)
        else:
            self.checks.leave(following)  # fixtures must not outlive their file or submission
        run.end(item)


class _Watching:
    """Tells the judge what happens in a check (a plugin of pytest's)."""

    def __init__(self, judge: SubmissionJudge) -> None:
        self.judge = judge

    def pytest_runtest_makereport(self, item: pytest.Function, call: pytest.CallInfo[None]) -> pytest.TestReport:
        """pytest gets a bare report: its own would write out a traceback for each failure, which is not read and which
        takes longer than all the rest of a wrong answer.
        """
        self.judge.current.note(item, call)
        ended: Literal["passed", "failed"] = "passed" if call.excinfo is None else "failed"
        assert call.when != "collect"
        return pytest.TestReport(item.nodeid, item.location, {}, ended, None, call.when)
