"""The mutants of a module: one small change each.

A comparison, a boundary, ``and``/``or``, ``not``, a number, ``True``/``False``, ``+``/``-``, a ``return``, or a ``raise``
that is left out. Docstrings, texts and annotations are left alone.
"""

from __future__ import annotations

import ast
import itertools
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from types import CodeType

COMPARISONS = {
    ast.Lt: ast.LtE, ast.LtE: ast.Lt, ast.Gt: ast.GtE, ast.GtE: ast.Gt, ast.Eq: ast.NotEq, ast.NotEq: ast.Eq,
    ast.Is: ast.IsNot, ast.IsNot: ast.Is, ast.In: ast.NotIn, ast.NotIn: ast.In,
}  # fmt: skip
ARITHMETIC = {ast.Add: ast.Sub, ast.Sub: ast.Add, ast.Mult: ast.Div, ast.Div: ast.Mult, ast.FloorDiv: ast.Div}
FUNCTIONS = (ast.FunctionDef, ast.AsyncFunctionDef)
LONGEST = 160  # characters of the code on each side of a change


@dataclass(frozen=True)
class Mutant:
    """One change of a module.

    Attributes:
        number: it is the ``number``-th that can be made there.
        line: of the innermost statement around it, or of a lambda outside of functions; this is what tests reach.
        text: function and change; unique in its module, and the same wherever the function stands.
        functions: (qualified name, first line) of the functions around it, outermost first; empty if it takes effect when
            the module is imported.
        names: what is bound where it takes effect at import: a constant, a class or a function.
    """

    module: str
    number: int
    line: int
    text: str
    functions: tuple[tuple[str, int], ...] = ()
    names: tuple[str, ...] = ()


@dataclass(frozen=True)
class _Place:
    """Where a node is."""

    line: int = 0
    functions: tuple[tuple[str, int], ...] = ()
    names: tuple[str, ...] = ()
    scope: str = ""  # qualified name of the class or function around it
    shown: ast.AST | None = None  # the expression or statement that says it to a reader


def mutants(module: str, source: str) -> list[Mutant]:
    """All mutants of a module.

    Example:
        >>> [one.text for one in mutants("m", "def f(a):\\n    return a > 1")]
        ['f: return a > 1 → return None', 'f: a > 1 → a >= 1', 'f: a > 1 → a > 2']
    """
    tree = ast.parse(source)
    found, seen = [], Counter()
    for number, (place, apply, undo) in enumerate(_changes(tree)):
        before = _said(place.shown)
        apply()
        after = _said(place.shown)
        undo()
        text = f"{place.scope or 'module'}: {_cut(before)} → {_cut(after)}"
        seen[text] += 1
        text += f" ({seen[text]})" if seen[text] > 1 else ""
        found.append(Mutant(module, number, place.line, text, place.functions, place.names))
    return found


def changed(source: str, number: int) -> ast.Module:
    """The tree of a module with the ``number``-th change made; the lines are still those of the source."""
    tree = ast.parse(source)
    _place, apply, _undo = next(itertools.islice(_changes(tree), number, None))
    apply()
    return ast.fix_missing_locations(tree)


def codes(code: CodeType) -> Iterator[CodeType]:
    """A code object and all inside it."""
    yield code
    for one in code.co_consts:
        if isinstance(one, CodeType):
            yield from codes(one)


def _said(node: ast.AST) -> str:
    text = ast.unparse(node) if not isinstance(node, ast.Expr) else "nothing"
    return " ".join(text.split())


def _cut(text: str) -> str:
    return text if len(text) <= LONGEST else f"{text[: LONGEST // 2]} … {text[-LONGEST // 2 :]}"


Change = tuple[_Place, Callable[[], None], Callable[[], None]]


def _changes(tree: ast.Module) -> Iterator[Change]:
    """(where, what makes the change, what takes it back), in the order of the source."""
    for node, place in _walk(tree, _Place()):
        for shown, holder, name, value in _changes_of(node):
            where = _Place(place.line, place.functions, place.names, place.scope, shown or place.shown or node)
            yield where, *_exchange(holder, name, value)


def _walk(node: ast.AST, place: _Place) -> Iterator[tuple[ast.AST, _Place]]:
    """All nodes in which a change can be made, and where they are."""
    yield node, place
    for name, value in ast.iter_fields(node):
        if name in ("annotation", "returns", "type_comment"):
            continue
        for one in value if isinstance(value, list) else [value]:
            if isinstance(one, ast.AST):
                yield from _walk(one, _inside(node, name, one, place))


