"""An assignment's checks, as pytest collects them: once, however many submissions they are then run over."""

from __future__ import annotations

import contextlib
import importlib.abc
import importlib.machinery
import importlib.util
import logging
import math
import os
import re
import sys
import traceback
import zlib
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import cast

import pytest

from autograder.content.assignment import Assignment, ChecksBroken, Exercise
from autograder.content.author_faults import MARKERS, check_faults, check_lines
from autograder.core.languages import joined, message
from autograder.core.near_names import suggest
from autograder.expectations.small_inputs import TellingInputs
from autograder.judging import compat

log = logging.getLogger("autograder")

OPTIONS = [
    "-s", "--disable-plugin-autoload", "--import-mode=importlib", "--assert=rewrite", "--strict-markers",
    "-c", os.devnull, "-p", "no:cacheprovider", "-p", "no:terminal", "-p", "no:logging", "-p", "no:faulthandler",
    "-p", "no:warnings", "-p", "no:unraisableexception", "-p", "no:threadexception", "-p", "no:doctest", "-p", "no:junitxml",
]  # fmt: skip
GIVEN = ("rng", "module_rng", "seed", "budget", "dataset", "data_folder")  # fixtures that every check may ask for, see ``fixtures``
PLACE = re.compile(r"(.+\.py):(\d+): in ")  # a line of pytest's short tracebacks
VARIABLES = ("PYTEST_ADDOPTS", "PYTEST_PLUGINS", "PYTEST_DEBUG")  # that pytest reads when it begins


class Checks:
    """The checks of some exercises, ready to be run. Use as a context manager.

    ``pytest.main`` would collect them for one run only; here there can be many (see ``compat``).
    What a check asks for with ``scope="session"`` is made once and stays from one submission to the next.

    Args:
        assignment: whose they are; exercises: in the order in which they are run.
        public_only: leave the hidden checks out.
        plugins: for pytest, with fixtures and hooks.

    Attributes:
        of: exercise -> its checks, in order.

    Raises:
        ChecksBroken: they cannot be collected.
    """

    def __init__(
        self, assignment: Assignment, exercises: Iterable[Exercise], public_only: bool = False, plugins: Iterable[object] = ()
    ) -> None:
        self.of: dict[str, list[pytest.Function]] = {}
        self._made: set[str] = set()
        self._session: pytest.Session | None = None
        paths = [str(exercise.checks) for exercise in exercises if exercise.checks.is_file()]
        if not paths:  # without one, pytest would look for tests wherever it is
            return
        if sys.flags.optimize:
            raise ChecksBroken(message("Python runs with -O, which removes the checks' asserts. Run it without."))
        seen, plugins = _Collecting(), list(plugins)
        root = str(assignment.folder / "checks")
        before = set(sys.modules)
        try:
            with _words_beside(assignment.words):
                items = self._collect([*OPTIONS, f"--rootdir={root}", f"--confcutdir={root}", *paths], [seen, *plugins])
            if plugins:  # which give the fixtures
                seen.problems += _unknown_names(items, assignment)
        except (Exception, SystemExit) as error:  # a check file may say exit(), which pytest lets through
            log.debug("pytest could not collect", exc_info=True)
            places = [one for one in traceback.extract_tb(error.__traceback__) if one.filename.startswith(root)]
            said = message("pytest ended with {kind}: {error}", kind=type(error).__name__, error=error)
            if places:
                said = message("{said} ({file}, line {line})", said=said, file=Path(places[-1].filename).name, line=places[-1].lineno)
            seen.problems.append(said)
        finally:
            for name in (
                set(sys.modules) - before
            ):  # pytest would take them for another assignment's checks of that name
                if str(getattr(sys.modules[name], "__file__", "")).startswith(root):
                    del sys.modules[name]
        if seen.problems:
            self.close()
            raise ChecksBroken(joined(check_faults(assignment) or seen.problems, "\n"))
        for item in items:
            if not public_only or item.get_closest_marker("public"):
                self.of.setdefault(exercise_of(item), []).append(item)

    def make_session_fixtures(self, exercise: str) -> None:
        """Makes now what an exercise's checks ask for with ``scope="session"``, unless it was made before.

        An error in it reaches the checks that ask.
        """
        if exercise in self._made:
            return
        self._made.add(exercise)
        for item in self.of[exercise]:
            compat.make_session_fixtures(item)

    def run(self, item: pytest.Function, following: pytest.Item | None) -> None:
        """Runs one check; what happens in it is seen by the plugins.

        Args:
            following: the next one for the same submission; None if there is none, so that its fixtures end.
        """
        compat.run_check(item, following or item.session)

    def leave(self, following: pytest.Item | None) -> None:
        """Ends the fixtures that do not reach as far as the next check: of a file, or with None of a submission."""
        if self._session is not None:
            compat.end_fixtures(self._session, following or self._session)

    def close(self) -> None:
        """Ends all fixtures, and what pytest holds."""
        session, self._session, self.of = self._session, None, {}
        if session is not None:
            compat.close_session(session)

    def __enter__(self) -> Checks:
        return self

    def __exit__(self, *_error: object) -> None:
        self.close()

    def _collect(self, arguments: list[str], plugins: list[object]) -> list[pytest.Function]:
        with _nothing_from_outside():
            self._session = compat.open_session(arguments, plugins)
        self._session.config.hook.pytest_collection(session=self._session)
        return cast(list[pytest.Function], self._session.items)  # a check is a function


