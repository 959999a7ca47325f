"""A page: a notebook or a script, read as cells. Nothing is run here.

Students' files are read tolerantly: what does not parse costs that statement and is reported; prose, outputs and metadata
are ignored; IPython's magics and shell lines are taken out of the code and mentioned.
"""

from __future__ import annotations

import ast
import itertools
import json
import os
import re
import stat
import tokenize
import warnings
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from autograder.content.syntax_hints import syntax_hint
from autograder.core import file_names, files
from autograder.core.faults import NotRead, Unreadable

ENDINGS = (".py", ".ipynb")  # of a page's name
MAX_BYTES = 100 * 2**20  # a notebook with many pictures in its outputs
MAX_SOURCE = 2 * 2**20  # characters of code
MAX_CELLS = 50_000
MAX_BLANK = 2 * 2**20  # blank lines put before the parts of a text, so that each keeps its line numbers
TRIES = 3  # to read a file that changes meanwhile
HARMLESS = ("O_NONBLOCK", "O_NOCTTY", "O_BINARY", "O_CLOEXEC")  # to open what is no file after all; not every system has all

BEGIN, END = "### BEGIN SOLUTION", "### END SOLUTION"
STUB = "raise NotImplementedError"
MARKER = re.compile(r"^# %%(?P<rest>.*)$")
DEFINITION = re.compile(r"^\s*(?:async\s+)?def\s+(\w+)", re.MULTILINE)
TIMED = re.compile(r"^(\s*)%time\s+(?!-)(?=\S)")  # what stands behind it is run once, as if it stood there alone
PROMPT = re.compile(r"^(?:>>>|\.\.\.)(?: |$)", re.MULTILINE)  # IPython takes it out, too
STATEMENT = re.compile(r"(?![\s)\]}#]|(?:else|elif|except|finally|case)\b)")  # a line at the margin where one may begin
GOES_ON = ("was never closed", "unterminated triple-quoted", "unexpected EOF", "expected 'except' or 'finally'")
MOST_JOINED = 2**21  # characters that are read again to find where statements end
MAGIC = re.compile(r"^(\s*)(?:[%!?]|[\w.,\s]+=\s*[%!](?!=)|[\w.]+\?{1,2}\s*$)")
BODY_MAGICS = ("%%time", "%%timeit", "%%capture", "%%prun")  # their cell is ordinary Python below the first line


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
    """Code cells in order, and what was left out.

    Attributes:
        notes: sentences about it.
        prose: a notebook's text cells, whose ``source`` nobody runs; ``label`` says which kind of cell it is.
    """

    name: str
    cells: tuple[Cell, ...]
    notes: tuple[str, ...] = ()
    prose: tuple[Cell, ...] = ()


def read_page(path: Path) -> Page:
    """Reads a ``.py`` or ``.ipynb`` file.

    Raises:
        Unreadable: missing, empty, too large, not text, not a notebook, or a script of which nothing parses.
    """
    return parse(content(path), file_names.shown(path.name))


def content(path: Path) -> bytes:
    """A file's bytes, as they were at one moment. Whatever else has a page's name is not waited for.

    Raises:
        Unreadable: too large.
        NotRead: missing, not to be opened, no file, or it changes all the time.
    """
    place = file_names.shown(str(path))
    try:
        if (kind := files.kind(path)) not in (files.FILE, files.NOTHING):
            raise NotRead(f"{place} cannot be read ({kind}).")
        for _ in range(TRIES):
            data = _at_one_moment(path)
            if data is not None:
                return data
    except FileNotFoundError:
        raise NotRead(f"There is no file {place}.") from None
    except OSError as error:
        raise NotRead(f"{place} cannot be read: {error.strerror}.") from None
    raise NotRead(f"{place} is changing while it is read. Wait until it is complete.")


def _at_one_moment(path: Path) -> bytes | None:
    """A file's bytes; None if it was written to meanwhile."""
    flags = sum(getattr(os, name, 0) for name in HARMLESS)
    with open(path, "rb", opener=lambda name, _flags: os.open(name, os.O_RDONLY | flags)) as file:
        before = os.fstat(file.fileno())
        if before.st_size > MAX_BYTES:
            name = file_names.shown(path.name)
            raise Unreadable(f"{name} has {before.st_size:,} bytes; a page may have at most {MAX_BYTES:,}.")
        data = file.read(before.st_size + 1)
        after = os.fstat(file.fileno())
    is_whole = stat.S_ISREG(after.st_mode) and len(data) == after.st_size
    return data if is_whole and before.st_mtime_ns == after.st_mtime_ns else None


