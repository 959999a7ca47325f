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
from types import ModuleType
from typing import Protocol

import numpy as np
import pytest

from autograder import datasets
from autograder.cache.training_cache import Trainings
from autograder.content import integrity
from autograder.content.assignment import Assignment, Budget, Exercise, in_turn
from autograder.content.slicing import Submission
from autograder.core import isolation_level
from autograder.core.merge import together
from autograder.core.records import CheckResult, ExerciseResult, Outcome, Report, Status
from autograder.core.settings import Settings
from autograder.expectations.answer import Answer, CallLost, Failure, NotStarted, NotThere, StudentError
from autograder.judging import collection, explain, mistake_naming
from autograder.judging.collection import Checks
from autograder.judging.proxies import FunctionProxy, Session, in_other_order
from autograder.sandbox.fork_server_handle import StartFailed
from autograder.sandbox.launcher import Starters

log = logging.getLogger("autograder")

LONGEST_ERROR = 300  # characters of an exception's text
LONGEST_HIDDEN_ERROR = 80  # the same in hidden checks, where a page could put the inputs into it
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
        self.session: Session | None = None
        self.outcome: tuple | None = None
        self.no_data: datasets.DatasetError | None = None
        self.checks = Checks(assignment, self.wanted, settings.public_only, [_Watching(self), _fixtures(self)])

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
        case = _Case(submission, progress or (lambda _exercise, _result: None))
        self.no_data = None
        self.session = Session(submission, self.assignment, self.parameters, self.starters, self.trainings)
        try:
            todo = [one for one in self.wanted if one.name in names and one.name in self.checks.of]
            if self.memory is None:
                for exercise in todo:
                    self._judge_exercise(case, exercise)
            else:
                self._judge_what_is_new(case, todo, self.memory, patient)
        finally:
            self.session.close()
            self.checks.leave(None)
        if self.no_data is not None:
            raise self.no_data
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
                    f"{one.name}({', '.join(piece.parameters)}) has its parameters in another order than "
                    f"{one.name}({', '.join(wanted)}). It was called by their names here; the page's own calls go by order, "
                    "so put the order back."
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
            self.session.deadline += memory.wait(case.submission, exercise.name)  # that is not the student's time
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
        if self._already_known(name) is None:
            self.checks.make_lasting(name)  # before the first call waits for libraries, which load meanwhile
        for item, following in itertools.zip_longest(items, items[1:]):
            self._run(case, item, following)
            uses |= set(item.fixturenames)
        found = self.session.finish()
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
        self.session.begin(seed, limits.training if training else limits.call, public)
        self.outcome = self._already_known(exercise) or _waits_for(item, case.results)
        if self.outcome is None:
            self.checks.run(item, following)
        else:
            self.checks.leave(following)  # fixtures must not outlive their file or submission
        if self.outcome is None:
            self.outcome = (Outcome.BROKEN, "The check left no result.", None, None)
        result = self._result(item, public)
        if result.outcome in ADVISED and not any(one.outcome in ADVISED for one in case.results.values()):
            advice = case.submission.advice(exercise)  # once is enough
            result = replace(result, message="\n".join(part for part in (result.message, advice) if part))
        case.results[item.name] = result
        case.signatures[exercise][item.name] = (str(result.outcome), self.outcome[2])
        case.progress(exercise, result)

    def _already_known(self, exercise: str) -> tuple | None:
        """Nothing needs to run where the function is missing or not written yet."""
        piece = self.session.submission.find(exercise)
        if piece is None:
            return (Outcome.ERROR, self.session.submission.missing(exercise), ("missing",), None)
        if piece.is_stub:
            return (Outcome.NOT_STARTED, "", None, None)
        return None

    def note(self, item: pytest.Item, call: pytest.CallInfo) -> None:
        """Takes note of the first thing that went wrong in a check; otherwise the check passed."""
        if call.excinfo is not None and self.outcome is None:
            self.outcome = self._judge_exception(item, call.excinfo)
        elif call.when == "call" and call.excinfo is None and self.outcome is None:
            self.outcome = (Outcome.PASSED, "", None, None)

    def _judge_exception(self, item, excinfo) -> tuple:
        error = excinfo.value
        exercise = collection.exercise_of(item)
        if isinstance(error, Failure):
            self.session.last = error.answer or self.session.last
            return (Outcome.FAILED, error.message, error.evidence, None)
        if isinstance(error, NotStarted):
            return (Outcome.NOT_STARTED, "", None, None)
        if isinstance(error, NotThere):
            return (Outcome.ERROR, str(error), ("missing",), None)
        if isinstance(error, CallLost):
            return (Outcome(error.outcome), explain.lost_call(error), error.outcome, None)
        if isinstance(error, StudentError):
            if explain.stub_reached(error) == exercise:
                return (
                    Outcome.NOT_STARTED,
                    "The line that says the function is not written yet is still reached.",
                    None,
                    None,
                )
            if explain.is_memory(error):
                return (Outcome.MEMORY, explain.memory(error), "memory", None)
            longest = LONGEST_ERROR if self.session.show_inputs else LONGEST_HIDDEN_ERROR
            text = explain.student_error(error, self.session.submission, exercise, self.parameters[exercise], longest)
            return (Outcome.ERROR, text, self._evidence(error), explain.line_of(error))
        if isinstance(error, StartFailed):
            return (Outcome.BROKEN, f"No process could be started for the student's code: {error}", None, None)
        if isinstance(error, datasets.DatasetError):  # nothing is wrong with the check, nor with the page
            self.no_data = error
            return (Outcome.BROKEN, str(error), None, None)
        log.error("%s is broken:\n%s", item.nodeid, excinfo.getrepr(style="short"))
        return (Outcome.BROKEN, f"The check itself failed: {type(error).__name__}: {str(error)[:300]}", None, None)

    def _evidence(self, error: StudentError) -> tuple[str, ...]:
        """What an exception says; the same whichever name of the page is read, and however loading the data ends."""
        if explain.reads_a_name_of_the_page(error):
            return ("NameError", "a name of the page")
        if explain.loads_data(error, self.session.submission):
            return ("loads the data",)
        return (error.reply["type"], mistake_naming.rounded(error.first_line)[:200])

    def _result(self, item: pytest.Item, public: bool) -> CheckResult:
        outcome, message, _evidence, line = self.outcome
        points = collection.points_of(item)
        last = self.session.last
        warned = () if last is None or outcome is Outcome.PASSED else last.warnings[:3]
        if not public:
            warned = [text[:LONGEST_HIDDEN_ERROR] for text in warned[:1]]
        return CheckResult(
            name=item.name,
            title=collection.title_of(item),
            outcome=outcome,
            points=points if outcome in (Outcome.PASSED, Outcome.BROKEN) else 0.0,
            max_points=points,
            message=message,
            remark="; ".join([*self.session.take_remarks(), *warned]),
            public=public,
            line=line,
            output="".join(self.session.output)[:MAX_SHOWN_OUTPUT],
            figure=_picture(last),
            measurements=self.session.take_measurements(),
        )


