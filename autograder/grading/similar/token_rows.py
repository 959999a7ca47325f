"""A program as rows of tokens: one row for each statement, in which the names that its author gave are all the same.

Rows stay what they are if variables get other names, if statements change places, or if some move into a helper function.
Types in annotations, docstrings, comments and layout are in no row, and neither is where a library's function comes from:
``np.mean`` is the same as ``mean`` imported from NumPy, a number or a text with a name on the page is that number or text, and what is done where an import fails is left out with it. Nothing here is recursive, because a student's program may be nested deeply.
"""

from __future__ import annotations

import ast
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

MOST_TOKENS = 6000  # of one answer: whatever a person writes for one exercise is shorter
LONGEST_TOKEN = 200  # characters: a longer text is told apart by its beginning and its length
OWN = "·"  # any name that the author gave
NO_ROW = (ast.Import, ast.ImportFrom, ast.Pass, ast.Global, ast.Nonlocal)
BLOCKS = (ast.stmt, ast.ExceptHandler, ast.match_case)
LEFT_OUT = (ast.expr_context, ast.operator, ast.unaryop, ast.cmpop, ast.boolop)  # said with the node that has them


class TooManyTokens(Exception):
    """A program has more tokens than are compared."""


class Span(NamedTuple):
    """Where a token is: its cell, and in it the lines (from 1) and columns (bytes from 0), as ``ast`` counts them."""

    cell: int
    line: int
    column: int
    end_line: int
    end_column: int


@dataclass(frozen=True)
class TokenRow:
    """One statement without the statements inside of it.

    Attributes:
        tokens: in the order of the syntax tree. spans: where each is; None for what is not a piece of text.
    """

    tokens: tuple[str, ...]
    spans: tuple[Span | None, ...]


def rows_of(statements: Iterable[tuple[int, ast.stmt]]) -> list[TokenRow]:
    """A program's rows, in the order of its text.

    Args:
        statements: at the top of the page, each with the number of its cell.

    Raises:
        TooManyTokens: more than ``MOST_TOKENS``.

    Example:
        >>> program = ast.parse("def twice(number):\\n    return 2 * number")
        >>> [row.tokens for row in rows_of([(0, one) for one in program.body])]
        [('def', '·'), ('Return', 'Mult', '2', '·')]
    """
    given = list(statements)
    names = _Names([node for _cell, node in given])
    rows: list[TokenRow] = []
    total = 0
    todo: list[tuple[int, ast.AST]] = [*reversed([one for one in given if _constant(one[1])[0] not in names.constants])]
    while todo:
        cell, node = todo.pop()
        inner: list[ast.AST] = []
        if not isinstance(node, NO_ROW) and not _is_text(node) and not _tries_imports(node):
            found = list(_tokens(node, names, cell, inner))
            total += len(found)
            if total > MOST_TOKENS:
                raise TooManyTokens
            if found:
                rows.append(TokenRow(tuple(text for text, _span in found), tuple(span for _text, span in found)))
        todo += [(cell, one) for one in reversed(inner)]
    return rows


class _Names:
    """What the names of a program stand for."""

    def __init__(self, statements: Sequence[ast.stmt]) -> None:
        self.own: set[str] = set()
        self.members: set[str] = set()  # attributes that the program gives a value to, and methods that it defines
        self.imported: dict[str, str] = {}  # each with the last part of its name
        for node in (inner for one in statements for inner in ast.walk(one)):
            self._take(node)
        self.own -= self.imported.keys()
        given = Counter(node.id for one in statements for node in ast.walk(one) if isinstance(node, ast.Name) and not isinstance(node.ctx, ast.Load))
        self.constants = {name: repr(value) for one in statements for name, value in [_constant(one)] if name and given[name] == 1}

    def _take(self, node: ast.AST) -> None:
        if isinstance(node, ast.Name) and not isinstance(node.ctx, ast.Load):
            self.own.add(node.id)
        elif isinstance(node, ast.arg):
            self.own.add(node.arg)
        elif isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef, ast.ExceptHandler, ast.MatchAs, ast.MatchStar)) and node.name:
            self.own.add(node.name)
        elif isinstance(node, ast.MatchMapping) and node.rest:
            self.own.add(node.rest)
        elif isinstance(node, ast.Import):
            for one in node.names:
                first, _dot, _rest = one.name.partition(".")
                self.imported[one.asname or first] = one.name.rpartition(".")[2] if one.asname else first
        elif isinstance(node, ast.ImportFrom):
            for one in node.names:
                self.imported[one.asname or one.name] = one.name
        elif isinstance(node, ast.Attribute) and isinstance(node.ctx, ast.Store):
            self.members.add(node.attr)
        if isinstance(node, ast.ClassDef):
            self.members |= {one.name for one in node.body if isinstance(one, (ast.FunctionDef, ast.AsyncFunctionDef))}

    def token(self, name: str) -> str:
        """Of a name that is read or written; what was imported is an attribute of its library."""
        if name in self.imported:
            return f".{self.imported[name]}"
        if name in self.constants:
            return self.constants[name]
        return OWN if name in self.own and not (name.startswith("__") and name.endswith("__")) else name

    def is_of_a_library(self, node: ast.AST) -> bool:
        """Whether an expression is an attribute of an imported name: the names before the last say only where it is."""
        while isinstance(node, ast.Attribute):
            node = node.value
        return isinstance(node, ast.Name) and node.id in self.imported

    def member(self, name: str) -> str:
        return f".{OWN}" if name in self.members and not name.startswith("__") else f".{name}"