def parse(data: bytes, name: str) -> Page:
    """Like ``read_page``, for a file's content.

    Args:
        data: the file's bytes.
        name: its name; the ending decides between notebook and script.

    Raises:
        Unreadable: see ``read_page``.
    """
    text, _encoding = decode(data, name)
    if not text.strip():
        raise Unreadable(f"{name} is empty.")
    return _notebook(text, name) if name.lower().endswith(".ipynb") else _script(text, name)


def of_cells(sources: Iterable[tuple[str, str]], name: str) -> Page:
    """A page that is in no file: what a running notebook has been given.

    Args:
        sources: (label, source) of each cell, in order; read like those of a notebook's file.
        name: the page's.
    """
    return Page(name, tuple(cell for label, source in sources for cell in _cells(source, label)[0]))


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
    if isinstance(statement, ast.Expr) and isinstance(statement.value, ast.Constant):
        return statement.value.value is ...
    return isinstance(statement, ast.Pass)


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
    """The whole file as one cell; what does not parse in it is a cell of its own."""
    if len(text) > MAX_SOURCE:
        raise Unreadable(f"{name} has {len(text):,} characters of code; a page may have at most {MAX_SOURCE:,}.")
    cells, notes = _cells(text, name)
    broken = [cell for cell in cells if cell.error]
    if broken and not any(_says_something(cell.source) for cell in cells if not cell.error):
        raise Unreadable(broken[0].error)
    return Page(name, tuple(cells), tuple(notes))


def _says_something(source: str) -> bool:
    """Whether there is more than imports and bare values."""
    return any(not isinstance(one, (ast.Import, ast.ImportFrom, ast.Expr)) for one in tree(source).body)


def _notebook(text: str, name: str) -> Page:
    try:
        content = json.loads(text)
    except (ValueError, RecursionError):
        if re.search(r"^(<<<<<<<|>>>>>>>) ", text, re.MULTILINE):
            raise Unreadable(
                f"{name} contains two versions that Git could not merge (lines that begin with <<<<<<< and >>>>>>>). "
                f"Choose one of them, for example with   git checkout --ours {name}"
            ) from None
        raise Unreadable(f"{name} is not a notebook: it does not hold valid JSON. Was it cut short?") from None
    found = _notebook_cells(content)
    if found is None:
        raise Unreadable(f"{name} is not a notebook: it has no list of cells.")
    cells, notes, prose = [], [], []
    total = 0
    for number, kind, source in found[:MAX_CELLS]:
        total += len(source)
        if total > MAX_SOURCE:
            raise Unreadable(f"{name} has more than {MAX_SOURCE:,} characters of code.")
        if kind != "code":
            prose.append(Cell(source, f"{name}, cell {number}, which is a {kind.capitalize()} cell"))
            continue
        if PROMPT.match(source) and _syntax_error(source, ""):
            source = PROMPT.sub("", source)
        made, said = _cells(source, f"{name}, cell {number}")
        cells.extend(made)
        notes.extend(said)
    if not cells:
        raise Unreadable(f"{name} has no code cells.")
    return Page(name, tuple(cells), tuple(notes), tuple(prose))


