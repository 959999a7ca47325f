"""The calls in the examples of an exercise's description: every student has read them, and their arguments are written out."""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from autograder.content.assignment import Assignment

Arguments = tuple[Any, ...]


def described_calls(assignment: Assignment, function: str) -> list[Arguments]:
    """The arguments of each call in the examples of a function, in the order of the text.

    A call is left out if an argument is not a plain value, as in ``train(model, images)``, or if one is missing.
    """
    names = assignment.parameters[function]
    found: list[Arguments] = []
    for node in (one for source in _examples(assignment.source, function) for one in _nodes(source)):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == function:
            arguments = _arguments(node, list(names))
            if arguments is not None and arguments not in found:
                found.append(arguments)
    return found


def _examples(source: str, function: str) -> list[str]:
    import doctest  # it loads a debugger

    for node in ast.parse(source).body:
        if isinstance(node, ast.FunctionDef) and node.name == function:
            try:
                return [one.source for one in doctest.DocTestParser().get_examples(ast.get_docstring(node) or "")]
            except ValueError:  # a line of it is indented in another way
                return []
    return []


def _nodes(source: str) -> list[ast.AST]:
    try:
        return list(ast.walk(ast.parse(source)))
    except (SyntaxError, ValueError):
        return []


def _arguments(call: ast.Call, names: list[str]) -> Arguments | None:
    """The arguments of a call in the order of the parameters; None if they are not plain values, one for each parameter."""
    if len(call.args) > len(names):
        return None
    given: dict[str | None, ast.expr] = dict(zip(names, call.args, strict=False))
    given.update((one.arg, one.value) for one in call.keywords)
    if set(given) != set(names):
        return None
    try:
        return tuple(ast.literal_eval(given[name]) for name in names)
    except (SyntaxError, TypeError, ValueError):
        return None
