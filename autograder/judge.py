"""pytest over one or more submissions, in a trusted process: checks in, ``Report`` out.

The checks are collected once and run for each submission in turn. The verdict is what the plugin below saw happen,
never pytest's exit code: a check that left no result is ``broken``, which is loud.
"""

from __future__ import annotations

import functools
import itertools
import logging
import os
import sys
import time
import zlib
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace
from types import ModuleType

import numpy as np
import pytest
from _pytest.runner import runtestprotocol

from autograder import confine, datasets, explain, suspicion
from autograder.assignment import Assignment, Budget, Exercise
from autograder.expectations.answer import CallLost, Failure, NotStarted, NotThere, StudentError
from autograder.parts import together
from autograder.processes import Starters, StartFailed
from autograder.records import CheckResult, ExerciseResult, Outcome, Report, Status
from autograder.standin import Found, Session, StandIn
from autograder.submission import Submission
from autograder.trainings import Trainings

log = logging.getLogger("autograder")

SEED = 17
LONGEST_ERROR = 300  # characters of an exception's text
LONGEST_HIDDEN_ERROR = 80  # the same in hidden checks, where a page could put the inputs into it
MAX_SHOWN_OUTPUT = 2000  # characters of a student's prints kept in a report
PYTEST_OPTIONS = [
    "-s", "--disable-plugin-autoload", "--import-mode=importlib", "--assert=plain", "--strict-markers",
    "-c", os.devnull, "-p", "no:cacheprovider", "-p", "no:terminal", "-p", "no:logging", "-p", "no:faulthandler",
    "-p", "no:warnings", "-p", "no:unraisableexception", "-p", "no:threadexception", "-p", "no:doctest", "-p", "no:junitxml",
]  # fmt: skip


class ChecksBroken(RuntimeError):
    """The checks cannot be collected: the author's fault. The text says which and why."""


class Waiting(Exception):
    """The check cannot say anything before another one passes; the text is that one's title."""


@dataclass(frozen=True)
class Settings:
    """How to judge.

    Attributes:
        seed: of every random input.
        budget: which training budget of the assignment.
        exercises: names to judge; empty for all.
        public_only: leave the hidden checks out.
        dataset: instead of the assignment's own; empty for that.
        spawn, isolation: see ``processes.Starters``.
    """

    seed: int = SEED
    budget: str = "quick"
    exercises: tuple[str, ...] = ()
    public_only: bool = False
    dataset: str = ""
    spawn: bool | None = None
    isolation: str = "full"


@dataclass
class Judged:
    """A report, and what it was made of.

    Attributes:
        signature: for each failed check what it objected to (for ``diagnose``): name -> (outcome, evidence).
        page: the report without its exercises; parts: one for each of them, in the order in which they were judged
            (see ``parts``).
        unsure: exercises of which another day might show more, because the submission's time was over.
    """

    report: Report
    signature: dict[str, dict[str, tuple[str, object]]] = field(default_factory=dict)
    page: Report | None = None
    parts: dict[str, Report] = field(default_factory=dict)
    unsure: frozenset[str] = frozenset()


def judge(
    submissions: list[Submission],
    assignment: Assignment,
    settings: Settings,
    starters: Starters,
    progress: Callable[[str, CheckResult], None] | None = None,
    trainings: Trainings | None = None,
) -> list[Judged]:
    """Runs the checks over submissions.

    Args:
        submissions: in the order of the result.
        progress: called after each check with the exercise's name and the result.
        trainings: what is known of earlier trainings; by default of those in this call.

    Returns:
        One ``Judged`` for each submission. Problems of ours are in it as ``broken`` checks.

    Raises:
        ChecksBroken: the checks themselves cannot be collected.
        datasets.DatasetError: there is no data to judge with.
    """
    if sys.flags.optimize:
        raise ChecksBroken("Python runs with -O, which removes the checks' asserts. Run it without.")
    wanted = [assignment.exercise(name) for name in settings.exercises] or list(assignment.exercises)
    for exercise in reversed(in_turn(wanted)):
        starters.get(exercise.libraries)  # the slow libraries load while the others are judged
    plugin = _Plugin(submissions, assignment, settings, starters, progress, trainings or Trainings())
    if not _run_pytest(assignment, in_turn(wanted), plugin, _fixtures(plugin, assignment)):
        return [plugin.judged(number, wanted) for number in range(len(submissions))]
    if plugin.no_data is not None:
        raise plugin.no_data
    return [plugin.judged(number, wanted) for number in range(len(submissions))]


def points(assignment: Assignment) -> dict[str, float]:
    """What each exercise is worth: the points of its checks, added up without running one; as told in the student's form.

    Raises:
        ChecksBroken: the checks cannot be collected.
    """
    if assignment.public:
        return {exercise.name: exercise.points for exercise in assignment.exercises}
    adding = _Adding()
    _run_pytest(assignment, assignment.exercises, adding)
    return {exercise.name: adding.sums.get(exercise.name, 0.0) for exercise in assignment.exercises}


