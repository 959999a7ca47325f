"""A page: a notebook or a script, read as cells. Nothing is run here.

Students' files are read tolerantly: what does not parse costs that cell and is reported; prose, outputs and metadata
are ignored; IPython's magics and shell lines are taken out of the code and mentioned.
"""

from __future__ import annotations

import ast
import itertools
import json
import re
import tokenize
import warnings
from dataclasses import dataclass
from pathlib import Path

ENDINGS = (".py", ".ipynb")  # of a page's name
MAX_BYTES = 100 * 2**20  # a notebook with many pictures in its outputs
MAX_SOURCE = 2 * 2**20  # characters of code
MAX_CELLS = 50_000

BEGIN, END = "### BEGIN SOLUTION", "### END SOLUTION"
STUB = "raise NotImplementedError"
MARKER = re.compile(r"^# %%(?P<rest>.*)$")
DEFINITION = re.compile(r"^\s*(?:async\s+)?def\s+(\w+)", re.MULTILINE)
MAGIC = re.compile(r"^(\s*)(?:[%!?]|[\w.,\s]+=\s*[%!](?!=)|[\w.]+\?{1,2}\s*$)")
BODY_MAGICS = ("%%time", "%%timeit", "%%capture", "%%prun")  # their cell is ordinary Python below the first line


class Unreadable(ValueError):
    """The file is no page. The text says why, in one sentence."""


@dataclass(frozen=True)
class Cell:
    """One code cell.

    Attributes:
        source: Python text, magics taken out; line n is line n of the file (script) or of the cell (notebook).
        label: the file name tracebacks and messages use: ``mnist.py``, ``mnist.ipynb, cell 12``.
        error: the syntax error in it, as one readable text with a caret, or empty.
    """

    source: str
    label: str
    error: str = ""

    @property
    def broken_names(self) -> list[str]:
        """Functions that a cell with a syntax error meant to define."""
        return DEFINITION.findall(self.source) if self.error else []


@dataclass(frozen=True)
class Page:
    """Code cells in order, and sentences about what was left out."""

    name: str
    cells: tuple[Cell, ...]
    notes: tuple[str, ...] = ()


def read(path: Path) -> Page:
    """Reads a ``.py`` or ``.ipynb`` file.

    Raises:
        Unreadable: missing, empty, too large, not text, not a notebook, or a script of which nothing parses.
    """
    return parse(content(path), path.name)


def content(path: Path) -> bytes:
    """A file's bytes.

    Raises:
        Unreadable: missing, too large, or not to be opened.
    """
    try:
        size = path.stat().st_size
        if size > MAX_BYTES:
            raise Unreadable(f"{path.name} has {size:,} bytes; a page may have {MAX_BYTES:,}.")
        return path.read_bytes()
    except FileNotFoundError:
        raise Unreadable(f"There is no file {path}.") from None
    except OSError as error:
        raise Unreadable(f"{path} cannot be read: {error.strerror}.") from None


def parse(data: bytes, name: str) -> Page:
    """Like ``read``, for a file's content.

    Args:
        data: the file's bytes.
        name: its name; the ending decides between notebook and script.

    Raises:
        Unreadable: see ``read``.
    """
    text, _encoding = decode(data, name)
    if not text.strip():
        raise Unreadable(f"{name} is empty.")
    return _notebook(text, name) if name.lower().endswith(".ipynb") else _script(text, name)


def without_solutions(source: str, marked: bool = False) -> str:
    """The page as a student receives it: each marked answer becomes one line that says it is still to be written.

    Args:
        marked: keep the markers around that line, for nbgrader, which puts its own in the place of what they enclose.

    Raises:
        ValueError: a marker without its partner.

    Example:
        >>> print(without_solutions("def one():\\n    ### BEGIN SOLUTION\\n    return 1\\n    ### END SOLUTION"))
        def one():
            raise NotImplementedError
    """
    lines, answer = [], None
    for number, line in enumerate(source.splitlines(), 1):
        if line.strip() == BEGIN:
            if answer is not None:
                raise ValueError(f"line {number}: a second {BEGIN} before {END}")
            answer = number
            lines += [line] * marked + [line.replace(BEGIN, STUB)]
        elif line.strip() == END:
            if answer is None:
                raise ValueError(f"line {number}: {END} without {BEGIN}")
            answer = None
            lines += [line] * marked
        elif answer is None:
            lines.append(line)
    if answer is not None:
        raise ValueError(f"line {answer}: {BEGIN} without {END}")
    return "\n".join(lines) + ("\n" if source.endswith("\n") else "")


def is_stub(function: ast.AST) -> bool:
    """Whether a function's body, docstring aside, is still the stub (or ``pass``, or ``...``)."""
    if not isinstance(function, (ast.FunctionDef, ast.AsyncFunctionDef)):
        return False
    body = function.body[1:] if ast.get_docstring(function, clean=False) is not None else function.body
    return all(_is_empty(statement) for statement in body)


def _is_empty(statement: ast.stmt) -> bool:
    if isinstance(statement, ast.Raise):
        raised = statement.exc.func if isinstance(statement.exc, ast.Call) else statement.exc
        return isinstance(raised, ast.Name) and raised.id == "NotImplementedError"
    ellipsis = isinstance(statement, ast.Expr) and isinstance(statement.value, ast.Constant)
    return isinstance(statement, ast.Pass) or (ellipsis and statement.value.value is ...)


