"""A page whose functions are alive: what the judge needs of a submission, in the student's own process."""

from __future__ import annotations

import inspect
import linecache
import random
import textwrap
from pathlib import Path

import numpy as np

from autograder import assignment as assignments
from autograder import wire
from autograder.assignment import Assignment, AssignmentNotFound
from autograder.diagnose import Diagnosis
from autograder.judge import judge
from autograder.live import kernel, leaning, stale
from autograder.live.quiet import quiet
from autograder.live.result import Checked
from autograder.page import Cell, Page, is_stub, tree
from autograder.processes.worker import Program
from autograder.settings import Settings
from autograder.submission import Slice

_loaded: dict[Path, tuple[tuple, Assignment]] = {}  # folder -> (what its files looked like, the assignment)


def run(page: dict, names: tuple[str, ...]) -> Checked:
    """The public checks of some exercises, or of all, against the live functions. Nothing is printed meanwhile.

    Args:
        page: the names of the running page.

    Raises:
        AssignmentNotFound, AssignmentBroken: no checks for this page, or no exercise of that name.
    """
    assignment = find(page)
    wanted = tuple(dict.fromkeys(assignment.exercise(name).name for name in names))
    settings = Settings(exercises=wanted, public_only=True)
    starters = _LiveStarters(page)
    state = random.getstate(), np.random.get_state()
    try:
        with quiet():
            (judged,) = judge([_LiveSubmission(assignment, page)], assignment, settings, starters)
            report = Diagnosis(assignment, settings, starters, work_out=False).name(judged).report
    finally:
        random.setstate(state[0])
        np.random.set_state(state[1])
    checked = [exercise.name for exercise in report.exercises]
    notes = [note for name in checked for note in (stale.note(page, name), leaning.note(page, name, assignment))]
    return Checked(report, assignment, wanted, tuple(note for note in notes if note))


def find(page: dict) -> Assignment:
    """The assignment whose functions this page defines; the student's form where there is one.

    Raises:
        AssignmentNotFound: none.
    """
    near = Path(page.get("__file__") or kernel.notebook_file(page) or Path.cwd() / "page.py")
    known = assignments.all_near(near)
    fitting = [one for folder in known if (one := _load(folder)).functions & page.keys()]
    if not fitting:
        raise AssignmentNotFound(
            "No checks for this page were found. The checks are in a folder named checks beside the page: "
            "start Jupyter there."
        )
    return fitting[0]


def _load(folder: Path) -> Assignment:
    """An assignment as its files say now; read again only if one of them has changed."""
    files = sorted([*folder.glob("*.*"), *folder.glob("checks/*.*")])
    stamp = tuple((str(file), file.stat().st_mtime_ns, file.stat().st_size) for file in files if file.is_file())
    if _loaded.get(folder, (None, None))[0] != stamp:
        _loaded[folder] = stamp, assignments.load(folder)
    return _loaded[folder][1]


class _LiveSubmission:
    """Looks like a ``Submission`` whose definitions have run already."""

    def __init__(self, assignment: Assignment, page: dict) -> None:
        self.assignment = assignment
        self.functions = assignment.functions
        self.page_names = page
        self.name = "you"
        self.sha256 = ""
        self.page = Page("this page", _cells(page))

    def find(self, function: str) -> Slice | None:
        live = self.page_names.get(function)
        if live is None:
            return None
        return Slice(cells=[], story=self.assignment.story, label="this page", is_stub=_is_live_stub(live))

    def missing(self, function: str) -> str:
        return f"{function} is not defined yet. Run its cell first."


class _LiveStarters:
    """Looks like ``processes.starters.Starters``; its workers call the page's own functions."""

    def __init__(self, page: dict) -> None:
        self.page = page

    def get(self, _modules: tuple[str, ...]) -> _LiveStarters:
        return self

    def load(self, _sets: object) -> None:
        """The student's own process has loaded what it needs."""

    def wait(self) -> float:
        return 0.0

    def start(self, _limits: object) -> _LiveWorker:
        return _LiveWorker(self.page)


class _LiveWorker:
    """Answers requests at once, through the same encoding, so that a check sees exactly what the judge would see."""

    def __init__(self, page: dict) -> None:
        self.program = Program(page, tuple(_files(page)))
        self.alive = True
        self.level = "none"  # it is the student's own process

    def ask(self, request: dict, _seconds: float) -> dict:
        request = wire.decode(b"".join(wire.encode(request)))
        reply = self.program.answer(request)
        if "places" in reply:
            reply["places"] = [(_label(file), line, name) for file, line, name in reply["places"]]
        return wire.decode(b"".join(wire.encode(reply)))

    def close(self, kill: bool = True) -> int:
        self.alive = False
        return 0


def _files(page: dict) -> set[str]:
    """The files and notebook cells that the page's own functions and classes come from."""
    own = [value for value in list(page.values()) if getattr(value, "__module__", "") == page.get("__name__")]
    methods = [value for one in own if inspect.isclass(one) for value in vars(one).values()]
    functions = [inspect.unwrap(value) for value in own + methods if inspect.isfunction(value)]
    return {function.__code__.co_filename for function in functions}


def _cells(page: dict) -> tuple[Cell, ...]:
    """What stands in them, for the line in a message."""
    return tuple(Cell("".join(linecache.getlines(name)), _label(name)) for name in sorted(_files(page)))


def _label(file: str) -> str:
    """A file's name as messages use it; a notebook's cell by the number in brackets beside it."""
    number = kernel.cell_number(file)
    if number is not None:
        return f"cell [{number}]"
    return "this page" if "ipykernel" in file or file.startswith("<") else Path(file).name


def _is_live_stub(function: object) -> bool:
    try:
        return is_stub(tree(textwrap.dedent(inspect.getsource(function))).body[0])
    except (OSError, TypeError, SyntaxError, IndexError):
        return False
