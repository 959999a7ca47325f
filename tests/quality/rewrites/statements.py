"""Operators on whole statements: their order, and how branches are written."""

from __future__ import annotations

import ast
import random

from rewrites.program import (
    Program,
    after_docstring,
    assign,
    blocks,
    call,
    is_pure,
    load,
    operator,
    own_nodes,
    own_returns,
    parameters,
    reads,
    replace_expressions,
    store,
    to_one_name,
    writes,
)

TURNED = {ast.Lt: ast.Gt, ast.Gt: ast.Lt, ast.LtE: ast.GtE, ast.GtE: ast.LtE, ast.Eq: ast.Eq, ast.NotEq: ast.NotEq}
OPPOSITE = {ast.Eq: ast.NotEq, ast.NotEq: ast.Eq, ast.In: ast.NotIn, ast.NotIn: ast.In, ast.Is: ast.IsNot, ast.IsNot: ast.Is}


@operator
def reordered_statements(program: Program, chance: random.Random) -> bool:
    """Two assignments that have nothing to do with each other, in the other order; or two imports or definitions."""
    places = [(block, place) for block in blocks(program.tree) for place in range(len(block) - 1) if _independent(block[place], block[place + 1])]
    if not places:
        return False
    block, place = chance.choice(places)
    block[place], block[place + 1] = block[place + 1], block[place]
    return True


def _independent(one: ast.stmt, other: ast.stmt) -> bool:
    if isinstance(one, (ast.Import, ast.ImportFrom)) and isinstance(other, (ast.Import, ast.ImportFrom)):
        names = [{alias.asname or alias.name for alias in each.names} for each in (one, other)]
        return not names[0] & names[1] and "__future__" not in ast.unparse(one) + ast.unparse(other)
    if isinstance(one, ast.FunctionDef) and isinstance(other, ast.FunctionDef):
        plain = not (one.decorator_list or other.decorator_list or one.args.defaults or other.args.defaults)
        return plain and one.name != other.name
    if not (isinstance(one, ast.Assign) and isinstance(other, ast.Assign) and is_pure(one.value) and is_pure(other.value)):
        return False
    if not all(isinstance(target, (ast.Name, ast.Tuple)) for target in (*one.targets, *other.targets)):
        return False
    return not (writes(one) & (reads(other) | writes(other)) or writes(other) & reads(one))


@operator
def early_returns(program: Program, chance: random.Random) -> bool:
    """A result that is chosen by an ``if`` is returned in each of its branches."""
    node = program.node
    if node is None:
        return False
    for block in blocks(node):
        last = block[-1]
        if isinstance(last, ast.Return) and isinstance(last.value, ast.IfExp):
            one = last.value
            block[-1:] = [ast.If(one.test, [ast.Return(one.body)], []), ast.Return(one.orelse)]
            return True
        if isinstance(last, ast.If) and last.orelse and isinstance(last.body[-1], ast.Return):
            block[-1:] = [ast.If(last.test, last.body, []), *last.orelse]
            return True
        if len(block) > 1 and isinstance(last, ast.Return) and isinstance(last.value, ast.Name) and isinstance(block[-2], ast.If) and block[-2].orelse:
            branch, name = block[-2], last.value.id
            if to_one_name(branch.body[-1]) == name == to_one_name(branch.orelse[-1]):
                for part in (branch.body, branch.orelse):
                    part[-1] = ast.Return(part[-1].value)  # type: ignore[attr-defined]
                block[-2:] = [ast.If(branch.test, branch.body, []), *branch.orelse]
                return True
    return False


@operator
def one_return(program: Program, chance: random.Random) -> bool:
    """Several returns become one at the end."""
    node = program.plain
    if node is None or len(own_returns(node)) < 2:
        return False
    name = program.fresh("result", "out", "answer")

    def joined(body: list[ast.stmt]) -> list[ast.stmt] | None:
        for place, one in enumerate(body):
            if isinstance(one, ast.Return):
                return [*body[:place], assign(name, one.value or ast.Constant(None))]
            if any(isinstance(inner, ast.Return) for inner in (one, *own_nodes(one))):
                if not isinstance(one, ast.If):
                    return None
                rest = body[place + 1 :]
                yes = joined([*one.body, *([] if _always_returns(one.body) else rest)])
                no = joined([*one.orelse, *([] if one.orelse and _always_returns(one.orelse) else rest)])
                return None if yes is None or no is None else [*body[:place], ast.If(one.test, yes, no)]
        return [*body, assign(name, ast.Constant(None))]

    start = after_docstring(node)
    body = joined(node.body[start:])
    if body is None:
        return False
    node.body[start:] = [*body, ast.Return(load(name))]
    return True


def _always_returns(body: list[ast.stmt]) -> bool:
    last = body[-1]
    if isinstance(last, ast.If) and last.orelse:
        return _always_returns(last.body) and _always_returns(last.orelse)
    return isinstance(last, (ast.Return, ast.Raise))


