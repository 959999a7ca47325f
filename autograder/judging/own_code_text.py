"""What the text of a student's function says about which of its lines a question may be about: where there is only one answer.

It is read, never run. What depends on a clock, on chance, on the machine, on the order of a set or on memory that was not filled is not asked about.
"""

from __future__ import annotations

import ast
import functools
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from autograder.content.slicing import Slice

LONGEST_LINE = 110  # characters of a line that is shown
ON_THE_MACHINE = frozenset(
    "time datetime date today now perf_counter monotonic id hash os sys platform socket uuid secrets getpid environ getenv urandom gc weakref "
    "threading multiprocessing subprocess psutil inspect locals globals eval exec open input".split()
)  # names: what they give is another value each time, or on another machine
CHANCE = frozenset("random rng default_rng RandomState Generator shuffle permutation permuted choice randint rand randn sample seed".split())
IN_NO_ORDER = frozenset({"set", "frozenset"})
UNFILLED = frozenset("empty empty_like empty_strided new_empty ndarray recarray".split())  # arrays: where nothing is written, anything may stand
SCOPES = (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef, ast.Lambda)
LOOPS = (ast.For, ast.While)
COMPREHENSIONS = (ast.ListComp, ast.SetComp, ast.GeneratorExp, ast.DictComp)


@dataclass(frozen=True)
class FunctionText:
    """One function's own statements.

    Attributes:
        node: its definition. lines: of the file or cell that it is in.
        steady: what the function does is the same each time, as far as its text says; ordered: and depends on the order of no set, and on nothing that stood in memory before.
    """

    node: ast.FunctionDef
    lines: list[str]
    steady: bool
    ordered: bool

    @functools.cached_property
    def statements(self) -> dict[int, ast.stmt]:
        """Line -> the only statement that begins there; without the description."""
        found = [one for one in _own(self.node.body) if not _is_a_text(one)]
        begun = Counter(one.lineno for one in found)
        covered = Counter(line for one in found for line in range(one.lineno, _head_end(one) + 1))
        return {one.lineno: one for one in found if begun[one.lineno] == 1 and covered[one.lineno] == 1}

    @functools.cached_property
    def comprehensions(self) -> set[int]:
        """Lines on which exactly one comprehension begins, one that is part of no other."""
        found = [node for one in _own(self.node.body) for node in _comprehensions(one)]
        begun = Counter(node.lineno for node, _depth in found)
        return {node.lineno for node, depth in found if begun[node.lineno] == 1 and not depth and node.lineno in self.statements}

    def code(self, line: int) -> str:
        """A statement's first line as it is shown; empty where it is too long for that."""
        text = self.lines[line - 1].strip() if 0 < line <= len(self.lines) else ""
        one = self.statements.get(line)
        if one is not None and one.end_lineno == line:  # without a comment behind it
            text = self.lines[line - 1].encode()[: one.end_col_offset].decode().strip()
        more = " …" if one is not None and _head_end(one) > line else ""
        return text + more if 0 < len(text) <= LONGEST_LINE and text.isprintable() else ""

    def can_be_left_out(self, line: int) -> bool:
        """Whether a question may leave out the statement of a line: without it every loop still has an end."""
        one = self.statements.get(line)
        if isinstance(one, ast.If):
            return not one.orelse and not isinstance(one.body[-1], (ast.Raise, ast.Return))
        return isinstance(one, (ast.Assign, ast.AugAssign, ast.Expr)) and not any(isinstance(node, ast.While) for node in ast.walk(self.node))


def function_text(piece: Slice, function: str) -> FunctionText | None:
    """The text of a page's function; None where no question about its lines has only one answer.

    Args:
        piece: what the function needs of its page: all of it decides whether it does the same each time.
    """
    nodes: list[tuple[ast.stmt, str]] = []
    for cell in piece.cells:
        try:
            body = ast.parse(cell["source"]).body
        except (SyntaxError, ValueError, RecursionError, MemoryError):
            return None
        nodes += [(body[pick], cell["source"]) for pick in cell["picks"]]
    found = [(node, source) for node, source in nodes if getattr(node, "name", "") == function]
    if not found:
        return None
    node, source = found[-1]
    words = _words(one for one, _source in nodes)
    if not isinstance(node, ast.FunctionDef) or node.decorator_list or _calls_itself(node) or _is_lazy(node):
        return None
    steady = not words & (ON_THE_MACHINE | CHANCE)
    ordered = not words & (IN_NO_ORDER | UNFILLED) and not any(isinstance(part, (ast.Set, ast.SetComp)) for one, _source in nodes for part in ast.walk(one))
    return FunctionText(node, source.split("\n"), steady, ordered)


def _own(statements: list[ast.stmt]) -> Iterator[ast.stmt]:
    """Statements and those in them, without the insides of other functions and classes."""
    for one in statements:
        yield one
        if isinstance(one, SCOPES):
            continue
        for child in ast.iter_child_nodes(one):
            if isinstance(child, ast.stmt):
                yield from _own([child])
            elif isinstance(child, (ast.ExceptHandler, ast.match_case)):
                yield from _own(child.body)


def _head_end(statement: ast.stmt) -> int:
    """The last line of a statement, of a compound one that of its first part."""
    body = getattr(statement, "body", None)
    if isinstance(body, list) and body:
        return max(statement.lineno, int(body[0].lineno) - 1) if body[0].lineno > statement.lineno else int(statement.end_lineno or 0)
    return int(statement.end_lineno or statement.lineno)


def _comprehensions(statement: ast.stmt) -> Iterator[tuple[ast.expr, int]]:
    """A statement's own comprehensions, and in how many others each is."""

    def inside(node: ast.AST, depth: int) -> Iterator[tuple[ast.expr, int]]:
        for child in ast.iter_child_nodes(node):
            if isinstance(child, (ast.stmt, ast.excepthandler, ast.match_case, *SCOPES)):
                continue
            is_one = isinstance(child, COMPREHENSIONS)
            if isinstance(child, COMPREHENSIONS):
                yield child, depth
            yield from inside(child, depth + is_one)

    if not isinstance(statement, SCOPES):
        yield from inside(statement, 0)


def _words(nodes: Iterator[ast.stmt]) -> set[str]:
    """All names that statements use, those of attributes and imported modules too."""
    found: set[str] = set()
    for node in nodes:
        for part in ast.walk(node):
            if isinstance(part, ast.Name):
                found.add(part.id)
            elif isinstance(part, ast.Attribute):
                found.add(part.attr)
            elif isinstance(part, (ast.Import, ast.ImportFrom)):
                found |= {word for alias in part.names for word in alias.name.split(".")}
                found |= set((getattr(part, "module", "") or "").split("."))
    return found


def _calls_itself(node: ast.FunctionDef) -> bool:
    return any(isinstance(part, ast.Name) and part.id == node.name for one in node.body for part in ast.walk(one))


def _is_lazy(node: ast.FunctionDef) -> bool:
    return any(isinstance(part, (ast.Yield, ast.YieldFrom, ast.Await)) for part in ast.walk(node))


def _is_a_text(statement: ast.stmt) -> bool:
    return isinstance(statement, ast.Expr) and isinstance(statement.value, ast.Constant)
