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
from typing import Protocol

import pytest

from autograder import datasets
from autograder.cache.training_cache import Trainings
from autograder.content import integrity
from autograder.content.assignment import Assignment, Exercise, in_turn
from autograder.content.slicing import Submission
from autograder.core import isolation_level
from autograder.core.merge import together
from autograder.core.records import CheckResult, ExerciseResult, Outcome, Report, Status
from autograder.core.settings import Settings
from autograder.expectations.answer import Answer, Failure
from autograder.judging import collection
from autograder.judging.collection import Checks
from autograder.judging.fixtures import fixtures
from autograder.judging.proxies import Session, in_other_order
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
    """A report, and what it was made of.

    Attributes:
        signature: for each check what it objected to (for ``diagnosis``): name -> (outcome, evidence).
        page: the report without its exercises; parts: one for each of them, in the order in which they were judged
            (see ``merge``).
        unsure: exercises of which another day might show more, because the submission's time was over.
        put_off: exercises that were not judged, because somebody else is judging the same answer just now.
    """

    report: Report
    signature: dict[str, dict[str, tuple[str, object]]] = field(default_factory=dict)
    page: Report | None = None
    parts: dict[str, Report] = field(default_factory=dict)
    unsure: frozenset[str] = frozenset()
    put_off: tuple[str, ...] = ()


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


class Memory(Protocol):
    """Who knows already how an exercise stands (see ``answer_cache``)."""

    def find(self, submission: Submission, exercise: str) -> Report | None:
        """The report on this exercise alone, if it need not be judged."""

    def claim(self, submission: Submission, exercise: str) -> bool:
        """Whether nobody else is judging the same answer just now; then we are, until ``release``."""

    def keep(self, submission: Submission, exercise: str, part: Report) -> None:
        """Takes note of what judging it has found."""

    def release(self, submission: Submission, exercise: str) -> None:
        """Ends a claim, whatever came of it."""

    def wait(self, submission: Submission, exercise: str) -> float:
        """Waits for somebody who judges the same answer, and not for ever; gives the seconds it took."""


