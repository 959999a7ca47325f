"""The same answer in other words: rewrites that keep the meaning, as a start for an assignment's alternatives.

None of them is trusted: ``draft`` keeps a rewrite only if it gives the same results as the answer.
"""

from __future__ import annotations

import ast
import copy
from collections.abc import Callable

from autograder.authoring.draft_mutants import without_docstring

TURNED = {ast.Lt: ast.Gt, ast.Gt: ast.Lt, ast.LtE: ast.GtE, ast.GtE: ast.LtE, ast.Eq: ast.Eq, ast.NotEq: ast.NotEq}


def rewrites(function: ast.FunctionDef) -> dict[str, str]:
    """Other forms of a function, without its docstring.

    Returns:
        Name of the form -> source of the whole function; only forms that differ from the answer.

    Example:
        >>> one = ast.parse("def double(number):\\n    return 2 * number").body[0]
        >>> sorted(rewrites(one))
        ['in_a_variable_first', 'with_a_function_inside']
    """
    bare = without_docstring(function)
    plain = ast.unparse(bare)
    found = {}
    for name, rewrite in FORMS.items():
        changed = rewrite(copy.deepcopy(bare))
        source = ast.unparse(ast.fix_missing_locations(changed))
        if source != plain and source not in found.values():
            found[name] = source
    return found


class _Statements(ast.NodeTransformer):
    """Exchanges single statements for others; does not look into functions inside."""

    def __init__(self, change: Callable[[ast.stmt], list[ast.stmt] | None]) -> None:
        self.change = change

    def visit(self, node: ast.AST) -> ast.AST | list[ast.stmt]:
        if isinstance(node, ast.stmt) and (new := self.change(node)) is not None:
            return new
        return self.generic_visit(node)


def _in_a_variable_first(function: ast.FunctionDef) -> ast.FunctionDef:
    def change(node: ast.stmt) -> list[ast.stmt] | None:
        if not isinstance(node, ast.Return) or node.value is None or isinstance(node.value, (ast.Name, ast.Constant)):
            return None
        return [_assign("result", node.value), ast.Return(_read("result"))]

    return _Statements(change).generic_visit(function)


def _with_a_loop(function: ast.FunctionDef) -> ast.FunctionDef:
    """A list that is returned or assigned as a comprehension, or a sum of one, is collected in a loop."""

    def change(node: ast.stmt) -> list[ast.stmt] | None:
        if isinstance(node, ast.Return):
            target = "collected"
        elif isinstance(node, ast.Assign) and len(node.targets) == 1 and isinstance(node.targets[0], ast.Name):
            target = node.targets[0].id
        else:
            return None
        value = node.value
        if isinstance(value, ast.Call) and isinstance(value.func, ast.Name) and value.func.id == "sum" and len(value.args) == 1:
            inner = value.args[0]
            step = ast.AugAssign(_write(target), ast.Add(), getattr(inner, "elt", _read("one")))
            begin: ast.expr = ast.Constant(0)
        else:
            inner, begin = value, ast.List([], ast.Load())
            if not isinstance(inner, ast.ListComp):
                return None
            append = ast.Attribute(_read(target), "append", ast.Load())
            step = ast.Expr(ast.Call(append, [inner.elt], []))
        if isinstance(inner, (ast.ListComp, ast.GeneratorExp)):
            if len(inner.generators) != 1:
                return None
            one = inner.generators[0]
            around, over, tests = one.target, one.iter, one.ifs
        else:
            around, over, tests = _write("one"), inner, []
        body: ast.stmt = step
        for test in reversed(tests):
            body = ast.If(test, [body], [])
        lines: list[ast.stmt] = [_assign(target, begin), ast.For(around, over, [body], [])]
        return [*lines, ast.Return(_read(target))] if isinstance(node, ast.Return) else lines

    return _Statements(change).generic_visit(function)


def _with_a_comprehension(function: ast.FunctionDef) -> ast.FunctionDef:
    """An empty list, and a loop that only appends to it, become a comprehension."""
    body = function.body
    for place, (first, loop) in enumerate(zip(body, body[1:], strict=False)):
        if not (isinstance(first, ast.Assign) and isinstance(first.value, ast.List) and not first.value.elts):
            continue
        if not (isinstance(loop, ast.For) and len(loop.body) == 1 and not loop.orelse and isinstance(first.targets[0], ast.Name)):
            continue
        inner, tests = loop.body[0], []
        while isinstance(inner, ast.If) and len(inner.body) == 1 and not inner.orelse:
            tests.append(inner.test)
            inner = inner.body[0]
        name = first.targets[0].id
        if isinstance(inner, ast.Expr) and ast.unparse(inner).startswith(f"{name}.append(") and isinstance(inner.value, ast.Call):
            one = ast.ListComp(inner.value.args[0], [ast.comprehension(loop.target, loop.iter, tests, 0)])
            function.body[place : place + 2] = [_assign(name, one)]
            break
    return function


