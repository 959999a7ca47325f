"""What a running page consists of now, as text: the judge is given this, and runs it in its own processes.

In a notebook that is what has been run, not what is in the file: a student checks the function that the kernel
holds. So the live object decides which of several definitions of a name counts.
"""

from __future__ import annotations

import ast
import functools
import inspect
import linecache
from dataclasses import dataclass
from pathlib import Path
from types import CodeType

from autograder.content.code_cells import Cell, cells_of
from autograder.content.page import Page
from autograder.content.statements import Statement
from autograder.content.submission import Submission
from autograder.core.languages import message
from autograder.learning.kernel import ipython

NAME = "this page"
_ended: dict[str, int] = {}  # label of a cell -> the line at which an error ended it


class NoText(LookupError):
    """The text of the page is not known: it was typed at Python's own prompt, say."""


@dataclass(frozen=True)
class Executed:
    """A page that runs.

    Attributes:
        file: the script that is running; None for cells.
        cells: (label, source) of each cell.
    """

    file: Path | None = None
    cells: tuple[tuple[str, str], ...] = ()


def executed(page: dict) -> Executed:
    """The text of the running page.

    Args:
        page: the names of the page.

    Raises:
        NoText: it is not available.
    """
    if ipython.shell() is not None:
        return Executed(cells=tuple(cells(page)))
    if not page.get("__file__"):
        raise NoText(
            message("The text of this page is not available. Write your functions in a file or a notebook, and run that.")
        )
    return Executed(Path(page["__file__"]))


def record_failed_cells() -> None:
    """Takes down from now on which cells end in an error, and where."""
    shell = ipython.shell()
    if shell is not None:
        shell.events.register("post_run_cell", _take_note)


def cells(page: dict) -> list[tuple[str, str]]:
    """(label, source) of all cells that have been run and of files that ``%run`` has, with line numbers as they were.

    Left out is what does not count any more, or never did: another definition took its place, its cell ended in an error
    before it was reached, or its name was deleted.
    """
    ran = [_read(f"cell [{number}]", source) for number, source in enumerate(ipython.written()) if source.strip()]
    ran = [cell for cell in ran if not cell.error or not page.keys() >= set(cell.broken_names)]
    ran = _from_elsewhere(page, {cell.label for cell in ran}) + ran
    gone: list[RunStatement] = []
    counts: list[RunStatement] = []
    for one in [one for cell in ran for one in _statements(cell)]:
        (counts if _has_run(one) and _is_there(one, page) else gone).append(one)
    aliased = frozenset().union(*(one.aliases for one in counts))
    for name in dict.fromkeys(one.node.name for one in counts if one.is_definition):
        gone += _outdated([one for one in counts if one.binds == {name}], page[name], name in aliased)
    left = [(cell.label, _without(cell.source, [one for one in gone if one.cell is cell])) for cell in ran]
    return [(label, source) for label, source in left if source.strip()]


@dataclass(frozen=True)
class RunStatement:
    """One statement of a cell.

    Attributes:
        binds: names that it gives a value to.
        aliases: names whose value it may give another name: ``old = scale``.
    """

    cell: Cell
    node: ast.stmt
    binds: frozenset[str]
    aliases: frozenset[str]

    @property
    def is_definition(self) -> bool:
        return isinstance(self.node, (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef))

    @property
    def line(self) -> int:
        return min([self.node.lineno, *(decorator.lineno for decorator in getattr(self.node, "decorator_list", ()))])


@functools.lru_cache(4096)  # all cells are read again at each check
def _read(label: str, source: str) -> Cell:
    return cells_of(source, label)[0][0]


@functools.lru_cache(4096)
def _statements(cell: Cell) -> list[RunStatement]:
    found = Submission("", Page(NAME, (cell,)), "").statements
    return [RunStatement(cell, one.node, one.binds, _aliases(one)) for one in found]


def _from_elsewhere(page: dict, known: set[str]) -> list[Cell]:
    """What the page's own functions come from, as far as it is no cell that is known."""
    found: dict[str, Cell] = {}
    for function in filter(inspect.isfunction, map(inspect.unwrap, _own(page))):
        file = function.__code__.co_filename
        if label(file) not in known and file not in found and (source := "".join(linecache.getlines(file))):
            found[file] = _read(label(file), source)
    return list(found.values())


def _own(page: dict) -> list[object]:
    return [value for value in list(page.values()) if getattr(value, "__module__", "") == page.get("__name__")]


def label(file: str) -> str:
    """A file's name as messages use it; a notebook's cell by the number in brackets beside it."""
    number = ipython.cell_number(file)
    if number is not None:
        return f"cell [{number}]"
    return NAME if "ipykernel" in file or file.startswith("<") else Path(file).name


def _has_run(one: RunStatement) -> bool:
    """Whether no error has ended its cell before."""
    return one.node.end_lineno < _ended.get(one.cell.label, one.node.end_lineno + 1)


def _is_there(one: RunStatement, page: dict) -> bool:
    """Whether a name that it makes is still there. Deleting one has left nothing else to see."""
    deletes = isinstance(one.node, ast.Delete) and all(isinstance(target, ast.Name) for target in one.node.targets)
    return not deletes and (not one.binds or "*" in one.binds or bool(one.binds & page.keys()))


def _outdated(made: list[RunStatement], value: object, aliased: bool) -> list[RunStatement]:
    """Those of the statements that give a name its value which have no part in what the page holds.

    Args:
        value: that is what it holds.
        aliased: another name may still have an earlier value.
    """
    written = [(label(code.co_filename), code.co_firstlineno) for code in _codes(value)]
    live = [
        place
        for place, one in enumerate(made)
        if one.is_definition
        and any(file == one.cell.label and one.line <= line <= one.node.end_lineno for file, line in written)
    ]
    if not live:
        return []
    return made[live[-1] + 1 :] + ([] if aliased else made[: live[-1]])


def _codes(value: object) -> list[CodeType]:
    """Of a function, or of the methods of a class: they know where they were written."""
    functions = vars(value).values() if inspect.isclass(value) else [value]
    found = [getattr(inspect.unwrap(one), "__code__", None) for one in functions if callable(one)]
    return [code for code in found if isinstance(code, CodeType)]


def _aliases(statement: Statement) -> frozenset[str]:
    if statement.is_definition or not statement.binds:
        return frozenset()
    called = {id(node.func) for node in ast.walk(statement.node) if isinstance(node, ast.Call)}
    read = [node for node in ast.walk(statement.node) if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Load)]
    return frozenset(node.id for node in read if id(node) not in called)


def _without(source: str, gone: list[RunStatement]) -> str:
    """A cell's text with empty lines in the place of some of its statements."""
    lines = source.split("\n")
    for one in gone:
        first, last = one.line, one.node.end_lineno
        lines[first - 1 : last] = [""] * (last - first + 1)
    return "\n".join(lines)


def _take_note(result: object) -> None:
    """Of a cell that ended in an error: in which of its lines; 0 if none was run."""
    name = f"cell [{getattr(result, 'execution_count', None)}]"
    _ended.pop(name, None)  # the numbers begin again after %reset
    if getattr(result, "error_before_exec", None) is not None:
        _ended[name] = 0
    traceback = getattr(getattr(result, "error_in_exec", None), "__traceback__", None)
    while traceback is not None:
        if label(traceback.tb_frame.f_code.co_filename) == name:
            _ended[name] = traceback.tb_lineno
            return
        traceback = traceback.tb_next
