"""Operators on the steps of a calculation: values with and without a name of their own."""

from __future__ import annotations

import ast
import random

from rewrites.program import Program, assign, blocks, is_pure, load, operator, reads, store, to_one_name, writes

SCOPES = (ast.Lambda, ast.ListComp, ast.SetComp, ast.DictComp, ast.GeneratorExp)
SIMPLE = (ast.Assign, ast.AugAssign, ast.Return, ast.Expr, ast.If)


@operator
def walrus(program: Program, chance: random.Random) -> bool:
    """A value gets its name where it is used first: ``return (result := …)``."""
    node = program.node
    if node is None:
        return False
    places = []
    for block in blocks(node):
        for place, (one, other) in enumerate(zip(block, block[1:], strict=False)):
            if (name := to_one_name(one)) and isinstance(other, SIMPLE) and _first_read(other) == name:
                places.append((block, place))
    if places and chance.random() < 0.8:
        block, place = chance.choice(places)
        name = to_one_name(block[place])
        value = block[place].value  # type: ignore[attr-defined]
        _Replaced(name, ast.NamedExpr(store(name), value)).visit(_value_of(block[place + 1]))
        _put_value(block[place + 1], name, value)
        del block[place]
        return True
    returns = [one for one in ast.walk(node) if isinstance(one, ast.Return) and one.value is not None]
    if not returns:
        return False
    one = chance.choice(returns)
    assert one.value is not None
    one.value = ast.NamedExpr(store(program.fresh("result", "outcome")), one.value)
    return True


def _value_of(statement: ast.stmt) -> ast.AST:
    return statement.test if isinstance(statement, ast.If) else statement.value  # type: ignore[attr-defined, no-any-return]


def _put_value(statement: ast.stmt, name: str, value: ast.expr) -> None:
    """Where the value is nothing but the name, it has no parent that the visitor could change."""
    field = "test" if isinstance(statement, ast.If) else "value"
    if isinstance(found := getattr(statement, field), ast.Name) and found.id == name:
        setattr(statement, field, ast.NamedExpr(store(name), value))


class _Replaced(ast.NodeTransformer):
    """Replaces the first place where a name is read."""

    def __init__(self, name: str, value: ast.expr) -> None:
        self.name, self.value, self.done = name, value, False

    def visit_Name(self, node: ast.Name) -> ast.expr:
        if node.id == self.name and not self.done:
            self.done = True
            return self.value
        return node


def _first_read(statement: ast.stmt) -> str:
    """The name that is read before anything else is calculated; empty if that is inside a scope or cannot be said."""
    value = _value_of(statement)
    if value is None:
        return ""
    while True:
        if isinstance(value, ast.Name):
            return value.id
        if isinstance(value, SCOPES) or value is None:
            return ""
        children = [one for one in ast.iter_child_nodes(value) if isinstance(one, (ast.expr, ast.keyword))]
        if isinstance(value, ast.IfExp):
            children = [value.test]
        if isinstance(value, ast.keyword):
            children = [value.value]
        if not children:
            return ""
        value = children[0]
        if isinstance(value, ast.Constant):
            rest = [one for one in children if not isinstance(one, ast.Constant)]
            if not rest:
                return ""
            value = rest[0]


@operator
def result_in_a_variable(program: Program, chance: random.Random) -> bool:
    """``return …`` becomes ``answer = …`` and ``return answer``."""
    node = program.node
    changed = False
    name = program.fresh("answer", "value_to_return")
    for block in list(blocks(node)) if node else ():
        for place, one in reversed(list(enumerate(block))):
            if isinstance(one, ast.Return) and one.value is not None and not isinstance(one.value, (ast.Name, ast.Constant)):
                block[place : place + 1] = [assign(name, one.value), ast.Return(load(name))]
                changed = True
    return changed


@operator
def steps_in_variables(program: Program, chance: random.Random) -> bool:
    """The first part of a long expression gets a name in a line of its own."""
    node = program.node
    places = []
    for block in blocks(node) if node else ():
        for place, one in enumerate(block):
            if isinstance(one, (ast.Assign, ast.Return, ast.Expr)) and isinstance(one.value, (ast.Call, ast.BinOp, ast.Subscript, ast.Compare)):
                first = next((inner for inner in ast.iter_child_nodes(one.value) if isinstance(inner, ast.expr)), None)
                if isinstance(first, ast.Attribute):
                    first = first.value
                if isinstance(first, (ast.Call, ast.BinOp, ast.Subscript, ast.Compare)):
                    places.append((block, place, one, first))
    if not places:
        return False
    block, place, statement, part = chance.choice(places)
    name = program.fresh("step", "part", "first")

    class Named(ast.NodeTransformer):
        def visit(self, inner: ast.AST) -> ast.AST:
            return load(name) if inner is part else self.generic_visit(inner)

    Named().visit(statement)
    block.insert(place, assign(name, part))
    return True


@operator
def variables_inlined(program: Program, chance: random.Random) -> bool:
    """A value that is used once, in the next line and before anything else, is written there."""
    node = program.node
    places = []
    for block in blocks(node) if node else ():
        for place, (one, other) in enumerate(zip(block, block[1:], strict=False)):
            name = to_one_name(one)
            if name and node and isinstance(other, SIMPLE) and _first_read(other) == name and _count(node, name) == 2:
                places.append((block, place, name))
    if not places:
        return False
    block, place, name = chance.choice(places)
    value = block[place].value  # type: ignore[attr-defined]
    following = block[place + 1]
    field = "test" if isinstance(following, ast.If) else "value"
    if isinstance(getattr(following, field), ast.Name):
        setattr(following, field, value)
    else:
        _Replaced(name, value).visit(_value_of(following))
    del block[place]
    return True


def _count(node: ast.AST, name: str) -> int:
    return sum(isinstance(one, ast.Name) and one.id == name for one in ast.walk(node))


@operator
def assigned_together(program: Program, chance: random.Random) -> bool:
    """``a = x`` and ``b = y`` become ``a, b = x, y``, or the other way round."""
    node = program.node
    for block in blocks(node) if node else ():
        for place, one in enumerate(block):
            if isinstance(one, ast.Assign) and len(one.targets) == 1 and isinstance(one.targets[0], ast.Tuple) and isinstance(one.value, ast.Tuple):
                pairs = list(zip(one.targets[0].elts, one.value.elts, strict=False))
                simple = all(isinstance(target, ast.Name) and is_pure(value) for target, value in pairs) and len(pairs) == len(one.value.elts)
                if simple and not writes(one.targets[0]) & reads(one.value):
                    block[place : place + 1] = [ast.Assign([target], value, lineno=0) for target, value in pairs]
                    return True
        for place, (one, other) in enumerate(zip(block, block[1:], strict=False)):
            first, second = to_one_name(one), to_one_name(other)
            if first and second and first != second and first not in reads(other):
                both = ast.Tuple([one.value, other.value], ast.Load())  # type: ignore[attr-defined]
                block[place : place + 2] = [ast.Assign([ast.Tuple([store(first), store(second)], ast.Store())], both, lineno=0)]
                return True
    return False
