"""Operators on what is around the function on a page: constants, counters, earlier versions, lines that try it out."""

from __future__ import annotations

import ast
import random

from rewrites.program import Program, assign, load, make_function, operator, parameters, replace_expressions, statement


@operator
def constants_on_the_page(program: Program, chance: random.Random) -> bool:
    """Numbers and texts in the function get names on the page: ``SCALE = 255``."""
    node = program.node
    if node is None:
        return False
    inside_text = {id(part) for one in ast.walk(node) if isinstance(one, (ast.JoinedStr, ast.MatchValue)) for part in ast.walk(one)}
    described = {id(one.value) for one in ast.walk(node) if isinstance(one, ast.Expr)}
    outside = {id(part) for one in (node.args, *node.decorator_list, node.returns) if one is not None for part in ast.walk(one)}
    outside |= {id(part) for one in ast.walk(node) if isinstance(one, (ast.AnnAssign, ast.arg)) and one.annotation for part in ast.walk(one.annotation)}
    names: dict[str, str] = {}

    def change(one: ast.expr) -> ast.expr | None:
        if not isinstance(one, ast.Constant) or type(one.value) not in (int, float, str) or id(one) in inside_text | described | outside:
            return None
        return load(names.setdefault(repr(one.value), program.fresh(f"CONSTANT_{len(names) + 1}", f"NUMBER_{len(names) + 1}")))

    if not replace_expressions(node, change, chance, share=0.5):
        return False
    program.before_function(*(assign(name, ast.parse(value, mode="eval").body) for value, name in names.items()))
    return True


@operator
def counts_its_calls(program: Program, chance: random.Random) -> bool:
    """A global variable or a list of the page remembers how often it was called."""
    node = program.node
    if node is None:
        return False
    name = program.fresh("CALLS", "calls_so_far", "counter")
    form = chance.choice(["global", "list"])
    start = 1 if ast.get_docstring(node) is not None else 0
    lines = [f"global {name}", f"{name} += 1"] if form == "global" else [f"{name}.append(len({name}))"]
    if form == "list" and "len" in {one.id for one in ast.walk(node) if isinstance(one, ast.Name) and isinstance(one.ctx, ast.Store)}:
        return False
    node.body[start:start] = [statement(line) for line in lines]
    program.before_function(statement(f"{name} = {'0' if form == 'global' else '[]'}"))
    return True


@operator
def earlier_version_above(program: Program, chance: random.Random) -> bool:
    """An earlier version that is wrong or not begun is above; the last one counts."""
    node = program.plain
    if node is None:
        return False
    body = chance.choice(["raise NotImplementedError", "pass", "return None", "print('first try')", "return 1 / 0"])
    program.before_function(make_function(node.name, node.args, [statement(body)]))
    return True


@operator
def under_another_name_first(program: Program, chance: random.Random) -> bool:
    """The function is defined under another name, and then gets its own."""
    node = program.plain
    if node is None or node.name in {one.id for one in ast.walk(node) if isinstance(one, ast.Name)}:
        return False
    place, name = program.tree.body.index(node), program.fresh(f"my_{node.name}", f"{node.name}_v2")
    program.tree.body.insert(place + 1, assign(node.name, load(name)))
    node.name = name
    return True


@operator
def tried_out_below(program: Program, chance: random.Random) -> bool:
    """Lines below the function that look at it, or would run it as a script."""
    node = program.node
    if node is None:
        return False
    name = program.function
    lines = [
        f"print({name}.__name__)",
        f"assert callable({name})",
        f"if __name__ == '__main__':\n    print({name})",
        f"print('finished: {name}')",
        f"{name}_copy = {name}",
        f"help_text = {name}.__doc__",
        f"try:\n    {name}({', '.join('None' for _ in parameters(node))})\nexcept Exception:\n    print('not like this')",
    ]
    program.tree.body += [statement(line) for line in chance.sample(lines, chance.randint(1, 3))]
    return True
