"""What a running page consists of now, as text: the judge is handed this, and runs it in processes of its own.

In a notebook that is what has been run, not what stands in the file: a student checks the function that the kernel
holds. So the live object decides which of several definitions of a name counts.
"""

from __future__ import annotations

import ast
import functools
import inspect
import linecache
from dataclasses import dataclass
from pathlib import Path

from autograder import page as pages
from autograder.live import kernel
from autograder.page import Cell, Page
from autograder.submission import Statement, Submission

NAME = "this page"


class NoText(LookupError):
    """Nobody knows the text of the page: it was typed at Python's own prompt, say."""


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
        NoText: it is not at hand.
    """
    if kernel.shell() is not None:
        return Executed(cells=tuple(cells(page)))
    if not page.get("__file__"):
        raise NoText(
            "The text of this page is not at hand. Write your functions into a file or a notebook, and run that."
        )
    return Executed(Path(page["__file__"]))


def cells(page: dict) -> list[tuple[str, str]]:
    """(label, source) of all cells that have been run and of files that ``%run`` has, with line numbers as they were.

    Left out are definitions that do not count any more, or never did: a later one took their place, their cell ended in an
    error before it reached them, or their name was deleted.
    """
    ran = [_read(f"cell [{number}]", source) for number, source in enumerate(kernel.written()) if source.strip()]
    ran = [cell for cell in ran if not cell.error or not page.keys() >= set(cell.broken_names)]
    ran = _from_elsewhere(page, {cell.label for cell in ran}) + ran
    gone: dict[int, list[Statement]] = {}
    statements = Submission("", Page(NAME, tuple(ran)), "").statements
    aliased = _aliased(statements)
    for name, made in _definitions(statements).items():
        for one in _outdated(name, made, page, ran) if name not in aliased else ():
            gone.setdefault(one.cell, []).append(one)
    left = [(cell.label, _without(cell.source, gone.get(number, []))) for number, cell in enumerate(ran)]
    return [(label, source) for label, source in left if source.strip()]


@functools.lru_cache(4096)  # a cell is read again at each check
def _read(label: str, source: str) -> Cell:
    return pages.of_cells([(label, source)], NAME).cells[0]


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
    number = kernel.cell_number(file)
    if number is not None:
        return f"cell [{number}]"
    return NAME if "ipykernel" in file or file.startswith("<") else Path(file).name


def _definitions(statements: list[Statement]) -> dict[str, list[Statement]]:
    """Name -> the statements that define a function of this name, in order."""
    found: dict[str, list[Statement]] = {}
    for one in statements:
        if isinstance(one.node, (ast.FunctionDef, ast.AsyncFunctionDef)):
            found.setdefault(one.node.name, []).append(one)
    return found


def _outdated(name: str, made: list[Statement], page: dict, ran: list[Cell]) -> list[Statement]:
    """Those definitions of a name that are not what the page holds."""
    if name not in page:
        return made
    code = getattr(inspect.unwrap(page[name]) if callable(page[name]) else None, "__code__", None)
    if code is None or code.co_name != name:
        return []  # something else was made of them
    live = [
        one
        for one in made
        if ran[one.cell].label == label(code.co_filename) and _first_line(one) == code.co_firstlineno
    ]
    return [one for one in made if one is not live[-1]] if live else []


def _first_line(one: Statement) -> int:
    return min([one.node.lineno, *(decorator.lineno for decorator in one.node.decorator_list)])


def _aliased(statements: list[Statement]) -> set[str]:
    """Names whose earlier value another name may still have: ``old = scale``."""
    found = set()
    for statement in statements:
        if statement.is_definition or not statement.binds:
            continue
        called = {id(node.func) for node in ast.walk(statement.node) if isinstance(node, ast.Call)}
        found |= {
            node.id
            for node in ast.walk(statement.node)
            if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Load) and id(node) not in called
        }
    return found


def _without(source: str, gone: list[Statement]) -> str:
    """A cell's text with empty lines in the place of some of its statements."""
    lines = source.split("\n")
    for one in gone:
        first, last = _first_line(one), one.node.end_lineno
        lines[first - 1 : last] = [""] * (last - first + 1)
    return "\n".join(lines)