def _tokens(node: ast.AST, names: _Names, cell: int, inner: list[ast.AST]) -> Iterator[tuple[str, Span | None]]:
    """The tokens of a statement; ``inner`` takes in the statements inside of it."""
    todo = [node]
    while todo:
        one = todo.pop()
        if one is not node and isinstance(one, BLOCKS):
            inner.append(one)
            continue
        span = _span(one, cell)
        for text in _texts(one, names):
            yield text if len(text) <= LONGEST_TOKEN else f"{text[:LONGEST_TOKEN]}… {len(text)}", span
        todo += reversed([] if isinstance(one, ast.Attribute) and names.is_of_a_library(one) else _parts(one))


def _texts(node: ast.AST, names: _Names) -> list[str]:
    """The tokens of a node itself."""
    match node:
        case ast.Name():
            return [names.token(node.id)]
        case ast.Attribute():
            return [names.member(node.attr)]
        case ast.Constant():
            return [repr(node.value) if not isinstance(node.value, int) or node.value.bit_length() < LONGEST_TOKEN else "a long number"]
        case ast.arg():
            return [OWN]
        case ast.keyword():
            return ["**" if node.arg is None else f"{OWN if node.arg in names.own else node.arg}="]
        case ast.FunctionDef() | ast.AsyncFunctionDef():
            return ["def"]
        case ast.BinOp() | ast.UnaryOp() | ast.BoolOp():
            return [type(node.op).__name__]
        case ast.AugAssign():
            return ["AugAssign", type(node.op).__name__]
        case ast.Compare():
            return [" ".join(type(one).__name__ for one in node.ops)]
        case ast.AnnAssign():
            return ["Assign"] if node.value is not None else []
        case ast.Expr() | ast.arguments() | ast.Load() | ast.Store() | ast.Del():
            return []
    return [] if isinstance(node, LEFT_OUT) else [type(node).__name__]


def _parts(node: ast.AST) -> list[ast.AST]:
    """The nodes inside, in the order of the syntax tree, without annotations; all of what has none is left out."""
    if isinstance(node, ast.AnnAssign):
        return [node.target, node.value] if node.value is not None else []
    return [
        one
        for field, value in ast.iter_fields(node)
        if field not in ("annotation", "returns", "type_params")
        for one in (value if isinstance(value, list) else [value])
        if isinstance(one, ast.AST)
    ]


def _span(node: ast.AST, cell: int) -> Span | None:
    """The text of a node that is only its own; of a statement its first word."""
    line, column, end_line, end_column = (getattr(node, name, None) for name in ("lineno", "col_offset", "end_lineno", "end_col_offset"))
    if line is None or column is None or end_line is None or end_column is None:
        return None
    if isinstance(node, ast.Attribute):
        return Span(cell, end_line, max(0, end_column - len(node.attr.encode())), end_line, end_column)
    if isinstance(node, ast.keyword) and node.arg:
        return Span(cell, line, column, line, column + len(node.arg.encode()))
    if isinstance(node, (ast.Name, ast.Constant, ast.arg)):
        return Span(cell, line, column, end_line, end_column)
    if isinstance(node, (ast.Return, ast.For, ast.While, ast.If, ast.With, ast.Try, ast.Raise, ast.Assert, ast.FunctionDef, ast.ClassDef, ast.Lambda)):
        return Span(cell, line, column, line, column + 1)
    return None


def _constant(node: ast.AST) -> tuple[str, object]:
    """A name that a statement gives to a number or a text, and the value; an empty name if it does something else."""
    if isinstance(node, ast.Assign) and len(node.targets) == 1 and isinstance(node.targets[0], ast.Name) and isinstance(node.value, ast.Constant):
        return node.targets[0].id, node.value.value
    return "", None


def _tries_imports(node: ast.AST) -> bool:
    """Whether a statement only says what to do where a library is not installed."""
    return isinstance(node, ast.Try) and all(isinstance(one, (ast.Import, ast.ImportFrom)) for one in node.body)


def _is_text(node: ast.AST) -> bool:
    """Whether a statement is a docstring, or a text in the place of a comment."""
    return isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant) and isinstance(node.value.value, str)