def decode(data: bytes, name: str) -> tuple[str, str]:
    """A file's text with ``\\n`` at the end of its lines, and the encoding it was written in.

    Raises:
        Unreadable: it is not text.
    """
    for mark, encoding in ((b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"), (b"", "utf-8-sig")):
        if data.startswith(mark):
            try:
                text = data.decode(encoding)
            except UnicodeDecodeError:
                if encoding == "utf-16":
                    raise Unreadable(f"{name} is not a text file.") from None
                encoding = "latin-1"
                text = data.decode(encoding)
            break
    if "\0" in text:
        raise Unreadable(f"{name} is not a text file.")
    return text.replace("\r\n", "\n").replace("\r", "\n"), encoding


def _script(text: str, name: str) -> Page:
    """The whole file as one cell; if it does not parse, its ``# %%`` cells one by one."""
    if len(text) > MAX_SOURCE:
        raise Unreadable(f"{name} holds {len(text):,} characters of code; a page may hold {MAX_SOURCE:,}.")
    whole, notes = _cell(text, name, name)
    if not whole.error:
        return Page(name, (whole,), tuple(notes))
    lines = text.split("\n")  # Python's own lines; ``splitlines`` also splits at characters that a comment may hold
    starts = [number for number, line in enumerate(lines) if MARKER.match(line)]
    if not starts:
        raise Unreadable(whole.error)
    cells, notes = [], []
    for start, end in zip([0, *starts], [*starts, len(lines)], strict=True):
        source = "\n" * start + "\n".join(lines[start:end])  # blank lines keep the file's line numbers
        cell, found = _cell(source, name, name)
        cells.append(cell)
        notes.extend(found)
    return Page(name, tuple(cells), tuple(notes))


def _notebook(text: str, name: str) -> Page:
    try:
        content = json.loads(text)
    except (ValueError, RecursionError):
        raise Unreadable(f"{name} is not a notebook: it does not hold valid JSON. Was it cut short?") from None
    found = _notebook_cells(content)
    if found is None:
        raise Unreadable(f"{name} is not a notebook: it has no list of cells.")
    cells, notes = [], []
    total = 0
    for number, source in found[:MAX_CELLS]:
        total += len(source)
        if total > MAX_SOURCE:
            raise Unreadable(f"{name} holds more than {MAX_SOURCE:,} characters of code.")
        cell, said = _cell(source, f"{name}, cell {number}", name)
        cells.append(cell)
        notes.extend(said)
    if not cells:
        raise Unreadable(f"{name} holds no code cell.")
    return Page(name, tuple(cells), tuple(notes))


def _notebook_cells(content: object) -> list[tuple[int, str]] | None:
    """(place, source) of each code cell, whatever the notebook's format version; None if it is none."""
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
        if not isinstance(cell, dict) or cell.get("cell_type") != "code":
            continue
        source = cell.get("source", cell.get("input"))
        if isinstance(source, list):
            source = "".join(part for part in source if isinstance(part, str))
        if isinstance(source, str) and source.strip():
            found.append((number, source.replace("\r\n", "\n").replace("\r", "\n")))
    return found


def _cell(source: str, label: str, name: str) -> tuple[Cell, list[str]]:
    """One cell, with magics taken out if it does not parse with them."""
    error = _syntax_error(source, label)
    if not error:
        return Cell(source, label), []
    plain, left_out = _without_magics(source)
    if not left_out:
        return Cell(source, label, error), [error]
    error = _syntax_error(plain, label)
    notes = [f"{label}: left out, as it is not Python: {', '.join(left_out[:3])}"]
    return Cell(plain, label, error), notes + [error] * bool(error)


def _without_magics(source: str) -> tuple[str, list[str]]:
    lines = source.split("\n")
    first = next((line.strip() for line in lines if line.strip()), "")
    if first.startswith("%%") and first.split()[0] not in BODY_MAGICS:
        return "\n" * (len(lines) - 1), [f"the whole {first.split()[0]} cell"]
    kept, left_out = [], []
    while len(kept) < len(lines):
        line = lines[len(kept)]
        magic = MAGIC.match(line)
        if magic:
            left_out.append(line.strip()[:60])
            kept.append(f"{magic.group(1)}pass")
        else:
            kept += lines[len(kept) : _end(lines, len(kept))]
    return "\n".join(kept), left_out


def _end(lines: list[str], start: int) -> int:
    """The place after a whole line of Python: one that ends inside brackets or a long string goes on in the next."""
    rest = (f"{line}\n" for line in itertools.islice(lines, start, None))
    depth = 0
    try:
        for token in tokenize.generate_tokens(lambda: next(rest, "")):
            if token.type == tokenize.OP:
                depth += (token.string in "([{") - (token.string in ")]}")
            comment = token.type == tokenize.NL and depth <= 0  # or an empty line
            if comment or token.type == tokenize.NEWLINE:
                return start + token.start[0]
    except (tokenize.TokenError, SyntaxError):  # it goes on to the end
        pass
    return len(lines)


def tree(source: str) -> ast.Module:
    """A text as Python, without warnings: an odd backslash is the student's to hear about when it runs."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        return ast.parse(source)


def _syntax_error(source: str, label: str) -> str:
    """What is wrong with the text as Python, with the line and a caret; empty if nothing."""
    try:
        tree(source)
        return ""
    except SyntaxError as error:
        place = f"{label}, line {error.lineno}: {error.msg}{'' if error.msg.endswith('?') else '.'}"
        if not error.text:
            return place
        line = error.text.rstrip("\n")
        indent = len(line) - len(line.lstrip())
        caret = max((error.offset or 1) - 1 - indent, 0)
        return f"{place}\n    {line.strip()}\n    {' ' * caret}^"
    except (ValueError, RecursionError, MemoryError) as error:
        return f"{label}: Python cannot read this: {type(error).__name__}."
