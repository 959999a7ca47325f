"""One function, or one text, of a student's page becomes the stub again; everything else in the file stays as it is."""

from __future__ import annotations

import ast
import json
import os
import re
from pathlib import Path

from autograder.content import code_cells, page, page_file, page_language
from autograder.content.assignment import Assignment
from autograder.content.code_cells import Cell
from autograder.content.translated_page import stub_in
from autograder.core.faults import Unreadable
from autograder.core.files import write_atomically
from autograder.core.languages import message, what_it_says
from autograder.learning.progress import FOLDER

BACKUPS = "backups"


def reset(path: Path, assignment: Assignment, function: str) -> Path | None:
    """Puts an exercise's stub back into a page, and keeps the page as it was.

    Args:
        path: a script or notebook.
        assignment: whose page it is; function: one of its exercises.

    Returns:
        Where the page as it was is kept; None if there was nothing to do.

    Raises:
        Unreadable: the file is not a script or notebook at all.
        OSError: nothing was changed.
    """
    path = path.resolve()  # a link stays a link
    data = page_file.read_bytes(path)
    language = page_language.of_text(page_file.decode(data, path.name)[0], path.name)
    new = with_stub(data, path.name, function, stub(assignment, function, language))
    if new == data:
        return None
    kept = _keep(path, data)
    mode = path.stat().st_mode
    write_atomically(path, new)
    os.chmod(path, mode & 0o777)
    return kept


def stub(assignment: Assignment, function: str, language: str = "") -> str:
    """The function as a student receives it, in the language of the page where there is a translation."""
    text = stub_in(assignment, language)
    first, last = _span_of_definition(code_cells.tree(text).body, function)
    return "\n".join(text.splitlines()[first:last])


def with_stub(data: bytes, name: str, function: str, text: str) -> bytes:
    """A page's bytes with one function replaced.

    Args:
        data: a script or a notebook; name: of the file, whose ending says which.
        function: to be replaced where it is defined last; where it is not there, it is added at the end.
        text: the definition to put there.

    Raises:
        Unreadable: the file is not a script or notebook at all.
    """
    source, encoding = page_file.decode(data, name)
    if not name.lower().endswith(".ipynb"):
        new = _replaced(source, function, text)
        if new is None:
            new = f"{source.rstrip()}\n\n\n# %% {function}\n{text}\n".lstrip()
        return _encoded(new, data, encoding)
    content = _notebook(source, name)
    before = json.dumps(content)
    _in_notebook(content["cells"], function, text, ids=content.get("nbformat_minor", 0) >= 5)
    if json.dumps(content) == before:
        return data
    indent = re.search(r'\A\{\n( +)"', source)
    new = json.dumps(content, indent=len(indent.group(1)) if indent else None, ensure_ascii="\\ud" in source)
    return _encoded(new + "\n" * source.endswith("\n"), data, encoding)


def _notebook(source: str, name: str) -> dict:
    try:
        content = json.loads(source)
    except (ValueError, RecursionError):
        raise Unreadable(message("{name} is not a notebook: it does not hold valid JSON. Was it cut short?", name=name)) from None
    if not isinstance(content, dict) or not isinstance(content.get("cells"), list):
        raise Unreadable(message("{name} is not a notebook in the current format: it has no list of cells.", name=name))
    return content


def _in_notebook(cells: list, function: str, text: str, ids: bool) -> None:
    """Replaces the function in the last cell that defines it, or adds a cell for it."""
    for cell in reversed(cells):
        if isinstance(cell, dict) and cell.get("cell_type") == "code":
            source = cell.get("source", "")
            parts = [part for part in source if isinstance(part, str)] if isinstance(source, list) else None
            new = _replaced("".join(parts) if parts is not None else str(source), function, text, is_cell=True)
            if new is not None:
                cell["source"] = new.splitlines(keepends=True) if parts is not None else new
                return
    lines = text.splitlines(keepends=True)
    taken = {cell.get("id") for cell in cells if isinstance(cell, dict)}
    own = next(name for name in (function, *(f"{function}-{n}" for n in range(2, 10_000))) if name not in taken)
    fresh = {"cell_type": "code", "execution_count": None, "id": own, "metadata": {}, "outputs": [], "source": lines}
    cells.append(fresh if ids else {key: value for key, value in fresh.items() if key != "id"})