@operator
def match_statement(program: Program, chance: random.Random) -> bool:
    """An ``if`` becomes a ``match``; without one, the result is matched by a name."""
    node = program.node
    if node is None:
        return False
    branches = [(block, place) for block in blocks(node) for place, one in enumerate(block) if isinstance(one, ast.If) and one.orelse]
    if branches:
        block, place = chance.choice(branches)
        one = block[place]
        assert isinstance(one, ast.If)
        cases = [ast.match_case(ast.MatchSingleton(True), None, one.body), ast.match_case(ast.MatchAs(), None, one.orelse)]
        block[place] = ast.Match(call("bool", one.test), cases)
        return True
    returns = [(block, place) for block in blocks(node) for place, one in enumerate(block) if isinstance(one, ast.Return) and one.value]
    if not returns:
        return False
    block, place = chance.choice(returns)
    name = program.fresh("found", "matched")
    value = block[place].value  # type: ignore[attr-defined]
    block[place] = ast.Match(value, [ast.match_case(ast.MatchAs(None, name), None, [ast.Return(load(name))])])
    return True


@operator
def branches_exchanged(program: Program, chance: random.Random) -> bool:
    """``if not …`` with the two branches exchanged."""
    node = program.node
    found = [one for one in ast.walk(node) if isinstance(one, (ast.If, ast.IfExp)) and one.orelse] if node else []
    for one in found:
        one.test = _opposite(one.test)
        one.body, one.orelse = one.orelse, one.body  # type: ignore[assignment]
    return bool(found)


def _opposite(test: ast.expr) -> ast.expr:
    if isinstance(test, ast.Compare) and len(test.ops) == 1 and type(test.ops[0]) in OPPOSITE:
        return ast.Compare(test.left, [OPPOSITE[type(test.ops[0])]()], test.comparators)
    return ast.UnaryOp(ast.Not(), test)


@operator
def sides_exchanged(program: Program, chance: random.Random) -> bool:
    """``a < b`` becomes ``b > a``."""

    def change(node: ast.expr) -> ast.expr | None:
        if isinstance(node, ast.Compare) and len(node.ops) == 1 and type(node.ops[0]) in TURNED:
            return ast.Compare(node.comparators[0], [TURNED[type(node.ops[0])]()], [node.left])
        return None

    return program.node is not None and replace_expressions(program.node, change, chance)


@operator
def written_out_updates(program: Program, chance: random.Random) -> bool:
    """``x += 1`` becomes ``x = x + 1``, or the other way round."""
    node = program.node
    changed = False
    for block in blocks(node) if node else ():
        for place, one in enumerate(block):
            if isinstance(one, ast.AugAssign) and isinstance(one.target, ast.Name):
                block[place] = assign(one.target.id, ast.BinOp(load(one.target.id), one.op, one.value))
                changed = True
            elif (name := to_one_name(one)) and isinstance(one.value, ast.BinOp) and ast.unparse(one.value.left) == name:  # type: ignore[attr-defined]
                block[place] = ast.AugAssign(store(name), one.value.op, one.value.right)  # type: ignore[attr-defined]
                changed = True
    return changed


@operator
def asserts(program: Program, chance: random.Random) -> bool:
    """Assertions about parameters and the result that hold."""
    node = program.node
    if node is None:
        return False
    added = ["assert True, '맞다'", "assert __name__", *(f"assert {name} is not None, '{name} is missing'" for name in parameters(node))]
    start = after_docstring(node)
    node.body[start:start] = [ast.parse(one).body[0] for one in chance.sample(added, min(2, len(added)))]
    for block in list(blocks(node)):
        if isinstance(block[-1], ast.Return) and isinstance(block[-1].value, ast.Name):
            block.insert(-1, ast.parse(f"assert {block[-1].value.id} is not None").body[0])
    return True


@operator
def inside_try(program: Program, chance: random.Random) -> bool:
    """The body is inside ``try``, with a ``finally`` or an ``except`` that raises again; or inside ``with`` or ``if``."""
    node = program.node
    if node is None:
        return False
    start = after_docstring(node)
    body = node.body[start:]
    form = chance.choice(["finally", "except", "errstate", "if"])
    if form == "if":
        node.body[start:] = [ast.If(ast.Constant(True), body, [])]
        return True
    text = {
        "finally": "try:\n    pass\nfinally:\n    pass",
        "except": "try:\n    pass\nexcept ValueError:\n    raise",
        "errstate": "with np.errstate(over='ignore'):\n    pass",
    }[form]
    if form == "errstate" and "np" not in reads(node):
        return False
    around = ast.parse(text).body[0]
    around.body = body  # type: ignore[attr-defined]
    node.body[start:] = [around]
    return True