@dataclass
class _Case:
    """One submission while it is judged: what was found so far.

    Attributes:
        results: of the exercise at hand, check's name -> result; the others are as in ``Judgement``.
    """

    submission: Submission
    progress: Callable[[str, CheckResult], None]
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


def _fixtures(judge: SubmissionJudge) -> ModuleType:
    """What a check may ask for by name: the student's functions, random numbers, the budget and the data."""
    settings = judge.settings

    def rng(request) -> np.random.Generator:
        """Random numbers for hidden inputs: the same for every submission, others for every check and seed."""
        return np.random.default_rng(collection.seed_of(settings.seed, request.node))

    def seed() -> int:
        """Of this run, for what a check makes once for all submissions."""
        return settings.seed

    def budget() -> Budget:
        return judge.assignment.budget(settings.budget)

    def dataset() -> datasets.Dataset:
        return judge.load(judge.dataset)

    def digits() -> datasets.Dataset:
        return judge.load("digits")

    found = {
        "rng": pytest.fixture(rng),
        "module_rng": pytest.fixture(scope="module", name="module_rng")(rng),
        "seed": pytest.fixture(scope="session")(seed),
        "budget": pytest.fixture(scope="session")(budget),
        "dataset": pytest.fixture(scope="session")(dataset),
        "digits": pytest.fixture(scope="session")(digits),
    }
    for exercise in judge.assignment.exercises:
        proxy = FunctionProxy(lambda: judge.session, exercise.name)
        found[exercise.name] = pytest.fixture(scope="module", name=exercise.name)(lambda it=proxy: it)
    module = ModuleType("proxies")  # pytest looks for fixtures in modules and classes
    vars(module).update(found)
    return module


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


def _waits_for(item: pytest.Item, earlier: dict[str, CheckResult]) -> tuple | None:
    for mark in reversed(list(item.iter_markers("after"))):  # as they are written, the first one first
        rows = [result for name, result in earlier.items() if name.partition("[")[0] == mark.args[0]]
        if not rows:
            return (Outcome.BROKEN, f"There is no check {mark.args[0]!r} before it.", None, None)
        waiting = [row for row in rows if row.outcome is not Outcome.PASSED]
        if waiting:
            return (Outcome.SKIPPED, f"Waiting for: {waiting[0].title}", ("skipped",), None)
    return None


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
