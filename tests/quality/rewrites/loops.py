"""Operators on loops and comprehensions."""

from __future__ import annotations

import ast
import random

from rewrites.program import (
    Program,
    assign,
    blocks,
    call,
    expression,
    load,
    operator,
    own_nodes,
    reads,
    replace_expressions,
    store,
    to_one_name,
)


@operator
def comprehension_as_loop(program: Program, chance: random.Random) -> bool:
    """A list, set, dict or sum that is made in one expression is collected in a loop."""
    node = program.node
    changed = False
    for block in list(blocks(node)) if node else ():
        for place, one in reversed(list(enumerate(block))):
            if not (isinstance(one, ast.Return) or to_one_name(one)) or one.value is None:  # type: ignore[attr-defined]
                continue
            name = to_one_name(one) or program.fresh("collected", "found")
            lines = _collected(name, one.value)  # type: ignore[attr-defined]
            if lines:
                block[place : place + 1] = [*lines, *([ast.Return(load(name))] if isinstance(one, ast.Return) else [])]
                changed = True
    return changed


def _collected(name: str, value: ast.expr) -> list[ast.stmt] | None:
    inner, step = value, None
    if isinstance(value, ast.Call) and isinstance(value.func, ast.Name) and len(value.args) == 1 and not value.keywords:
        inner = value.args[0]
        if isinstance(inner, (ast.GeneratorExp, ast.ListComp)) and value.func.id == "sum":
            step, begin = ast.AugAssign(store(name), ast.Add(), inner.elt), "0"
        elif isinstance(inner, ast.GeneratorExp) and value.func.id == "list":
            step, begin = ast.Expr(ast.Call(ast.Attribute(load(name), "append", ast.Load()), [inner.elt], [])), "[]"
        elif isinstance(inner, ast.GeneratorExp) and value.func.id == "Counter":
            count = ast.AugAssign(ast.Subscript(load(name), inner.elt, ast.Store()), ast.Add(), ast.Constant(1))
            step, begin = count, "Counter()"
    elif isinstance(value, ast.ListComp):
        step, begin = ast.Expr(ast.Call(ast.Attribute(load(name), "append", ast.Load()), [value.elt], [])), "[]"
    elif isinstance(value, ast.SetComp):
        step, begin = ast.Expr(ast.Call(ast.Attribute(load(name), "add", ast.Load()), [value.elt], [])), "set()"
    elif isinstance(value, ast.DictComp):
        step, begin = ast.Assign([ast.Subscript(load(name), value.key, ast.Store())], value.value, lineno=0), "{}"
    if step is None or any(isinstance(one, ast.NamedExpr) for one in ast.walk(value)) or name in reads(inner):
        return None
    body: ast.stmt = step
    for one in reversed(inner.generators):  # type: ignore[attr-defined]
        for test in reversed(one.ifs):
            body = ast.If(test, [body], [])
        body = ast.For(one.target, one.iter, [body], [], lineno=0)
    return [assign(name, ast.parse(begin, mode="eval").body), body]


@operator
def loop_as_comprehension(program: Program, chance: random.Random) -> bool:
    """An empty list, dict or 0, and a loop that only fills it, become one expression."""
    node = program.node
    for block in blocks(node) if node else ():
        for place, (first, loop) in enumerate(zip(block, block[1:], strict=False)):
            name = to_one_name(first)
            if not (name and isinstance(loop, ast.For) and not loop.orelse):
                continue
            found = _comprehension(name, first.value, loop)  # type: ignore[attr-defined]
            if found is not None and name not in reads(found):
                block[place : place + 2] = [assign(name, found)]
                return True
    return False


def _comprehension(name: str, begin: ast.expr, loop: ast.For) -> ast.expr | None:
    generators: list[ast.comprehension] = []
    inner: ast.stmt = loop
    while isinstance(inner, (ast.For, ast.If)) and len(inner.body) == 1 and not inner.orelse:
        if isinstance(inner, ast.For):
            generators.append(ast.comprehension(inner.target, inner.iter, [], 0))
        else:
            generators[-1].ifs.append(inner.test)
        inner = inner.body[0]
    text = ast.unparse(begin)
    if text in ("[]", "list()") and isinstance(inner, ast.Expr) and isinstance(inner.value, ast.Call):
        if ast.unparse(inner.value.func) == f"{name}.append" and len(inner.value.args) == 1:
            return ast.ListComp(inner.value.args[0], generators)
    if text in ("{}", "dict()") and isinstance(inner, ast.Assign) and isinstance(inner.targets[0], ast.Subscript):
        if ast.unparse(inner.targets[0].value) == name:
            return ast.DictComp(inner.targets[0].slice, inner.value, generators)
    if text in ("0", "0.0") and isinstance(inner, ast.AugAssign) and isinstance(inner.op, ast.Add) and ast.unparse(inner.target) == name:
        return ast.Call(load("sum"), [ast.GeneratorExp(inner.value, generators)], [])
    return None


