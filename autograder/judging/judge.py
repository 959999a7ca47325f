"""Checks over submissions, in a trusted process: a ``Report`` for each, exercise by exercise.

The verdict is what the plugin below saw happen in a check, never pytest's exit code: a check that left no result is
``broken``, which is loud.
"""

from __future__ import annotations

import itertools
import logging
import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace
from typing import Literal

import pytest

from autograder import datasets
from autograder.cache.training_cache import Trainings
from autograder.content import integrity
from autograder.content.assignment import Assignment, Exercise, in_turn
from autograder.content.slicing import Submission
from autograder.content.submission_part import SubmissionPart
from autograder.core import isolation_level
from autograder.core.merge import together
from autograder.core.records import CheckResult, ExerciseResult, Outcome, Report, Status
from autograder.core.settings import Settings
from autograder.expectations.answer import Answer, Failure
from autograder.judging import collection
from autograder.judging.collection import Checks
from autograder.judging.fixtures import fixtures
from autograder.judging.proxies import in_other_order
from autograder.judging.session import Session
from autograder.judging.verdicts import (
    LONGEST_HIDDEN_ERROR,
    Verdict,
    fault_of_the_check,
    on_exception,
    waits_for,
    without_a_call,
)
from autograder.sandbox.launcher import Starters

log = logging.getLogger("autograder")

ADVISED = {Outcome.FAILED, Outcome.ERROR}  # where a look at the function's text may help
LARGEST_PICTURE = 8 * 2**20  # bytes
MAX_SHOWN_OUTPUT = 2000  # characters of a student's prints kept in a report


@dataclass
class Judgement:
    """A report on a submission, or on one of its exercises.

    Attributes:
        signature: for each exercise, for each check what it objected to (for ``diagnosis``): name -> (outcome, evidence).
        cut_short: the submission's time was over, so on another day more might be found.
    """

    report: Report
    signature: dict[str, dict[str, tuple[str, object]]] = field(default_factory=dict)
    cut_short: bool = False