def _run_pytest(assignment: Assignment, exercises: Iterable[Exercise], collecting: _Collecting, *plugins) -> bool:
    """Collects the exercises' checks, and lets the plugin do with them what it does.

    Returns:
        Whether there are any check files.

    Raises:
        ChecksBroken: the checks cannot be collected, or pytest ended as it should not.
    """
    paths = [str(exercise.checks) for exercise in exercises if exercise.checks.is_file()]
    root = str(assignment.folder / "checks")
    if not paths:  # without one, pytest would look for tests wherever it stands
        return False
    options = [*PYTEST_OPTIONS, f"--rootdir={root}", f"--confcutdir={root}"]
    before = set(sys.modules)
    try:
        code = pytest.main([*options, *paths], plugins=[collecting, *plugins])
    finally:
        for name in set(sys.modules) - before:  # pytest would take them for another assignment's checks of that name
            if str(getattr(sys.modules[name], "__file__", "")).startswith(root):
                del sys.modules[name]
    if code not in (pytest.ExitCode.OK, pytest.ExitCode.NO_TESTS_COLLECTED) and not collecting.problems:
        collecting.problems.append(f"pytest ended with {code!r}")
    if collecting.problems:
        raise ChecksBroken("\n".join(collecting.problems))
    return True


def in_turn(exercises: Iterable[Exercise]) -> list[Exercise]:
    """The order in which exercises are judged: those that need Keras last, which loads meanwhile."""
    return sorted(exercises, key=lambda exercise: "keras" in exercise.libraries)


def _fixtures(plugin: _Plugin, assignment: Assignment) -> ModuleType:
    """What a check may ask for by name: the student's functions, random numbers, the budget and the data."""

    def rng(request) -> np.random.Generator:
        """Random numbers for hidden inputs: the same for every submission, others for every check and seed."""
        return np.random.default_rng(_seed(plugin.settings.seed, request.node))

    def budget() -> Budget:
        return assignment.budget(plugin.settings.budget)

    def dataset() -> datasets.Dataset:
        return plugin.load(plugin.dataset)

    def digits() -> datasets.Dataset:
        return plugin.load("digits")

    found = {
        "rng": pytest.fixture(rng),
        "module_rng": pytest.fixture(scope="module", name="module_rng")(rng),
        "budget": pytest.fixture(scope="session")(budget),
        "dataset": pytest.fixture(scope="session")(dataset),
        "digits": pytest.fixture(scope="session")(digits),
    }
    for exercise in assignment.exercises:
        stand_in = StandIn(lambda: plugin.session, exercise.name)
        found[exercise.name] = pytest.fixture(scope="module", name=exercise.name)(lambda it=stand_in: it)
    module = ModuleType("stand_ins")  # pytest looks for fixtures in modules and classes
    vars(module).update(found)
    return module


class _Collecting:
    """Sees the checks being collected, and says what is wrong with them."""

    def __init__(self) -> None:
        self.problems: list[str] = []

    def pytest_configure(self, config) -> None:
        for line in ("points(n): what the check is worth", "public: students have this check too",
                     "training: the call trains a network", "after(name): waits for that check to pass"):  # fmt: skip
            config.addinivalue_line("markers", line)

    def pytest_collectreport(self, report) -> None:
        if report.failed:
            told = str(report.longrepr).splitlines()
            reasons = [line[1:].strip() for line in told if line.startswith("E ")]
            self.problems.append(f"{report.nodeid}: {reasons[-1]}" if reasons else "\n".join(told))

    def pytest_collection_modifyitems(self, items) -> None:
        for item in items:
            if item.get_closest_marker("points") is None:
                self.problems.append(f"{item.nodeid} has no points")
            if not _title(item):
                self.problems.append(f"{item.nodeid} has no docstring")


class _Adding(_Collecting):
    """Adds up the points of the checks and runs none of them."""

    def __init__(self) -> None:
        super().__init__()
        self.sums: dict[str, float] = {}

    def pytest_runtestloop(self, session) -> bool:
        for item in session.items if not self.problems else ():
            self.sums[_exercise(item)] = self.sums.get(_exercise(item), 0.0) + _points(item)
        return True