@operator
def loop_over_places(program: Program, chance: random.Random) -> bool:
    """``for x in xs`` counts the places instead, in a ``for`` or in a ``while``; ``enumerate`` becomes ``range``."""
    node = program.node
    found = [(block, place) for block in blocks(node) for place, one in enumerate(block) if isinstance(one, ast.For) and not one.orelse] if node else []
    chance.shuffle(found)
    for block, place in found:
        loop = block[place]
        assert isinstance(loop, ast.For)
        jumps = any(isinstance(one, ast.Continue) for one in ast.walk(loop))
        spot, items = program.fresh("place", "spot"), program.fresh("items", "things")
        over: ast.expr = load(items)
        before: list[ast.stmt] = [assign(items, call("list", loop.iter))]
        if isinstance(loop.iter, ast.Name) and chance.random() < 0.5:
            over, before = loop.iter, []
        item: ast.stmt = ast.Assign([loop.target], ast.Subscript(over, load(spot), ast.Load()), lineno=0)
        length = call("len", over)
        if chance.random() < 0.5 or jumps:
            new: ast.stmt = ast.For(store(spot), call("range", length), [item, *loop.body], [], lineno=0)
        else:
            before.append(assign(spot, ast.Constant(0)))
            step = ast.AugAssign(store(spot), ast.Add(), ast.Constant(1))
            new = ast.While(ast.Compare(load(spot), [ast.Lt()], [length]), [item, *loop.body, step], [])
        block[place : place + 1] = [*before, new]
        return True
    return False


@operator
def loop_with_an_iterator(program: Program, chance: random.Random) -> bool:
    """``for`` becomes ``while True`` with ``next`` and ``StopIteration``."""
    node = program.node
    found = [(block, place) for block in blocks(node) for place, one in enumerate(block) if isinstance(one, ast.For) and not one.orelse] if node else []
    if not found:
        return False
    block, place = chance.choice(found)
    loop = block[place]
    assert isinstance(loop, ast.For)
    name = program.fresh("iterator", "rest")
    step = ast.Try(
        [ast.Assign([loop.target], call("next", load(name)), lineno=0)],
        [ast.ExceptHandler(load("StopIteration"), None, [ast.Break()])],
        [],
        [],
    )
    block[place : place + 1] = [assign(name, call("iter", loop.iter)), ast.While(ast.Constant(True), [step, *loop.body], [])]
    return True


@operator
def comprehension_as_map(program: Program, chance: random.Random) -> bool:
    """``[f(x) for x in xs]`` becomes ``list(map(lambda x: f(x), xs))``, with ``filter`` for its ``if``."""

    def change(node: ast.expr) -> ast.expr | None:
        if not isinstance(node, (ast.ListComp, ast.GeneratorExp, ast.SetComp)) or len(node.generators) != 1:
            return None
        one = node.generators[0]
        if not isinstance(one.target, ast.Name) or len(one.ifs) > 1 or any(isinstance(inner, ast.NamedExpr) for inner in ast.walk(node)):
            return None
        given = ast.arguments([], [ast.arg(one.target.id)], None, [], [], None, [])
        over = one.iter
        for test in one.ifs:
            over = call("filter", ast.Lambda(given, test), over)
        mapped = call("map", ast.Lambda(given, node.elt), over)
        return mapped if isinstance(node, ast.GeneratorExp) else call("list" if isinstance(node, ast.ListComp) else "set", mapped)

    return program.node is not None and replace_expressions(program.node, change, chance)


@operator
def generator_as_list(program: Program, chance: random.Random) -> bool:
    """A generator expression becomes a list, or the other way round inside ``list(…)``."""

    def change(node: ast.expr) -> ast.expr | None:
        if isinstance(node, ast.GeneratorExp):
            return ast.ListComp(node.elt, node.generators)
        if isinstance(node, ast.ListComp):
            return call("list", ast.GeneratorExp(node.elt, node.generators))
        return None

    return program.node is not None and replace_expressions(program.node, change, chance)


@operator
def zip_as_places(program: Program, chance: random.Random) -> bool:
    """``for a, b in zip(x, y)`` becomes a loop over the places of both; ``enumerate(x)`` becomes ``zip(range(len(x)), x)``."""
    node = program.node
    found = [one for one in own_nodes(node) if isinstance(one, ast.For)] if node else []
    chance.shuffle(found)
    for loop in found:
        text = ast.unparse(loop.iter)
        if not isinstance(loop.iter, ast.Call) or not isinstance(loop.target, ast.Tuple) or not all(isinstance(one, ast.Name) for one in loop.iter.args):
            continue
        if text.startswith("enumerate(") and len(loop.iter.args) == 1 and not loop.iter.keywords:
            loop.iter = expression("zip(range(len(A)), A)", A=loop.iter.args[0])
            return True
        if text.startswith("zip(") and len(loop.iter.args) == len(loop.target.elts) == 2:
            spot = program.fresh("place", "spot")
            pairs = [ast.Subscript(one, load(spot), ast.Load()) for one in loop.iter.args]
            loop.body.insert(0, ast.Assign([loop.target], ast.Tuple(pairs, ast.Load()), lineno=0))  # type: ignore[arg-type]
            loop.iter = expression("range(min(len(A), len(B)))", A=loop.iter.args[0], B=loop.iter.args[1])
            loop.target = store(spot)
            return True
    return False