def _notebook_cells(content: object) -> list[tuple[int, str, str]] | None:
    """(place, kind, source) of each code cell and of each text cell that defines a function; None if it is none.

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
        if cell["cell_type"] == "code" or DEFINITION.search(source):
            found.append((number, cell["cell_type"], source))
    return found


def _cells(source: str, label: str) -> tuple[list[Cell], list[str]]:
    """A text as one cell; if it does not parse, without its magics, and then in parts: what is broken apart from the rest."""
    if not _syntax_error(source, label):
        return [Cell(source, label)], []
    plain, left_out = _without_magics(source)
    notes = [f"{label}: ignored, because it is not Python: {', '.join(left_out[:3])}"] if left_out else []
    cells = [Cell(plain, label)] if not _syntax_error(plain, label) else _parts(plain, label)
    return cells, notes + [cell.error for cell in cells if cell.error]


def _parts(source: str, label: str) -> list[Cell]:
    """A text that does not parse, divided at its margin: statements that parse stay together, each that does not is alone.

    So a missing colon costs one function. Line n of each part is line n of the whole.
    """
    lines = source.split("\n")  # Python's own lines; ``splitlines`` also splits at characters that a comment may hold
    starts = [number for number, line in enumerate(lines) if line and STATEMENT.match(line)]
    starts = [number for number in starts if number == 0 or not lines[number - 1].startswith("@")]  # below a decorator
    bounds = [0, *[number for number in starts if number], len(lines)]
    parts: list[Cell] = []
    budget, blank, place, good = MOST_JOINED, MAX_BLANK, 0, 0  # good: where statements begin that parse and are in no part yet

    def wrong(start: int, end: int) -> str:
        return _syntax_error("\n".join(lines[start:end]), label, above=start)

    def add(start: int, end: int, error: str = "") -> None:
        if start < end:
            parts.append(Cell("\n" * start + "\n".join(lines[start:end]), label, error))

    while place < len(bounds) - 1:
        start, last = bounds[place], place + 1
        first = error = wrong(start, bounds[last])
        while error and any(sign in error for sign in GOES_ON) and last < len(bounds) - 1 and budget > 0:
            last += 1
            budget -= sum(map(len, lines[start : bounds[last]])) + bounds[last] - start
            error = wrong(start, bounds[last])
        if error:
            last = place + 1
            add(good, start)
            blank -= start
            if blank < 0:  # too many to be told one by one
                add(start, len(lines), first)
                return parts
            add(start, bounds[last], first)
            good = bounds[last]
        place = last
    add(good, len(lines))
    return parts


def _without_magics(source: str) -> tuple[str, list[str]]:
    lines = source.split("\n")
    first = next((line.strip() for line in lines if line.strip()), "")
    if first.startswith("%%") and first.split()[0] not in BODY_MAGICS:
        return "\n" * (len(lines) - 1), [f"the whole {first.split()[0]} cell"]
    kept: list[str] = []
    left_out: list[str] = []
    while len(kept) < len(lines):
        line = lines[len(kept)]
        if not line.strip():  # each of them would cost a tokenizer of its own
            kept.append(line)
            continue
        timed, magic = TIMED.match(line), MAGIC.match(line)
        if timed:
            kept.append(TIMED.sub(r"\1", line))
        elif magic:
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


def _syntax_error(source: str, label: str, above: int = 0) -> str:
    """What is wrong with the text as Python, with the line, a caret and advice; empty if nothing.

    Args:
        above: lines that stand above it in its file or cell.
    """
    try:
        _no_stray_return(tree(source), source)
        return ""
    except SyntaxError as error:
        msg = re.sub(r"\bon line (\d+)", lambda line: f"on line {int(line[1]) + above}", error.msg)
        place = f"{label}, line {(error.lineno or 1) + above}: {msg}{'' if msg.endswith('?') else '.'}"
        if not error.text:
            return place
        line = error.text.rstrip("\n")
        indent = len(line) - len(line.lstrip())
        caret = max((error.offset or 1) - 1 - indent, 0)
        advice = syntax_hint(line, error.msg)
        return f"{place}\n    {line.strip()}\n    {' ' * caret}^" + (f"\n{advice}" if advice else "")
    except (ValueError, RecursionError, MemoryError) as error:
        return f"{label}: Python cannot read this: {type(error).__name__}."


def _no_stray_return(module: ast.Module, source: str) -> None:
    """Python reads a ``return`` outside of functions, and refuses it only when it compiles.

    Raises:
        SyntaxError: as Python would.
    """
    todo: list[ast.AST] = list(module.body)
    while todo:
        node = todo.pop()
        if isinstance(node, (ast.Return, ast.Yield, ast.YieldFrom)):
            what = "return" if isinstance(node, ast.Return) else "yield"
            line = source.split("\n")[node.lineno - 1]
            raise SyntaxError(f"'{what}' outside function", ("", node.lineno, node.col_offset + 1, line))
        if not isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef, ast.Lambda)):
            todo += ast.iter_child_nodes(node)