def judge_submissions(
    submissions: list[Submission],
    assignment: Assignment,
    settings: Settings,
    starters: Starters,
    progress: Callable[[str, CheckResult], None] | None = None,
    trainings: Trainings | None = None,
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

    Raises:
        ChecksBroken: the checks cannot be collected.
    """

    def __init__(
        self,
        assignment: Assignment,
        settings: Settings,
        starters: Starters,
        trainings: Trainings | None = None,
    ) -> None:
        self.assignment = assignment
        self.settings = settings
        self.starters = starters
        self.trainings = trainings or Trainings()
        self.parameters = _parameters(assignment)
        self.wanted = wanted(assignment, settings)
        self.dataset = settings.dataset or assignment.dataset
        self.dataset_name = ""
        self.case: _Case | None = None  # the exercise that is judged now
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
        names = set(exercises) or {exercise.name for exercise in self.wanted}
        todo = [name for name in self.names if name in names]
        left = self.assignment.limits.submission
        judged = []
        for name in todo:
            judged.append(self.judge_exercise(submission, name, progress, left))
            left -= max(0.0, judged[-1].report.seconds)
        order = [exercise.name for exercise in self.assignment.exercises]
        report = together(self.page(submission, todo), [one.report for one in judged], order)
        signature = {name: rows for one in judged for name, rows in one.signature.items()}
        return Judgement(report, signature, any(one.cut_short for one in judged))

    @property
    def names(self) -> list[str]:
        """Of the exercises that have checks, in the order in which they are judged."""
        return [one.name for one in self.wanted if one.name in self.checks.of]

    def page(self, submission: Submission, exercises: Iterable[str] | None = None) -> Report:
        """The report on a submission without its exercises: what can be said of the page as a whole.

        Args:
            exercises: names of those that are judged; all that have checks by default.
        """
        names = list(self.names if exercises is None else exercises)
        return replace(
            self._empty(submission),
            source_sha256=submission.sha256,
            source=submission.page.name,
            notes=submission.notes(names) + self._orders(submission, names),
            suspicions=tuple(integrity.of_page(submission.page)),
            answers=submission.answers,
            dataset="",  # none, as long as no check has used it
        )

    def judge_exercise(
        self,
        submission: Submission | SubmissionPart,
        name: str,
        progress: Callable[[str, CheckResult], None] | None = None,
        seconds: float | None = None,
    ) -> Judgement:
        """Runs the checks of one exercise. The report says nothing about the page as a whole.

        Args:
            seconds: what is left of the submission's time; all of it by default.

        Raises:
            datasets.DatasetError: there is no data to judge with.
        """
        session = Session(submission, self.assignment, self.parameters, self.starters, self.trainings, seconds)
        case = self.case = _Case(submission, session, progress or (lambda _exercise, _result: None))
        try:
            judged = self._judge_exercise(case, name)
        finally:
            session.close()
            self.checks.leave(None)
        if case.no_data is not None:
            raise case.no_data
        return judged

    def load(self, name: str) -> datasets.Dataset:
        """A dataset, loaded once for all submissions."""
        found = datasets.shared(name)
        if name == self.dataset:
            self.dataset_name = found.name
        return found

    @property
    def current(self) -> _Case:
        """The exercise that is judged now. Nobody asks when there is none."""
        assert self.case is not None
        return self.case

    def close(self) -> None:
        self.checks.close()

    def __enter__(self) -> SubmissionJudge:
        return self

    def __exit__(self, *_error: object) -> None:
        self.close()

    def _orders(self, submission: Submission, exercises: list[str]) -> tuple[str, ...]:
        """A sentence for each function that has the right parameters in another order: it was called by their names."""
        found = []
        for name in exercises:
            piece, wanted = submission.find(name), self.parameters[name]
            if piece is not None and in_other_order(piece.parameters, wanted):
                found.append(
                    f"{name}({', '.join(piece.parameters)}) has its parameters in a different order from "
                    f"{name}({', '.join(wanted)}). The checks call it with their names, but the page's own calls go by order, so restore the order."
                )
        return tuple(found)

    # -- one exercise ----------------------------------------------------------------------------------------------

    def _judge_exercise(self, case: _Case, name: str) -> Judgement:
        started = time.monotonic()
        uses: set[str] = set()
        items = public_first(self.checks.of[name])
        if without_a_call(case.submission, name) is None:
            self.checks.make_session_fixtures(name)  # before the first call waits for libraries, which load meanwhile
        for item, following in itertools.zip_longest(items, items[1:]):
            self._run(case, item, following)
            uses |= set(item.fixturenames)
        found = case.session.finish()
        names = [item.name for item in self.checks.of[name]]  # they are read in the order in which the checks are written
        case.results = {one: case.results[one] for one in names}
        case.signature = {one: case.signature[one] for one in names}
        piece, title = case.submission.find(name), self.assignment.exercise(name).title
        result = ExerciseResult(name, tuple(case.results.values()), title, piece.line if piece else None)
        report = replace(
            self._empty(case.submission),
            exercises=(result,),
            isolation=isolation_level.lowest(found.levels),
            dataset=self.dataset_name if {"dataset", self.dataset} & uses else "",
            seconds=round(time.monotonic() - started - found.waited, 3),
            student_seconds=round(found.spent.student, 3),
            training_seconds=round(found.spent.training, 3),
            drawing_seconds=round(found.spent.drawing, 3),
            suspicions=tuple(found.suspicions),
            fingerprints=tuple(found.fingerprints),
        )
        return Judgement(report, {name: case.signature}, found.cut_short)

    def _empty(self, submission: Submission | SubmissionPart) -> Report:
        return Report(
            assignment=self.assignment.name,
            submission=submission.name,
            source_sha256="",
            status=Status.GRADED,
            exercises=(),
            isolation=isolation_level.lowest(set()),
            dataset="",
            seed=self.settings.seed,
            seconds=0.0,
            budget=self.settings.budget,
        )

    # -- one check -------------------------------------------------------------------------------------------------

    def _run(self, case: _Case, item: pytest.Function, following: pytest.Function | None) -> None:
        exercise = collection.exercise_of(item)
        training = item.get_closest_marker("training") is not None
        limits = self.assignment.limits
        public = item.get_closest_marker("public") is not None
        seed = int(collection.seed_of(self.settings.seed, item)[1])
        case.session.begin(seed, limits.training if training else limits.call, public)
        case.verdict = without_a_call(case.submission, exercise) or waits_for(item, case.results)
        if case.verdict is None:
            self.checks.run(item, following)
        else:
            self.checks.leave(following)  # fixtures must not outlive their file or submission
        verdict = case.verdict or Verdict(Outcome.BROKEN, "The check left no result.")
        result = _result(verdict, case.session, item, public)
        if result.outcome in ADVISED and not any(one.outcome in ADVISED for one in case.results.values()):
            advice = case.submission.advice(exercise)  # once is enough
            result = replace(result, message="\n".join(part for part in (result.message, advice) if part))
        case.results[item.name] = result
        case.signature[item.name] = (str(result.outcome), verdict.evidence)
        case.progress(exercise, result)

    def note(self, item: pytest.Function, call: pytest.CallInfo[None]) -> None:
        """Takes note of the first thing that went wrong in a check; otherwise the check passed."""
        case = self.current
        if case.verdict is None and call.excinfo is not None:
            case.verdict = self._on_exception(item, call.excinfo)
        elif case.verdict is None and call.when == "call":
            case.verdict = Verdict(Outcome.PASSED)

    def _on_exception(self, item: pytest.Function, excinfo: pytest.ExceptionInfo[BaseException]) -> Verdict:
        error, case, exercise = excinfo.value, self.current, collection.exercise_of(item)
        if isinstance(error, Failure):
            case.session.last = error.answer or case.session.last
        if isinstance(error, datasets.DatasetError):
            case.no_data = error
        verdict = on_exception(error, case.submission, exercise, self.parameters[exercise], case.session.show_inputs)
        if verdict is None:
            log.error("%s is broken:\n%s", item.nodeid, excinfo.getrepr(style="short"))
            verdict = fault_of_the_check(error)
        return verdict


@dataclass
class _Case:
    """One exercise while it is judged: what was found so far.

    Attributes:
        verdict: on the check that is running, as soon as there is one.
        no_data: there is no data to judge with.
        results: check's name -> result; signature: check's name -> as in ``Judgement``.
    """

    submission: Submission | SubmissionPart
    session: Session
    progress: Callable[[str, CheckResult], None]
    verdict: Verdict | None = None
    no_data: datasets.DatasetError | None = None
    results: dict[str, CheckResult] = field(default_factory=dict)
    signature: dict[str, tuple[str, object]] = field(default_factory=dict)


class _Watching:
    """Tells the judge what happens in a check (a plugin of pytest's)."""

    def __init__(self, judge: SubmissionJudge) -> None:
        self.judge = judge

    def pytest_runtest_makereport(self, item: pytest.Function, call: pytest.CallInfo[None]) -> pytest.TestReport:
        """pytest gets a bare report: its own would write out a traceback for each failure, which nobody reads and which
        takes longer than all the rest of a wrong answer.
        """
        self.judge.note(item, call)
        ended: Literal["passed", "failed"] = "passed" if call.excinfo is None else "failed"
        assert call.when != "collect"
        return pytest.TestReport(item.nodeid, item.location, {}, ended, None, call.when)


def _result(verdict: Verdict, session: Session, item: pytest.Function, public: bool) -> CheckResult:
    outcome = verdict.outcome
    points = collection.points_of(item)
    last = session.last
    warned = () if last is None or outcome is Outcome.PASSED else last.warnings[:3]
    if not public:
        warned = tuple(text[:LONGEST_HIDDEN_ERROR] for text in warned[:1])
    return CheckResult(
        name=item.name,
        title=collection.title_of(item),
        outcome=outcome,
        points=points if outcome in (Outcome.PASSED, Outcome.BROKEN) else 0.0,
        max_points=points,
        message=verdict.message,
        remark="; ".join([*session.take_remarks(), *warned]),
        public=public,
        line=verdict.line,
        output="".join(session.output)[:MAX_SHOWN_OUTPUT],
        figure=_picture(last),
        measurements=session.take_measurements(),
    )


def public_first(items: list[pytest.Function]) -> list[pytest.Function]:
    """The order in which an exercise's checks are run: what a page could keep of hidden inputs comes too late for the
    messages of public checks, which students see. A public check that waits for a hidden one stays behind it.
    """
    first = [item for item in items if item.get_closest_marker("public")]
    names = {item.name.partition("[")[0] for item in first}
    while late := [item for item in first if {mark.args[0] for mark in item.iter_markers("after")} - names]:
        first = [item for item in first if item not in late]
        names = {item.name.partition("[")[0] for item in first}
    return first + [item for item in items if item not in first]


def _picture(answer: Answer | None) -> bytes:
    """The picture of the figure that was judged, as the worker has sent it; empty if there is none."""
    if answer is None or answer.kind != "figure" or type(answer.plain) is not dict:
        return b""
    png = answer.plain.get("png")
    return png if type(png) is bytes and len(png) <= LARGEST_PICTURE else b""


def _parameters(assignment: Assignment) -> dict[str, list[str]]:
    """Each function's parameter names, from the assignment's own page."""
    import ast

    return {
        node.name: [argument.arg for argument in node.args.args]
        for node in ast.parse(assignment.source).body
        if isinstance(node, ast.FunctionDef) and node.name in assignment.functions
    }