class SubmissionJudge:
    """Judges submissions of one assignment, one after the other, by checks that are collected once.

    Use as a context manager.

    Args:
        assignment, settings: what is judged, and how.
        starters: of the processes in which the students' functions run.
        trainings: what is known of earlier trainings; by default of those of this judge.
        memory: what is known of earlier answers.

    Raises:
        ChecksBroken: the checks cannot be collected.
    """

    def __init__(
        self,
        assignment: Assignment,
        settings: Settings,
        starters: Starters,
        trainings: Trainings | None = None,
        memory: Memory | None = None,
    ) -> None:
        self.assignment = assignment
        self.settings = settings
        self.starters = starters
        self.trainings = trainings or Trainings()
        self.memory = memory
        self.parameters = _parameters(assignment)
        self.wanted = wanted(assignment, settings)
        self.dataset = settings.dataset or assignment.dataset
        self.dataset_name = ""
        self.case: _Case | None = None  # the submission that is judged now
        self.checks = Checks(assignment, self.wanted, settings.public_only, [_Watching(self), fixtures(self)])

    def judge(
        self,
        submission: Submission,
        exercises: Iterable[str] = (),
        progress: Callable[[str, CheckResult], None] | None = None,
        patient: bool = True,
    ) -> Judgement:
        """Runs the checks over one submission.

        Args:
            exercises: names, out of those of the settings; empty for all of these.
            progress: called after each check with the exercise's name and the result.
            patient: wait where somebody else is judging the same answer just now; else it is put off.

        Returns:
            What was found. Problems of ours are in it as ``broken`` checks.

        Raises:
            datasets.DatasetError: there is no data to judge with.
        """
        names = set(exercises) or {exercise.name for exercise in self.wanted}
        session = Session(submission, self.assignment, self.parameters, self.starters, self.trainings)
        case = self.case = _Case(submission, session, progress or (lambda _exercise, _result: None))
        try:
            todo = [one for one in self.wanted if one.name in names and one.name in self.checks.of]
            if self.memory is None:
                for exercise in todo:
                    self._judge_exercise(case, exercise)
            else:
                self._judge_what_is_new(case, todo, self.memory, patient)
        finally:
            session.close()
            self.checks.leave(None)
        if case.no_data is not None:
            raise case.no_data
        order = [exercise.name for exercise in self.assignment.exercises]
        page = replace(
            self._empty(submission),
            source_sha256=submission.sha256,
            source=submission.page.name,
            notes=submission.notes(one.name for one in todo) + self._orders(submission, todo),
            suspicions=tuple(integrity.of_page(submission.page)),
            answers=submission.answers,
            dataset="",  # none, as long as no check has used it
        )
        parts = {one.name: case.parts[one.name] for one in self.wanted if one.name in case.parts}
        report = together(page, parts.values(), order)
        return Judgement(report, case.signatures, page, parts, frozenset(case.unsure), tuple(case.put_off))

    def load(self, name: str) -> datasets.Dataset:
        """A dataset, loaded once for all submissions."""
        found = datasets.shared(name)
        if name == self.dataset:
            self.dataset_name = found.name
        return found

    def close(self) -> None:
        self.checks.close()

    def __enter__(self) -> SubmissionJudge:
        return self

    def __exit__(self, *_error: object) -> None:
        self.close()

    def _orders(self, submission: Submission, exercises: list[Exercise]) -> tuple[str, ...]:
        """A sentence for each function that has the right parameters in another order: it was called by their names."""
        found = []
        for one in exercises:
            piece, wanted = submission.find(one.name), self.parameters[one.name]
            if piece is not None and in_other_order(piece.parameters, wanted):
                found.append(
                    f"{one.name}({', '.join(piece.parameters)}) has its parameters in a different order from "
                    f"{one.name}({', '.join(wanted)}). The checks call it with their names, but the page's own calls go by order, so restore the order."
                )
        return tuple(found)

    # -- one exercise ----------------------------------------------------------------------------------------------

    def _judge_what_is_new(self, case: _Case, exercises: list[Exercise], memory: Memory, patient: bool) -> None:
        """Judges the exercises that are not known yet; those that somebody else is judging just now come last, or later."""
        later = []
        for exercise in exercises:
            if self._is_known(case, exercise, memory):
                continue
            if not memory.claim(case.submission, exercise.name):
                later.append(exercise)
                continue
            try:
                self._judge_exercise(case, exercise)
            finally:
                memory.release(case.submission, exercise.name)
        for exercise in later:
            if not patient:
                if not self._is_known(case, exercise, memory):
                    case.put_off.append(exercise.name)
                continue
            case.session.deadline += memory.wait(case.submission, exercise.name)  # that is not the student's time
            if not self._is_known(case, exercise, memory):
                self._judge_exercise(case, exercise)

    def _is_known(self, case: _Case, exercise: Exercise, memory: Memory) -> bool:
        """Whether the exercise need not be judged; then its part is there."""
        known = memory.find(case.submission, exercise.name)
        if known is None:
            return False
        case.parts[exercise.name] = known
        for result in known.checks:
            case.progress(exercise.name, result)
        return True

    def _judge_exercise(self, case: _Case, exercise: Exercise) -> None:
        name = exercise.name
        case.results = {}
        case.signatures[name] = {}
        started, uses = time.monotonic(), set()
        items = public_first(self.checks.of[name])
        if without_a_call(case.submission, name) is None:
            self.checks.make_session_fixtures(name)  # before the first call waits for libraries, which load meanwhile
        for item, following in itertools.zip_longest(items, items[1:]):
            self._run(case, item, following)
            uses |= set(item.fixturenames)
        found = case.session.finish()
        for kept in (case.results, case.signatures[name]):  # they are read in the order in which the checks are written
            ordered = {item.name: kept[item.name] for item in self.checks.of[name]}
            kept.clear()
            kept.update(ordered)
        piece = case.submission.find(name)
        result = ExerciseResult(name, tuple(case.results.values()), exercise.title, piece.line if piece else None)
        case.parts[name] = replace(
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
        if found.cut_short:
            case.unsure.add(name)
        elif self.memory is not None:
            self.memory.keep(case.submission, name, case.parts[name])

    def _empty(self, submission: Submission) -> Report:
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

    def _run(self, case: _Case, item: pytest.Item, following: pytest.Item | None) -> None:
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
        case.signatures[exercise][item.name] = (str(result.outcome), verdict.evidence)
        case.progress(exercise, result)

    def note(self, item: pytest.Item, call: pytest.CallInfo) -> None:
        """Takes note of the first thing that went wrong in a check; otherwise the check passed."""
        if self.case.verdict is None and call.excinfo is not None:
            self.case.verdict = self._on_exception(item, call.excinfo)
        elif self.case.verdict is None and call.when == "call":
            self.case.verdict = Verdict(Outcome.PASSED)

    def _on_exception(self, item: pytest.Item, excinfo: pytest.ExceptionInfo) -> Verdict:
        error, case, exercise = excinfo.value, self.case, collection.exercise_of(item)
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
    """One submission while it is judged: what was found so far.

    Attributes:
        verdict: on the check that is running, as soon as there is one.
        no_data: there is no data to judge with.
        results: of the exercise at hand, check's name -> result; the others are as in ``Judgement``.
    """

    submission: Submission
    session: Session
    progress: Callable[[str, CheckResult], None]
    verdict: Verdict | None = None
    no_data: datasets.DatasetError | None = None
    results: dict[str, CheckResult] = field(default_factory=dict)
    signatures: dict[str, dict[str, tuple[str, object]]] = field(default_factory=dict)
    parts: dict[str, Report] = field(default_factory=dict)
    unsure: set[str] = field(default_factory=set)
    put_off: list[str] = field(default_factory=list)


class _Watching:
    """Tells the judge what happens in a check (a plugin of pytest's)."""

    def __init__(self, judge: SubmissionJudge) -> None:
        self.judge = judge

    def pytest_runtest_makereport(self, item, call) -> pytest.TestReport:
        """pytest gets a bare report: its own would write out a traceback for each failure, which nobody reads and which
        takes longer than all the rest of a wrong answer.
        """
        self.judge.note(item, call)
        ended = "passed" if call.excinfo is None else "failed"
        return pytest.TestReport(item.nodeid, item.location, {}, ended, None, call.when)


def _result(verdict: Verdict, session: Session, item: pytest.Item, public: bool) -> CheckResult:
    outcome = verdict.outcome
    points = collection.points_of(item)
    last = session.last
    warned = () if last is None or outcome is Outcome.PASSED else last.warnings[:3]
    if not public:
        warned = [text[:LONGEST_HIDDEN_ERROR] for text in warned[:1]]
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


def public_first(items: list[pytest.Item]) -> list[pytest.Item]:
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
