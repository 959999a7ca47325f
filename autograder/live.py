"""``check("normalize")`` in a student's own notebook or script: the public checks against the live functions.

The same checks and the same words as everywhere else, but in the student's process: advice, not a mark.
"""

from __future__ import annotations

import inspect
import linecache
import random
import sys
from pathlib import Path

import numpy as np
from rich.console import Console

from autograder import assignment as assignments
from autograder import wire
from autograder.assignment import Assignment, AssignmentNotFound
from autograder.diagnose import Diagnosis
from autograder.judge import Settings, judge
from autograder.page import Cell, Page, is_stub
from autograder.submission import Slice
from autograder.worker import Program


def check(*names: str) -> None:
    """Checks functions of the running page and prints what is right, what is wrong and why.

    Args:
        names: of exercises; all of them if none is given.

    Example (in a page):
        check("normalize")
    """
    from autograder import reports

    page = sys.modules["__main__"].__dict__
    try:
        assignment = _find(page)
        wanted = tuple(assignment.exercise(name).name for name in names)
    except AssignmentNotFound as error:
        print(error)
        return
    settings = Settings(exercises=wanted, public_only=True)
    starters = _LiveStarters(page)
    state = random.getstate(), np.random.get_state()
    try:
        (judged,) = judge([_LiveSubmission(assignment, page)], assignment, settings, starters)
        report = Diagnosis(assignment, settings, starters, work_out=False).name(judged).report
    finally:
        random.setstate(state[0])
        np.random.set_state(state[1])
    console = Console(file=sys.stdout, force_jupyter=False, highlight=False, width=100)
    checked = {exercise.name for exercise in report.exercises}
    for name in wanted:
        if name not in checked:
            print(f"There are no checks for {name} here; it is judged when you hand in.")
    for exercise in report.exercises:
        number = [one.name for one in assignment.exercises].index(exercise.name) + 1
        reports.print_exercise(exercise, console, number=number)


def _find(page: dict) -> Assignment:
    """The assignment whose functions this page defines; the student's form where there is one."""
    near = Path(
        page.get("__file__") or page.get("__vsc_ipynb_file__") or page.get("__session__") or Path.cwd() / "page.py"
    )
    known = assignments.all_near(near)
    fitting = [folder for folder in known if assignments.load(folder).functions & page.keys()]
    if not fitting:
        raise AssignmentNotFound(
            "No checks for this page were found. The checks are in a folder named checks beside the page: "
            "start Jupyter there."
        )
    return assignments.load(fitting[0])


class _LiveSubmission:
    """Looks like a ``Submission`` whose definitions have run already."""

    def __init__(self, assignment: Assignment, page: dict) -> None:
        self.assignment = assignment
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
    """Looks like ``processes.Starters``; its workers call the page's own functions."""

    def __init__(self, page: dict) -> None:
        self.page = page

    def get(self, _modules: tuple[str, ...]) -> _LiveStarters:
        return self

    def start(self, _limits: object) -> _LiveWorker:
        return _LiveWorker(self.page)


class _LiveWorker:
    """Answers requests at once, through the same encoding, so that a check sees exactly what the judge would see."""

    def __init__(self, page: dict) -> None:
        functions = [value for value in list(page.values()) if inspect.isfunction(value)]
        self.program = Program(page, tuple({function.__code__.co_filename for function in functions}))
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


def _cells(page: dict) -> tuple[Cell, ...]:
    """The files or notebook cells that the page's functions come from, for the line in a message."""
    names = {value.__code__.co_filename for value in list(page.values()) if inspect.isfunction(value)}
    return tuple(Cell("".join(linecache.getlines(name)), _label(name)) for name in sorted(names))


def _label(file: str) -> str:
    """A file's name as messages use it; a notebook's cell is a temporary file with a number for a name."""
    return "this page" if "ipykernel" in file or file.startswith("<") else Path(file).name


def _is_live_stub(function: object) -> bool:
    import ast
    import textwrap

    try:
        return is_stub(ast.parse(textwrap.dedent(inspect.getsource(function))).body[0])
    except (OSError, TypeError, SyntaxError, IndexError):
        return False