def points(assignment: Assignment) -> dict[str, float]:
    """What each exercise is worth: the points of its checks, added up without running one; as written in the student's form.

    Raises:
        ChecksBroken: the checks cannot be collected.
    """
    if assignment.public:
        return {exercise.name: exercise.points for exercise in assignment.exercises}
    with Checks(assignment, assignment.exercises) as checks:
        sums = {name: sum(points_of(item) for item in items) for name, items in checks.of.items()}
    return {exercise.name: sums.get(exercise.name, 0.0) for exercise in assignment.exercises}


def public_points(assignment: Assignment) -> float:
    """What the public checks are worth together, without running one.

    Raises:
        ChecksBroken: the checks cannot be collected.
    """
    with Checks(assignment, assignment.exercises) as checks:
        items = [item for items in checks.of.values() for item in items]
        return sum(points_of(item) for item in items if item.get_closest_marker("public") is not None)


def telling_inputs_of(items: list[pytest.Function]) -> TellingInputs | None:
    """How telling inputs are made for the exercise of some checks; None where its file does not say."""
    made = [one for one in vars(items[0].module).values() if isinstance(one, TellingInputs)] if items else []
    return made[0] if made else None


def make_telling_inputs(items: list[pytest.Function]) -> None:
    """Makes now the first telling inputs that are tried, which are the same for all submissions. An error in it is said where they are tried."""
    inputs = telling_inputs_of(items)
    if inputs is not None and inputs.right_value is not None:
        with contextlib.suppress(Exception):
            inputs.simple()


def exercise_of(item: pytest.Item) -> str:
    return item.path.stem.removeprefix("test_")


def points_of(item: pytest.Item) -> float:
    mark = item.get_closest_marker("points")
    assert mark is not None, "no check without points is collected"
    return float(mark.args[0])


def title_of(item: pytest.Function) -> str:
    """The first line of the check's docstring, with the row's name where it is run for several."""
    text = (item.function.__doc__ or "").strip().splitlines()
    if not text:
        return ""
    row = f" ({item.callspec.id})" if hasattr(item, "callspec") else ""
    return text[0].strip() + row


def seed_of(seed: int, node: pytest.Item) -> list[int]:
    """A seed for one check's random numbers, from that of the whole run."""
    return [seed, zlib.crc32(f"{node.path.stem}::{getattr(node, 'name', '')}".encode())]


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


@contextlib.contextmanager
def _nothing_from_outside() -> Iterator[None]:
    """Pytest without what its variables ask for: ``PYTEST_ADDOPTS="-k shape"`` would leave out checks, and their points."""
    held = {name: os.environ.pop(name) for name in VARIABLES if name in os.environ}
    try:
        yield
    finally:
        os.environ.update(held)


@contextlib.contextmanager
def _words_beside(path: Path) -> Iterator[None]:
    """``from words import …`` in a check file means the file beside it, even if another module has that name."""
    if not path.is_file():
        yield
        return
    finder, other = _WordsFinder(path), sys.modules.pop(path.stem, None)
    sys.meta_path.insert(0, finder)
    try:
        yield
    finally:
        sys.meta_path.remove(finder)
        sys.modules.pop(path.stem, None)  # another assignment has its own
        if other is not None:
            sys.modules[path.stem] = other


class _WordsFinder(importlib.abc.MetaPathFinder):
    def __init__(self, path: Path) -> None:
        self.path = path

    def find_spec(self, name: str, *_where: object) -> importlib.machinery.ModuleSpec | None:
        return importlib.util.spec_from_file_location(name, self.path) if name == self.path.stem else None


def _unknown_names(items: list[pytest.Function], assignment: Assignment) -> list[str]:
    """A sentence for each name that a check asks for and that nothing gives."""
    unknown = [(item, name) for item in items for name in compat.unknown_fixtures(item)]
    places = check_lines(assignment) if unknown else {}
    return [
        message(
            "{place}: {check} asks for {name}, which is not an exercise and not a fixture.{near}",
            place=places.get((exercise_of(item), item.originalname), item.path.name), check=item.name, name=name,
            near=suggest(name, [*assignment.functions, *GIVEN]),
        )
        for item, name in unknown
    ]  # fmt: skip


def _are_points(item: pytest.Item) -> bool:
    try:
        return 0 <= points_of(item) < math.inf
    except (IndexError, TypeError, ValueError):  # what is written there is no number
        return False


class _Collecting:
    """Sees the checks being collected, and says what is wrong with them."""

    def __init__(self) -> None:
        self.problems: list[str] = []

    def pytest_configure(self, config: pytest.Config) -> None:
        for line in MARKERS.values():
            config.addinivalue_line("markers", line)

    def pytest_collectreport(self, report: pytest.CollectReport) -> None:
        if report.failed:
            report_lines = str(report.longrepr).splitlines()
            reasons = [line[1:].strip() for line in report_lines if line.startswith("E ")]
            places = [found for line in report_lines if (found := PLACE.match(line)) and Path(found[1]).parent.name == "checks"]
            where = message("{file}, line {line}", file=Path(places[-1][1]).name, line=places[-1][2]) if places else report.nodeid
            self.problems.append(message("{place}: {why}", place=where, why=reasons[-1]) if reasons else "\n".join(report_lines))

    def pytest_collection_modifyitems(self, items: list[pytest.Function]) -> None:
        for item in items:
            if item.get_closest_marker("points") is None:
                self.problems.append(message("{check} has no points", check=item.nodeid))
            elif not _are_points(item):
                self.problems.append(message("{check} has points that are not a number of 0 or more", check=item.nodeid))
            if any(len(mark.args) != 1 for mark in item.iter_markers("after")):
                self.problems.append(message('{check} waits for a check without a name: write @pytest.mark.after("test_…")', check=item.nodeid))
            if not title_of(item):
                self.problems.append(message("{check} has no docstring", check=item.nodeid))