def _replaced(source: str, function: str, text: str, is_cell: bool = False) -> str | None:
    """A script or a notebook's cell with its last definition of a function replaced; None if it has none.

    A cell that Python still refuses then goes as a whole: the stub in it could not be run.
    """
    source = source.replace("\r\n", "\n")
    lines = source.split("\n")
    span = _span(source, function)
    if span is None:
        return None
    first, last = _span_of_cell(lines, span[0])
    rest = [*lines[first : span[0]], text, *lines[span[1] : last]]
    if (is_cell or any(map(code_cells.MARKER.match, lines))) and any(one.error for one in _cells("\n".join(rest))):
        return "\n".join([*lines[:first], text, *lines[last:]])
    return "\n".join([*lines[: span[0]], text, *lines[span[1] :]])


def _span(source: str, function: str) -> tuple[int, int] | None:
    """(first, after the last) line of a function's last definition that can be read, or else of the last that cannot."""
    cells = _cells(source)
    for cell in reversed(cells):
        span = None if cell.error else _span_of_definition(code_cells.tree(cell.source).body, function)
        if span:
            return span
    for cell in reversed(cells):
        if function in cell.broken_names:
            return _span_in_broken(cell.source.split("\n"), function)
    return None


def _cells(source: str) -> tuple[Cell, ...]:
    """A text's cells; line n of each is line n of the text."""
    try:
        return page.parse(source.encode("utf-8", "replace"), "page.py").cells
    except Unreadable as error:
        return (Cell(source, "", what_it_says(error)),)


def _span_of_definition(body: list[ast.stmt], function: str) -> tuple[int, int] | None:
    """(first, after the last) line of a function's last definition, decorators included, counted from 0; of a text's last assignment."""
    found = [
        node for node in body if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef) and node.name == function
    ]
    if not found:
        texts = [node for node in body if isinstance(node, ast.Assign | ast.AnnAssign) and function in _targets(node)]
        return (texts[-1].lineno - 1, texts[-1].end_lineno) if texts else None
    first = min([found[-1].lineno, *(decorator.lineno for decorator in found[-1].decorator_list)])
    return first - 1, found[-1].end_lineno


def _targets(node: ast.Assign | ast.AnnAssign) -> set[str]:
    targets = node.targets if isinstance(node, ast.Assign) else [node.target]
    return {target.id for target in targets if isinstance(target, ast.Name)}


def _span_in_broken(lines: list[str], function: str) -> tuple[int, int]:
    """The same for text that is not Python: from the first line of the function to the next that begins at the margin."""
    starts = [number for number, line in enumerate(lines) if re.match(rf"\s*(async\s+)?def\s+{function}\b", line)]
    first = last = starts[-1]
    while first and lines[first - 1].startswith("@"):
        first -= 1
    last += 1
    while last < len(lines) and not re.match(r"[A-Za-z_@]|# %%", lines[last]):
        last += 1
    while last > starts[-1] + 1 and (not lines[last - 1].strip() or lines[last - 1].startswith("#")):
        last -= 1  # empty lines and comments at the margin belong to what comes next
    return first, last


def _span_of_cell(lines: list[str], at: int) -> tuple[int, int]:
    """The cell around a line: what is between its own marker, if it has one, and the next, without empty lines at the end."""
    marks = [number for number, line in enumerate(lines) if code_cells.MARKER.match(line)]
    first = max((number + 1 for number in marks if number <= at), default=0)
    last = min((number for number in marks if number > at), default=len(lines))
    while last > first and not lines[last - 1].strip():
        last -= 1
    return first, last


def _encoded(text: str, data: bytes, encoding: str) -> bytes:
    """Text as bytes, with the mark and the ends of lines that the file had."""
    if b"\r\n" in data and encoding != "utf-16":
        text = text.replace("\n", "\r\n")
    if encoding == "utf-8-sig" and not data.startswith(b"\xef\xbb\xbf"):
        encoding = "utf-8"
    try:
        return text.encode(encoding)
    except UnicodeEncodeError:
        return text.encode("utf-8", "replace")


def _keep(path: Path, data: bytes) -> Path:
    """Writes the page as it was under its own number; not as .py or .ipynb, or it would be taken for a page."""
    folder = path.parent / FOLDER / BACKUPS
    folder.mkdir(parents=True, exist_ok=True)
    number = 1
    while (kept := folder / f"{path.name}.{number}.bak").exists():
        number += 1
    write_atomically(kept, data)
    return kept
