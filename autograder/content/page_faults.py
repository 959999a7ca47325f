"""What is wrong on the page of an assignment, as far as it can be read off: markers, parameters, names that are asked for."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from autograder.content.assignment import Assignment
from autograder.content.solution_markers import BEGIN, without_solutions
from autograder.content.source_files import in_line
from autograder.core.languages import message
from autograder.core.near_names import suggest

ASKING = ("check", "hint")  # functions that a page calls with the name of an exercise


def faults(assignment: Assignment) -> Iterator[str]:
    """What is wrong on the page of an assignment with its solutions, one sentence each.

    Example:
        ``double.py, line 15: double has no solution markers, so students would get the answer. …``
    """
    name = f"{assignment.name}.py"
    try:
        without_solutions(assignment.source)
    except ValueError as error:
        yield message("{file}, {fault}.", file=name, fault=error)
        return
    lines = assignment.source.splitlines()
    body = ast.parse(assignment.source).body
    written = [node.name for node in body if isinstance(node, ast.FunctionDef)]  # its checks may still have to be written
    known = [*assignment.functions, *(one.name for one in assignment.texts), *written]
    for node in body:
        for asked in _asked_for(node):
            if asked.value not in known:
                near = suggest(str(asked.value), known)
                yield in_line(name, asked.lineno, message("there is no exercise {name}.{near}", name=repr(asked.value), near=near))
        if isinstance(node, ast.FunctionDef) and node.name in assignment.functions:
            if node.args.vararg or node.args.kwonlyargs or node.args.kwarg:
                said = message(
                    "{call} has parameters that a check cannot pass. Use plain ones, with or without a default: def {function}(a, b=1).",
                    call=f"{node.name}({ast.unparse(node.args)})", function=node.name,
                )  # fmt: skip
                yield in_line(name, node.lineno, said)
            if not any(line.strip() == BEGIN for line in lines[node.lineno - 1 : node.end_lineno]):
                said = message(
                    "{function} has no solution markers, so students would get the answer. Write them around it, each in a separate line.",
                    function=node.name,
                )
                yield in_line(name, node.lineno, said)


def _asked_for(node: ast.stmt) -> Iterator[ast.Constant]:
    """The names in the page's own ``check("…")`` and ``hint("…")``."""
    if isinstance(node, ast.Expr) and isinstance(call := node.value, ast.Call) and isinstance(call.func, ast.Name):
        for given in call.args if call.func.id in ASKING else []:
            if isinstance(given, ast.Constant) and isinstance(given.value, str) and not given.value.isdecimal():
                yield given
