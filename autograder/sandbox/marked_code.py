"""A page's function with marks set into it, and what they take down while it runs: for questions about one's own code.

The marks are calls between the function's own statements, so what is counted are statements. The events of a tracer would be
counted otherwise: their number differs between versions of Python. Only the function's own statements have marks, and none inside
of a function, a lambda or a class in it: how often a library calls one of these is the library's affair.
"""

from __future__ import annotations

import ast
import copy
import types
from collections.abc import Callable
from typing import Any

from autograder.sandbox import marked_values

MARKS_NAME = "__autograder_marks__"  # by which the marks are called; no page has it
MOST_MARKS = 20_000  # that a call may take down; a longer one is not asked about
_LOOPS = (ast.For, ast.While)
_COMPREHENSIONS = (ast.ListComp, ast.SetComp, ast.GeneratorExp, ast.DictComp)
_SCOPES = (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef, ast.Lambda)


class TooManyMarks(BaseException):
    """The call does too much to ask about it. Not an ``Exception``, so that no page catches it by accident."""


class StatementMarks:
    """What one call of a marked function did.

    Attributes:
        loops: line -> how often the loop's body was begun. items: line -> how many items a comprehension gave.
        branches: line -> how often the condition was false, and how often true.
        values: (line, name) -> how often the line gave it a value, and the last one, see ``marked_values.noted_value``.
        returns: line -> how often it ended the call, and the last value.
    """

    def __init__(self) -> None:
        self.clear()

    def clear(self) -> None:
        self.loops: dict[int, int] = {}
        self.items: dict[int, int] = {}
        self.branches: dict[int, list[int]] = {}
        self.values: dict[tuple[int, str], list[Any]] = {}
        self.returns: dict[int, list[Any]] = {}
        self.count = 0

    def loop(self, line: int) -> None:
        self._counted()
        self.loops[line] = self.loops.get(line, 0) + 1

    def item(self, line: int, value: Any) -> Any:
        self._counted()
        self.items[line] = self.items.get(line, 0) + 1
        return value

    def branch(self, line: int, condition: Any) -> bool:
        self._counted()
        truth = bool(condition)
        self.branches.setdefault(line, [0, 0])[truth] += 1
        return truth

    def value(self, line: int, name: str, value: Any) -> None:
        self._counted()
        before = self.values.get((line, name), [0])[0]
        self.values[line, name] = [before + 1, marked_values.noted_value(value)]

    def given(self, line: int, value: Any) -> Any:
        self._counted()
        before = self.returns.get(line, [0])[0]
        self.returns[line] = [before + 1, marked_values.noted_value(value)]
        return value

    def as_plain_data(self) -> dict[str, list[tuple[Any, ...]]]:
        """Rows of each kind, in the order of the lines."""
        return {
            "loops": sorted(self.loops.items()),
            "items": sorted(self.items.items()),
            "branches": sorted((line, *counts) for line, counts in self.branches.items()),
            "values": [(line, name, *found) for (line, name), found in sorted(self.values.items())],
            "returns": [(line, *found) for line, found in sorted(self.returns.items())],
        }

    def _counted(self) -> None:
        self.count += 1
        if self.count > MOST_MARKS:
            raise TooManyMarks


def run_marked(
    cells: list[dict[str, Any]],
    function: str,
    left_out: int | None,
    compiled: Callable[[ast.Module, str], types.CodeType],
) -> tuple[dict[str, Any], StatementMarks]:
    """Runs definitions in fresh names, with marks in one function.

    Args:
        cells: see ``content.slicing.Slice``.
        left_out: a statement of the function, by its line, that is left out; None for none.
        compiled: makes code of a cell's tree, under the cell's file name.

    Returns:
        The names, and the marks.
    """
    marks = StatementMarks()
    names: dict[str, Any] = {"__name__": "__page__", MARKS_NAME: marks}
    trees = [(ast.parse(cell["source"], cell["filename"]), cell) for cell in cells]
    for tree, cell in trees:
        tree.body = [tree.body[pick] for pick in cell["picks"]]
    found = [(tree, place) for tree, _ in trees for place, node in enumerate(tree.body) if _defines(node, function)]
    if found:
        tree, place = found[-1]
        tree.body[place] = with_marks(tree.body[place], left_out)
    for tree, cell in trees:
        exec(compiled(tree, cell["filename"]), names)
    return names, marks


def _defines(node: ast.stmt, function: str) -> bool:
    return isinstance(node, ast.FunctionDef) and node.name == function


def with_marks(function: ast.stmt, left_out: int | None = None) -> ast.stmt:
    """A definition with marks in it, and without the statement in a line."""
    new = copy.deepcopy(function)
    assert isinstance(new, ast.FunctionDef)
    new.body = _MarkSetter(left_out).block(new.body)
    return ast.fix_missing_locations(new)


class _MarkSetter(ast.NodeTransformer):
    def __init__(self, left_out: int | None) -> None:
        self.left_out = left_out

    def block(self, statements: list[ast.stmt]) -> list[ast.stmt]:
        made: list[ast.stmt] = []
        for one in statements:
            if one.lineno == self.left_out:
                made.append(ast.copy_location(ast.Pass(), one))
                continue
            names = assigned_names(one)  # before it is changed
            new = self.visit(one)
            made.append(new)
            made += [ast.copy_location(ast.Expr(_call("value", one, ast.Constant(name), ast.Name(name, ast.Load()))), one) for name in names]
        return made

    def visit(self, node: ast.AST) -> Any:
        if isinstance(node, _SCOPES):
            return node
        return super().visit(node)

    def generic_visit(self, node: ast.AST) -> Any:
        for name, value in ast.iter_fields(node):
            if isinstance(value, list) and value and isinstance(value[0], ast.stmt):
                setattr(node, name, self.block(value))
            elif isinstance(value, list):
                setattr(node, name, [self.visit(one) if isinstance(one, ast.AST) else one for one in value])
            elif isinstance(value, ast.AST):
                setattr(node, name, self.visit(value))
        if isinstance(node, _LOOPS):
            node.body.insert(0, ast.copy_location(ast.Expr(_call("loop", node)), node))
        elif isinstance(node, ast.If):
            node.test = _call("branch", node, node.test)
        elif isinstance(node, ast.Return) and node.value is not None:
            node.value = _call("given", node, node.value)
        elif isinstance(node, ast.DictComp):
            node.value = _call("item", node, node.value)
        elif isinstance(node, _COMPREHENSIONS):
            node.elt = _call("item", node, node.elt)  # type: ignore[attr-defined]
        return node


def assigned_names(statement: ast.stmt) -> list[str]:
    """The plain names that an assignment gives a value to."""
    if isinstance(statement, ast.Assign):
        targets = [one for target in statement.targets for one in (target.elts if isinstance(target, ast.Tuple) else [target])]
    elif isinstance(statement, ast.AugAssign) or (isinstance(statement, ast.AnnAssign) and statement.value is not None):
        targets = [statement.target]
    else:
        return []
    return [one.id for one in targets if isinstance(one, ast.Name)]


def _call(method: str, at: ast.AST, *arguments: ast.expr) -> ast.Call:
    """``MARKS_NAME.method(line, …)``, in the place of a node."""
    marks = ast.Attribute(ast.Name(MARKS_NAME, ast.Load()), method, ast.Load())
    call = ast.Call(marks, [ast.Constant(at.lineno), *arguments], [])  # type: ignore[attr-defined]
    return ast.copy_location(call, at)