class _Plugin(_Collecting):
    """Collects once, runs every check for every submission, and keeps what happened."""

    def __init__(self, submissions, assignment, settings, starters, progress, trainings) -> None:
        super().__init__()
        self.submissions = submissions
        self.assignment = assignment
        self.settings = settings
        self.starters = starters
        self.progress = progress
        self.trainings = trainings
        self.parameters = _parameters(assignment)
        self.session: Session | None = None
        self.results: list[dict[str, dict[str, CheckResult]]] = [{} for _ in submissions]
        self.signatures: list[dict[str, dict]] = [{} for _ in submissions]
        self.found: list[dict[str, tuple[Found, str, float]]] = [{} for _ in submissions]  # with dataset and seconds
        self.no_data: datasets.DatasetError | None = None
        self.dataset = settings.dataset or assignment.dataset
        self.dataset_name = ""
        self.number = 0
        self.outcome: tuple | None = None

    def load(self, name: str) -> datasets.Dataset:
        """A dataset, loaded once for all submissions."""
        found = _data(name, os.environ.get("AUTOGRADER_DATA"), os.environ.get("KERAS_HOME"))
        if name == self.dataset:
            self.dataset_name = found.name
        return found

    # -- hooks -----------------------------------------------------------------------------------------------------

    def pytest_collection_modifyitems(self, items) -> None:
        super().pytest_collection_modifyitems(items)
        if self.settings.public_only:
            items[:] = [item for item in items if item.get_closest_marker("public")]

    def pytest_runtestloop(self, session) -> bool:
        if self.problems:
            return True
        for number, submission in enumerate(self.submissions):
            self.number = number
            self.session = Session(submission, self.assignment, self.parameters, self.starters, self.trainings)
            try:
                started, uses = time.monotonic(), set()
                for item, following in itertools.zip_longest(session.items, session.items[1:]):
                    self._run(item, following)
                    uses |= set(item.fixturenames)
                    if following is None or following.path != item.path:
                        data = self.dataset_name if {"dataset", self.dataset} & uses else ""
                        seconds = time.monotonic() - started
                        self.found[number][_exercise(item)] = self.session.finish(), data, seconds
                        started, uses = time.monotonic(), set()
            finally:
                self.session.close()
        return True

    def pytest_runtest_makereport(self, item, call) -> pytest.TestReport:
        """Takes note of the first thing that went wrong; otherwise the check passed.

        pytest gets a bare report: its own would write out a traceback for each failure, which nobody reads and which
        takes longer than all the rest of a wrong answer.
        """
        if call.excinfo is not None and self.outcome is None:
            self.outcome = self._judge_exception(item, call.excinfo)
        elif call.when == "call" and call.excinfo is None and self.outcome is None:
            self.outcome = (Outcome.PASSED, "", None, None)
        ended = "passed" if call.excinfo is None else "failed"
        return pytest.TestReport(item.nodeid, item.location, {}, ended, None, call.when)

    # -- one check -------------------------------------------------------------------------------------------------

    def _run(self, item, following) -> None:
        exercise = _exercise(item)
        training = item.get_closest_marker("training") is not None
        limits = self.assignment.limits
        public = item.get_closest_marker("public") is not None
        self.session.begin(self._call_seed(item), limits.training if training else limits.call, public)
        self.outcome = self._already_known(exercise) or self._waits_for(item, exercise)
        if self.outcome is None:
            if hasattr(item, "_initrequest"):
                item._initrequest()  # the same check runs once for each submission
            runtestprotocol(item, nextitem=following, log=False)
        else:
            item.session._setupstate.teardown_exact(following)  # fixtures must not outlive their file or submission
        if self.outcome is None:
            self.outcome = (Outcome.BROKEN, "The check left no result.", None, None)
        self._keep(item, exercise, public)

    def _call_seed(self, item) -> int:
        return int(_seed(self.settings.seed, item)[1])

    def _already_known(self, exercise: str) -> tuple | None:
        """Nothing needs to run where the function is missing or not written yet."""
        piece = self.session.submission.find(exercise)
        if piece is None:
            return (Outcome.ERROR, self.session.submission.missing(exercise), ("missing",), None)
        if piece.is_stub:
            return (Outcome.NOT_STARTED, "", None, None)
        return None

    def _waits_for(self, item, exercise: str) -> tuple | None:
        earlier = self.results[self.number].get(exercise, {})
        for mark in reversed(list(item.iter_markers("after"))):  # as they are written, the first one first
            rows = [result for name, result in earlier.items() if name.partition("[")[0] == mark.args[0]]
            if not rows:
                return (Outcome.BROKEN, f"There is no check {mark.args[0]!r} before it.", None, None)
            waiting = [row for row in rows if row.outcome is not Outcome.PASSED]
            if waiting:
                return (Outcome.SKIPPED, f"Waiting for: {waiting[0].title}", ("skipped",), None)
        return None

    def _judge_exception(self, item, excinfo) -> tuple:
        error = excinfo.value
        exercise = _exercise(item)
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
            if explain.is_stub(error):
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
            evidence = (error.reply["type"], error.first_line[:200])
            return (Outcome.ERROR, text, evidence, explain.line_of(error))
        if isinstance(error, StartFailed):
            return (Outcome.BROKEN, f"No process could be started for the student's code: {error}", None, None)
        if isinstance(error, datasets.DatasetError):  # nothing is wrong with the check, nor with the page
            self.no_data = error
            return (Outcome.BROKEN, str(error), None, None)
        log.error("%s is broken:\n%s", item.nodeid, excinfo.getrepr(style="short"))
        return (Outcome.BROKEN, f"The check itself failed: {type(error).__name__}: {str(error)[:300]}", None, None)

    def _keep(self, item, exercise: str, public: bool) -> None:
        outcome, message, evidence, line = self.outcome
        points = _points(item)
        last = self.session.last
        figure = last.plain.get("png", b"") if last is not None and last.kind == "figure" else b""
        warned = () if last is None or outcome is Outcome.PASSED else last.warnings[:3]
        if not public:
            warned = [text[:LONGEST_HIDDEN_ERROR] for text in warned[:1]]
        result = CheckResult(
            name=item.name,
            title=_title(item),
            outcome=outcome,
            points=points if outcome in (Outcome.PASSED, Outcome.BROKEN) else 0.0,
            max_points=points,
            message=message,
            remark="; ".join([*self.session.take_remarks(), *warned]),
            public=public,
            line=line,
            output="".join(self.session.output)[:MAX_SHOWN_OUTPUT],
            figure=figure,
            measurements=self.session.take_measurements(),
        )
        self.results[self.number].setdefault(exercise, {})[item.name] = result
        self.signatures[self.number].setdefault(exercise, {})[item.name] = (str(outcome), evidence)
        if self.progress is not None:
            self.progress(exercise, result)

    # -- the result ------------------------------------------------------------------------------------------------

    def judged(self, number: int, wanted: list[Exercise]) -> Judged:
        submission = self.submissions[number]
        parts = {one.name: self._part(number, one) for one in in_turn(wanted) if self.results[number].get(one.name)}
        page = replace(
            self._empty(number),
            source_sha256=submission.sha256,
            source=submission.page.name,
            notes=submission.page.notes,
            suspicions=tuple(suspicion.of_page(submission.page)),
            dataset=self.dataset,
        )
        order = [exercise.name for exercise in self.assignment.exercises]
        found = self.found[number]
        return Judged(
            together(page, parts.values(), order),
            self.signatures[number],
            page,
            parts,
            frozenset(name for name in parts if name not in found or found[name][0].cut_short),
        )

    def _part(self, number: int, exercise: Exercise) -> Report:
        """The report on one exercise alone."""
        piece = self.submissions[number].find(exercise.name)
        results = tuple(self.results[number][exercise.name].values())
        found, data, seconds = self.found[number].get(exercise.name, (Found(), "", 0.0))
        result = ExerciseResult(exercise.name, results, exercise.title, piece.line if piece else None)
        return replace(
            self._empty(number),
            exercises=(result,),
            isolation=confine.lowest(found.levels),
            dataset=data,
            seconds=round(seconds, 3),
            student_seconds=round(found.spent.student, 3),
            training_seconds=round(found.spent.training, 3),
            suspicions=tuple(found.suspicions),
            fingerprints=tuple(found.fingerprints),
        )

    def _empty(self, number: int) -> Report:
        return Report(
            assignment=self.assignment.name,
            submission=self.submissions[number].name,
            source_sha256="",
            status=Status.GRADED,
            exercises=(),
            isolation=confine.lowest(set()),
            dataset="",
            seed=self.settings.seed,
            seconds=0.0,
            budget=self.settings.budget,
        )


