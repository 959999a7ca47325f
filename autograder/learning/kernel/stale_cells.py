"""Is the function that is checked the one that the student sees? A note if not, never an error.

Two ways to check yesterday's function: the cell was changed and saved but not run again, or it was run and ended in an
error, so the kernel still holds what was there before.
"""

from __future__ import annotations

import ast
import inspect
import textwrap
import time
from pathlib import Path

from autograder.content import code_cells
from autograder.content.page import read_page
from autograder.content.solution_markers import is_stub
from autograder.core.faults import Unreadable
from autograder.core.languages import spoken
from autograder.learning.kernel import ipython

_started: dict[int, float] = {}  # number of a cell -> when it was run, in seconds since 1970
_loaded = time.time()  # cells that were run before count as run now


def record_run_times() -> None:
    """Takes down from now on when each cell is run: a notebook saved before that is not newer."""
    shell = ipython.shell()
    if shell is not None:
        shell.events.register("pre_run_cell", _take_time)


def stale_note(page: dict, name: str) -> str:
    """A sentence if the kernel's function is not the newest one; empty if it is, or if that is not known.

    Args:
        page: the names of the page. name: of the function.
    """
    live = definition(page.get(name), name)
    if live is None:
        return ""
    number, newest = _newest_input(name)
    if newest != live and 0 < _cell(page[name]) < number < ipython.shell().execution_count:
        return (
            spoken(
                "The last run of the cell that defines {name}, as cell [{number}], ended in an error, so an older version was checked. "
                "Fix that cell and run it first.",
                name=name, number=number,
            )
        )
    file = ipython.notebook_file(page)
    if file is not None and _is_newer(file, name, live, _started.get(number, _loaded)):
        return spoken("{file} has a different version of {function} from the one that was checked. Run its cell, then check again.", file=file.name, function=name)
    return ""


def definition(function: object, name: str) -> str | None:
    """A live function's definition, without comments and layout; None if it cannot be read, or has another name."""
    try:
        source = textwrap.dedent(inspect.getsource(inspect.unwrap(function)))
        return _defined(code_cells.tree(source), name)
    except (OSError, TypeError, ValueError, SyntaxError):
        return None


def _cell(function: object) -> int:
    """The number of the cell that a live function comes from; 0 if from elsewhere."""
    code = getattr(inspect.unwrap(function), "__code__", None)
    return ipython.cell_number(getattr(code, "co_filename", "")) or 0


def _newest_input(name: str) -> tuple[int, str | None]:
    """(number, definition) of the last cell that was run and means to define the function; (0, None) if none was.

    The definition is empty where the cell cannot be read as Python.
    """
    inputs = ipython.inputs()
    for number in range(len(inputs) - 1, 0, -1):
        if name not in inputs[number]:
            continue
        try:
            found = _defined(code_cells.tree(inputs[number]), name)
        except (SyntaxError, ValueError, RecursionError):
            if name in code_cells.DEFINITION.findall(inputs[number]):
                return number, ""
            continue
        if found is not None:
            return number, found
    return 0, None


def _is_newer(file: Path, name: str, live: str, since: float) -> bool:
    """Was the notebook saved after the cell was run, with another definition than the kernel's, and not the stub?"""
    try:
        if file.stat().st_mtime <= since:
            return False
        cells = read_page(file).cells
    except (OSError, Unreadable):
        return False
    nodes = [node for cell in cells if not cell.error for node in _definitions(code_cells.tree(cell.source), name)]
    return bool(nodes) and not is_stub(nodes[-1]) and all(ast.dump(node) != live for node in nodes)


def _definitions(tree: ast.Module, name: str) -> list[ast.stmt]:
    functions = (ast.FunctionDef, ast.AsyncFunctionDef)
    return [node for node in tree.body if isinstance(node, functions) and node.name == name]


def _defined(tree: ast.Module, name: str) -> str | None:
    found = _definitions(tree, name)
    return ast.dump(found[-1]) if found else None


def _take_time(_info: object = None) -> None:
    _started[ipython.shell().execution_count] = time.time()
