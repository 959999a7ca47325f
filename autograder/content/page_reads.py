"""What a function reads in place of its parameters: names that other cells of the page make, and constants of the page.

Read off the text of the page, so it is true whatever the function returns. A right answer is never looked at: these
sentences are said only where a check has failed. A constant or a helper of the page may be used; it is named only
beside a parameter that the function never reads.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator
from typing import TYPE_CHECKING

from autograder.content.statements import Statement, needs
from autograder.core.languages import joined, message, plural, with_and

if TYPE_CHECKING:
    from autograder.content.submission import Submission

LOOKS_AROUND = {"locals", "vars", "dir", "eval", "exec", "globals"}  # a function that calls one may read any name
BY_TEXT = {"globals", "eval", "exec"}  # ways to read a name of the page that is written as a text
OF_A_MODULE = {"vars", "getattr"}  # the same, if they look into the page's own module
PAGE_MODULE = {"__main__", "__name__"}


def sentences(submission: Submission, function: str) -> list[str]:
    """What a function reads that it should not need, and which parameters it never reads."""
    makers = submission.makers.get(function, [])
    node = _callable(makers[-1].node) if makers else None
    if node is None:
        return []
    definition = makers[-1]
    reached = _reached(submission, definition, function)
    made = made_elsewhere(submission, function, reached)
    label = submission.page.cells[definition.cell].label
    given = ", ".join(one.arg for one in _parameters(node))
    if made:
        names = with_and(sorted(made)[:3])
        values = {"label": label, "line": definition.node.lineno, "function": function, "names": names, "given": given}
        return [
            plural(
                "{label}, line {line}: {function} reads {names}, which another cell of the page makes. A function may use only its arguments: {function}({given}).",
                "{label}, line {line}: {function} reads {names}, which other cells of the page make. A function may use only its arguments: {function}({given}).",
                len(made), **values,
            )
        ]
    unread = unread_parameters(node)
    if not unread or not _returns_something(node):
        return []
    constants = _constants(submission, reached)
    instead = message("It reads {name}, which the page defines in line {line}.", name=constants[0][0], line=constants[0][1]) if constants else ""
    said = plural(
        "{label}, line {line}: {function} never reads its parameter {parameters}.",
        "{label}, line {line}: {function} never reads its parameters {parameters}.",
        len(unread), label=label, line=definition.node.lineno, function=function, parameters=with_and(unread),
    )
    return [joined([said, instead])]


def made_elsewhere(submission: Submission, function: str, reached: list[Statement]) -> set[str]:
    """Names that only the page's demonstration makes, and that the function asks for: by name, or as a text."""
    found = submission.find(function)
    names = set(found.demo_names) if found else set()
    demo = submission.demo_made - {name for one in reached for name in one.binds}
    for one in reached:
        if one.is_definition or isinstance(one.node, ast.Assign):
            names |= {name for name in _read_as_text(one.node) if name in demo}
    return names


def unread_parameters(node: ast.FunctionDef | ast.Lambda) -> list[str]:
    """The parameters whose value a function surely never uses: it does not read them, or gives them another value first.

    Example:
        >>> unread_parameters(ast.parse("def f(a, b, c): b = 1; return b + c").body[0])
        ['a', 'b']
    """
    if isinstance(node, ast.FunctionDef) and node.decorator_list:
        return []
    body: list[ast.stmt] = node.body if isinstance(node, ast.FunctionDef) else [ast.Expr(node.body)]
    if any(_calls(one, LOOKS_AROUND) for one in body):
        return []
    return [one.arg for one in _parameters(node) if not _is_read(one.arg, body)]


def _parameters(node: ast.FunctionDef | ast.Lambda) -> list[ast.arg]:
    return [*node.args.posonlyargs, *node.args.args, *node.args.kwonlyargs]


def _is_read(name: str, body: list[ast.stmt]) -> bool:
    for statement in body:
        if _mentions(name, statement):
            return True
        if _replaces(name, statement):
            return False
    return False