def _inside(parent: ast.AST, field: str, node: ast.AST, place: _Place) -> _Place:
    line, functions, names, scope, shown = place.line, place.functions, place.names, place.scope, place.shown
    if isinstance(parent, (*FUNCTIONS, ast.ClassDef)) and field == "body":
        first = min([parent.lineno, *(one.lineno for one in parent.decorator_list)])
        inner = f"{scope}.{parent.name}" if scope else parent.name
        if isinstance(parent, FUNCTIONS):
            functions = (*functions, (_qualified(functions, inner, parent), first))
        scope = inner
    if isinstance(node, ast.stmt):
        line = node.lineno
        if not functions:
            names = (*names, *_bound(node))
    elif isinstance(node, ast.Lambda) and not functions:
        line = node.lineno
    if isinstance(node, (ast.expr, ast.keyword)) and not isinstance(node, (ast.Constant, ast.Name, ast.Slice)):
        if not isinstance(node, ast.UnaryOp) or not isinstance(node.operand, ast.Constant):
            shown = node
    elif isinstance(node, (ast.Return, ast.Assign, ast.AnnAssign, ast.AugAssign, ast.Raise, ast.Delete, ast.Expr, ast.arguments)):
        shown = node
    elif isinstance(node, ast.stmt):
        shown = None
    return _Place(line, functions, names, scope, shown)


def _qualified(outer: tuple[tuple[str, int], ...], scope: str, node: ast.AST) -> str:
    """A function's ``__qualname__``: what stands inside another function has ``<locals>`` in its name."""
    if not outer:
        return scope
    around = outer[-1][0]
    return f"{around}.<locals>{scope[len(around.replace('.<locals>', '')) :]}"


def _bound(node: ast.stmt) -> list[str]:
    """Names that a statement outside of functions binds."""
    if isinstance(node, (*FUNCTIONS, ast.ClassDef)):
        return [node.name]
    targets = node.targets if isinstance(node, ast.Assign) else [getattr(node, "target", None)]
    return [inner.id for one in targets if one is not None for inner in ast.walk(one) if isinstance(inner, ast.Name)]


def _changes_of(node: ast.AST) -> Iterator[tuple[ast.AST | None, object, object, object]]:
    """(what to show, holder, attribute or index, new value) for each change that can be made in this very node."""
    if isinstance(node, ast.Compare):
        for index, operator in enumerate(node.ops):
            yield node, node.ops, index, COMPARISONS[type(operator)]()
    elif isinstance(node, ast.BoolOp):
        yield node, node, "op", ast.Or() if isinstance(node.op, ast.And) else ast.And()
    elif isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.Not):
        yield node, node, "operand", ast.UnaryOp(ast.Not(), node.operand)
    elif isinstance(node, ast.BinOp) and type(node.op) in ARITHMETIC and not _is_text(node):
        yield node, node, "op", ARITHMETIC[type(node.op)]()
    elif isinstance(node, ast.Constant) and type(node.value) in (int, float):
        yield None, node, "value", node.value + 1
    elif isinstance(node, ast.Constant) and isinstance(node.value, bool):
        yield None, node, "value", not node.value
    elif isinstance(node, ast.Return) and node.value is not None and not _is_none(node.value):
        yield node, node, "value", ast.Constant(None)
    elif isinstance(node, ast.Raise) and node.exc is not None:
        yield node, node, "__class__", ast.Expr


def _exchange(holder: object, name: object, value: object) -> tuple[Callable[[], None], Callable[[], None]]:
    """What puts a value in its place, and what puts the old one back."""
    if isinstance(holder, list):
        old = holder[name]
        return lambda: holder.__setitem__(name, value), lambda: holder.__setitem__(name, old)
    if name == "__class__":  # a raise becomes a statement that does nothing

        def left_out() -> None:
            holder.__class__, holder.value = ast.Expr, ast.Constant(None)

        def back() -> None:
            holder.__class__ = ast.Raise

        return left_out, back
    old = getattr(holder, name)
    return lambda: setattr(holder, name, value), lambda: setattr(holder, name, old)


def _is_text(node: ast.BinOp) -> bool:
    return any(
        isinstance(side, ast.JoinedStr) or (isinstance(side, ast.Constant) and isinstance(side.value, str))
        for side in (node.left, node.right)
    )


def _is_none(node: ast.AST) -> bool:
    return isinstance(node, ast.Constant) and node.value is None