@functools.lru_cache(maxsize=4)
def _data(name: str, *_places: str | None) -> datasets.Dataset:
    """A dataset, read once in this process: unpacking and verifying MNIST costs a third of a second.

    Args:
        _places: where it is looked for; elsewhere there may be another one.
    """
    found = datasets.find(name)
    for array in (*found.train, *found.test):
        array.flags.writeable = False  # the next submission's checks get the same one
    return found


def _parameters(assignment: Assignment) -> dict[str, list[str]]:
    """Each function's parameter names, from the assignment's own page."""
    import ast

    return {
        node.name: [argument.arg for argument in node.args.args]
        for node in ast.parse(assignment.source).body
        if isinstance(node, ast.FunctionDef) and node.name in assignment.functions
    }


def _exercise(item) -> str:
    return item.path.stem.removeprefix("test_")


def _points(item) -> float:
    return float(item.get_closest_marker("points").args[0])


def _title(item) -> str:
    text = (item.function.__doc__ or "").strip().splitlines()
    if not text:
        return ""
    row = f" ({item.callspec.id})" if hasattr(item, "callspec") else ""
    return text[0].strip() + row


def _seed(seed: int, node) -> list[int]:
    return [seed, zlib.crc32(f"{node.path.stem}::{getattr(node, 'name', '')}".encode())]