def _with_an_index(function: ast.FunctionDef) -> ast.FunctionDef:
    """A loop over a sequence that has a name counts its places instead."""

    def change(node: ast.stmt) -> list[ast.stmt] | None:
        if not (isinstance(node, ast.For) and isinstance(node.iter, ast.Name)):
            return None
        places = _call("range", _call("len", node.iter))
        item = ast.Subscript(node.iter, _read("place"), ast.Load())
        return [ast.For(_write("place"), places, [ast.Assign([node.target], item), *node.body], node.orelse)]

    return _Statements(change).generic_visit(function)


def _with_if_and_else_exchanged(function: ast.FunctionDef) -> ast.FunctionDef:
    for node in ast.walk(function):
        if isinstance(node, (ast.If, ast.IfExp)) and node.orelse:
            node.test = ast.UnaryOp(ast.Not(), node.test)
            node.body, node.orelse = node.orelse, node.body
    return function


def _with_an_if_statement(function: ast.FunctionDef) -> ast.FunctionDef:
    def change(node: ast.stmt) -> list[ast.stmt] | None:
        if isinstance(node, ast.Return) and isinstance(node.value, ast.IfExp):
            one = node.value
            return [ast.If(one.test, [ast.Return(one.body)], [ast.Return(one.orelse)])]
        return None

    return _Statements(change).generic_visit(function)


def _with_sides_exchanged(function: ast.FunctionDef) -> ast.FunctionDef:
    for node in ast.walk(function):
        if isinstance(node, ast.Compare) and len(node.ops) == 1 and type(node.ops[0]) in TURNED:
            node.left, node.comparators = node.comparators[0], [node.left]
            node.ops = [TURNED[type(node.ops[0])]()]
    return function


def _written_out(function: ast.FunctionDef) -> ast.FunctionDef:
    def change(node: ast.stmt) -> list[ast.stmt] | None:
        if isinstance(node, ast.AugAssign) and isinstance(node.target, ast.Name):
            return [_assign(node.target.id, ast.BinOp(_read(node.target.id), node.op, node.value))]
        return None

    return _Statements(change).generic_visit(function)


def _with_other_names(function: ast.FunctionDef) -> ast.FunctionDef:
    own = sorted({node.id for node in ast.walk(function) if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store)})
    new = {name: f"my_{name}" for name in own}
    for node in ast.walk(function):
        if isinstance(node, ast.Name) and node.id in new:
            node.id = new[node.id]
    return function


def _with_a_function_inside(function: ast.FunctionDef) -> ast.FunctionDef:
    given = [one.arg for one in (*function.args.posonlyargs, *function.args.args, *function.args.kwonlyargs)]
    if function.args.vararg or function.args.kwarg:
        return function
    parameters = ast.arguments([], [ast.arg(name) for name in given], None, [], [], None, [])
    inner = ast.FunctionDef("answer", parameters, function.body, [], lineno=0, type_params=[])
    function.body = [inner, ast.Return(_call("answer", *map(_read, given)))]
    return function


def _read(name: str) -> ast.Name:
    return ast.Name(name, ast.Load())


def _write(name: str) -> ast.Name:
    return ast.Name(name, ast.Store())


def _call(name: str, *values: ast.expr) -> ast.Call:
    return ast.Call(_read(name), list(values), [])


def _assign(name: str, value: ast.expr) -> ast.Assign:
    return ast.Assign([_write(name)], value, lineno=0)


FORMS: dict[str, Callable[[ast.FunctionDef], ast.FunctionDef]] = {
    "with_a_loop": _with_a_loop,
    "with_a_comprehension": _with_a_comprehension,
    "with_an_index": _with_an_index,
    "with_an_if_statement": _with_an_if_statement,
    "with_if_and_else_exchanged": _with_if_and_else_exchanged,
    "with_sides_exchanged": _with_sides_exchanged,
    "written_out": _written_out,
    "with_other_names": _with_other_names,
    "in_a_variable_first": _in_a_variable_first,
    "with_a_function_inside": _with_a_function_inside,
}
