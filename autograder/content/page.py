"""A page: a notebook or a script, read as cells. Nothing is run here.

Students' files are read tolerantly: what does not parse costs that statement and is reported; prose, outputs and metadata
are ignored; IPython's magics and shell lines are taken out of the code and mentioned.
"""

from __future__ import annotations

import ast
import json
import re
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from autograder.content import page_file, page_language
from autograder.content.code_cells import DEFINITION, Cell, cells_of, syntax_error, tree
from autograder.content.solution_markers import has_text
from autograder.core import file_names
from autograder.core.faults import Unreadable
from autograder.core.languages import message

MAX_SOURCE = 2 * 2**20  # characters of code
MAX_CELLS = 50_000
PROMPT = re.compile(r"^(?:>>>|\.\.\.)(?: |$)", re.MULTILINE)  # IPython takes it out, too


@dataclass(frozen=True)
class Page:
    """Code cells in order, and what was left out.

    Attributes:
        notes: sentences about it.
        prose: a notebook's text cells, whose ``source`` is not run; ``label`` says which kind of cell it is.
        language: in which the page says that it is written; empty if it does not. No mark depends on it.
    """

    name: str
    cells: tuple[Cell, ...]
    notes: tuple[str, ...] = ()
    prose: tuple[Cell, ...] = ()
    language: str = ""


def read_page(path: Path) -> Page:
    """Reads a ``.py`` or ``.ipynb`` file.

    Raises:
        Unreadable: missing, empty, too large, not text, not a notebook, or a script of which nothing parses.
    """
    return parse(page_file.read_bytes(path), file_names.shown(path.name))


def parse(data: bytes, name: str) -> Page:
    """Like ``read_page``, for a file's content.

    Args:
        data: the file's bytes.
        name: its name; the ending decides between notebook and script.

    Raises:
        Unreadable: see ``read_page``.
    """
    text, _encoding = page_file.decode(data, name)
    if not text.strip():
        raise Unreadable(message("{name} is empty.", name=name))
    return _notebook(text, name) if name.lower().endswith(".ipynb") else _script(text, name)


def of_cells(sources: Iterable[tuple[str, str]], name: str) -> Page:
    """A page that is in no file: what a running notebook has been given.

    Args:
        sources: (label, source) of each cell, in order; read like those of a notebook's file.
        name: the page's.
    """
    return Page(name, tuple(cell for label, source in sources for cell in cells_of(source, label)[0]))


def _script(text: str, name: str) -> Page:
    """The whole file as one cell; what does not parse in it is a separate cell."""
    if len(text) > MAX_SOURCE:
        raise Unreadable(message("{name} has {count:,} characters of code; a page may have at most {most:,}.", name=name, count=len(text), most=MAX_SOURCE))
    cells, notes = cells_of(text, name)
    broken = [cell for cell in cells if cell.error]
    if broken and not any(_says_something(cell.source) for cell in cells if not cell.error):
        raise Unreadable(broken[0].error)
    return Page(name, tuple(cells), tuple(notes), language=page_language.of_script(text))


def _says_something(source: str) -> bool:
    """Whether there is more than imports and bare values."""
    return any(not isinstance(one, (ast.Import, ast.ImportFrom, ast.Expr)) for one in tree(source).body)


def _notebook(text: str, name: str) -> Page:
    try:
        content = json.loads(text)
    except (ValueError, RecursionError):
        if re.search(r"^(<<<<<<<|>>>>>>>) ", text, re.MULTILINE):
            raise Unreadable(
                message(
                    "{name} contains two versions that Git could not merge (lines that begin with <<<<<<< and >>>>>>>). "
                    "Choose one of them, for example with   git checkout --ours {name}",
                    name=name,
                )
            ) from None
        raise Unreadable(message("{name} is not a notebook: it does not hold valid JSON. Was it cut short?", name=name)) from None
    found = _notebook_cells(content)
    if found is None:
        raise Unreadable(message("{name} is not a notebook: it has no list of cells.", name=name))
    cells, notes, prose = [], [], []
    total = 0
    for number, kind, source in found[:MAX_CELLS]:
        total += len(source)
        if total > MAX_SOURCE:
            raise Unreadable(message("{name} has more than {most:,} characters of code.", name=name, most=MAX_SOURCE))
        if kind != "code":
            prose.append(Cell(source, f"{name}, cell {number}, which is a {kind.capitalize()} cell"))
            continue
        if PROMPT.match(source) and syntax_error(source, ""):
            source = PROMPT.sub("", source)
        made, said = cells_of(source, f"{name}, cell {number}")
        cells.extend(made)
        notes.extend(said)
    if not cells:
        raise Unreadable(message("{name} has no code cells.", name=name))
    return Page(name, tuple(cells), tuple(notes), tuple(prose), page_language.of_notebook(content))


def _notebook_cells(content: object) -> list[tuple[int, str, str]] | None:
    """(place, kind, source) of each code cell and of each text cell that defines a function or a text; None if it is none.

    Whatever the notebook's format version.
    """
    if not isinstance(content, dict):
        return None
    cells = content.get("cells")
    if cells is None and isinstance(content.get("worksheets"), list):  # nbformat 3
        sheets = [sheet.get("cells") for sheet in content["worksheets"] if isinstance(sheet, dict)]
        cells = [cell for sheet in sheets if isinstance(sheet, list) for cell in sheet]
    if not isinstance(cells, list):
        return None
    found = []
    for number, cell in enumerate(cells, 1):
        if not isinstance(cell, dict) or cell.get("cell_type") not in ("code", "markdown", "raw"):
            continue
        source = cell.get("source", cell.get("input"))
        if isinstance(source, list):
            source = "".join(part for part in source if isinstance(part, str))
        if not isinstance(source, str) or not source.strip():
            continue
        source = source.replace("\r\n", "\n").replace("\r", "\n")
        if cell["cell_type"] == "code" or DEFINITION.search(source) or has_text(source):
            found.append((number, cell["cell_type"], source))
    return found
