"""A text as cells of Python: what does not parse costs the statement that is wrong, not its neighbours."""

from __future__ import annotations

import ast
import re
import warnings
from dataclasses import dataclass

from autograder.content.magics import without_magics
from autograder.content.syntax_hints import syntax_hint
from autograder.core.languages import joined, message

MAX_BLANK = 2 * 2**20  # blank lines put before the parts of a text, so that each keeps its line numbers
MARKER = re.compile(r"^# %%(?P<rest>.*)$")  # begins a cell in a script
DEFINITION = re.compile(r"^\s*(?:async\s+)?def\s+(\w+)", re.MULTILINE)
STATEMENT = re.compile(r"(?![\s)\]}#]|(?:else|elif|except|finally|case)\b)")  # a line at the margin where one may begin
GOES_ON = ("was never closed", "unterminated triple-quoted", "unexpected EOF", "expected 'except' or 'finally'")
MOST_JOINED = 2**21  # characters that are read again to find where statements end


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


def cells_of(source: str, label: str) -> tuple[list[Cell], list[str]]:
    """A text as one cell; if it does not parse, without its magics, and then in parts: what is broken apart from the rest."""
    if not syntax_error(source, label):
        return [Cell(source, label)], []
    plain, left_out = without_magics(source)
    notes: list[str] = []
    if left_out:
        notes.append(message("{label}: ignored, because it is not Python: {lines}", label=label, lines=joined(left_out[:3], ", ")))
    cells = [Cell(plain, label)] if not syntax_error(plain, label) else _parts(plain, label)
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
        return syntax_error("\n".join(lines[start:end]), label, above=start)

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
            if blank < 0:  # too many to be listed one by one
                add(start, len(lines), first)
                return parts
            add(start, bounds[last], first)
            good = bounds[last]
        place = last
    add(good, len(lines))
    return parts


def tree(source: str) -> ast.Module:
    """A text as Python, without warnings: an odd backslash is the student's to hear about when it runs."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        return ast.parse(source)


def syntax_error(source: str, label: str, above: int = 0) -> str:
    """What is wrong with the text as Python, with the line, a caret and advice; empty if nothing.

    Args:
        above: lines that are above it in its file or cell.
    """
    try:
        _no_stray_return(tree(source), source)
        return ""
    except SyntaxError as error:
        msg = re.sub(r"\bon line (\d+)", lambda line: f"on line {int(line[1]) + above}", error.msg)
        msg += "" if msg.endswith("?") else "."
        number = error.lineno or source.partition("\0")[0].count("\n") + 1  # of a null character Python does not say the line
        place = message("{label}, line {line}: {msg}", label=label, line=number + above, msg=msg)
        if not error.text:
            return place
        line = error.text.rstrip("\n")
        indent = len(line) - len(line.lstrip())
        caret = max((error.offset or 1) - 1 - indent, 0)
        advice = syntax_hint(line, error.msg)
        return joined([place, f"    {line.strip()}", f"    {' ' * caret}^", advice], "\n")
    except (ValueError, RecursionError, MemoryError) as error:
        return message("{label}: Python cannot read this: {name}.", label=label, name=type(error).__name__)


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


def called_name(node: ast.expr) -> str:
    """The last name of what is called in an expression, or of what would be; empty if it has none.

    Example:
        >>> [called_name(ast.parse(text, mode="eval").body) for text in ("np.sum(x)", "load", "(lambda: 1)()")]
        ['sum', 'load', '']
    """
    called = node.func if isinstance(node, ast.Call) else node
    return called.attr if isinstance(called, ast.Attribute) else getattr(called, "id", "")