def _mentions(name: str, statement: ast.stmt) -> bool:
    """Whether a statement may read a variable, in a function inside it too."""
    for node in ast.walk(statement):
        if isinstance(node, ast.Name) and node.id == name and not isinstance(node.ctx, ast.Store):
            return True
        if isinstance(node, ast.AugAssign) and isinstance(node.target, ast.Name) and node.target.id == name:
            return True
        if isinstance(node, (ast.Global, ast.Nonlocal)) and name in node.names:
            return True
    return False


def _replaces(name: str, statement: ast.stmt) -> bool:
    """Whether a statement always gives a variable another value."""
    targets = statement.targets if isinstance(statement, ast.Assign) else []
    if isinstance(statement, ast.AnnAssign) and statement.value is not None:
        targets = [statement.target]
    return any(isinstance(one, ast.Name) and one.id == name for target in targets for one in ast.walk(target) if not isinstance(target, (ast.Attribute, ast.Subscript)))


def _callable(node: ast.stmt) -> ast.FunctionDef | ast.Lambda | None:
    if isinstance(node, ast.FunctionDef):
        return node
    if isinstance(node, ast.Assign) and isinstance(node.value, ast.Lambda):
        return node.value
    return None


def _returns_something(node: ast.FunctionDef | ast.Lambda) -> bool:
    if isinstance(node, ast.Lambda):
        return True
    return any(isinstance(one, ast.Return) and one.value is not None for one in ast.walk(node))


def _calls(node: ast.AST, names: set[str]) -> bool:
    return any(isinstance(one, ast.Call) and isinstance(one.func, ast.Name) and one.func.id in names for one in ast.walk(node))


def _reached(submission: Submission, definition: Statement, function: str) -> list[Statement]:
    """The statements of the page that a function needs, itself first."""
    found, todo, seen = [definition], list(needs(definition, function)), {function}
    while todo:
        name = todo.pop()
        if name not in seen:
            seen.add(name)
            makers = submission.makers.get(name, ())
            found += makers
            todo += [other for one in makers for other in needs(one, function)]
    return found


def _read_as_text(node: ast.stmt) -> Iterator[str]:
    """Names that are asked for as texts: ``globals()["x_train"]``, ``eval("x_train[0]")``, ``from __main__ import x_train``.

    The keys of a dict that is written out are not: ``{"x_train": …}`` makes one and reads none.
    """
    for one in ast.walk(node):
        if isinstance(one, ast.ImportFrom) and one.module == "__main__":
            yield from (alias.name for alias in one.names)
    if not _calls(node, BY_TEXT) and not (_calls(node, OF_A_MODULE) and _names_the_module(node)):
        return
    keys = {id(key) for one in ast.walk(node) if isinstance(one, ast.Dict) for key in one.keys}
    for one in ast.walk(node):
        if isinstance(one, ast.Constant) and isinstance(one.value, str) and len(one.value) < 1000 and id(one) not in keys:
            try:
                tree = ast.parse(one.value, mode="eval")
            except (SyntaxError, ValueError, RecursionError, MemoryError):
                continue
            yield from (inner.id for inner in ast.walk(tree) if isinstance(inner, ast.Name))


def _names_the_module(node: ast.AST) -> bool:
    """Whether the page's own module is named: ``sys.modules["__main__"]``, ``sys.modules[__name__]``, ``import __main__``."""
    named = {alias.name for one in ast.walk(node) if isinstance(one, ast.Import) for alias in one.names}
    named |= {one.id for one in ast.walk(node) if isinstance(one, ast.Name)}
    named |= {one.value for one in ast.walk(node) if isinstance(one, ast.Constant) and isinstance(one.value, str)}
    return bool(named & PAGE_MODULE)


def _constants(submission: Submission, reached: list[Statement]) -> list[tuple[str, int]]:
    """(Name, line) of the values that the page itself gives a name, no functions, classes or modules, in order."""
    plain = [one for one in reached if not (one.is_import or one.is_definition) and _callable(one.node) is None]
    return [(name, one.node.lineno) for one in plain for name in sorted(one.binds)]
