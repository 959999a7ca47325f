"""Operators on names: local variables are called something else, or get a type."""

from __future__ import annotations

import ast
import keyword
import random

from rewrites.program import Program, operator, own_nodes, parameters

SHORT = ("a", "b", "c", "d", "e", "g", "h", "k", "m", "n", "p", "q", "r", "s", "t", "u", "v", "w", "x", "y", "z")
OF_SCRIPTS = ("größe", "αριθμός", "число", "값", "数", "عدد", "λ", "température", "ñu", "Σ", "数組", "σ_x")
OF_PYTHON = ("list", "sum", "max", "min", "dict", "input", "id", "type", "filter", "map", "set", "next", "all", "any", "hash", "vars")


@operator
def renamed_locals(program: Program, chance: random.Random) -> bool:
    """Short names, or longer ones: ``counts`` becomes ``k`` or ``my_counts``."""
    if chance.random() < 0.5:
        return _renamed(program, chance, lambda name: f"my_{name}_{chance.randrange(100)}")
    free = iter(chance.sample(SHORT, len(SHORT)))
    return _renamed(program, chance, lambda _name: next(free, ""))


@operator
def names_in_other_scripts(program: Program, chance: random.Random) -> bool:
    """Names of Greek, Korean or other letters."""
    free = iter(chance.sample(OF_SCRIPTS, len(OF_SCRIPTS)))
    return _renamed(program, chance, lambda _name: next(free, ""))


@operator
def names_of_the_page(program: Program, chance: random.Random) -> bool:
    """Names that the page uses for something else, outside of functions."""
    free = iter(chance.sample(program.page, len(program.page)))
    return _renamed(program, chance, lambda _name: next(free, ""))


@operator
def names_of_python(program: Program, chance: random.Random) -> bool:
    """Names of Python's own functions, which the program does not call: ``sum = …``."""
    free = iter(chance.sample(OF_PYTHON, len(OF_PYTHON)))
    return _renamed(program, chance, lambda _name: next(free, ""), at_most=2)


@operator
def type_hints(program: Program, chance: random.Random) -> bool:
    """Types for parameters, the result and variables, as names or as texts."""
    node = program.plain
    if node is None:
        return False
    anything = program.fresh("Any")
    kinds = ["object", "'np.ndarray'", "'list[int] | None'", f"'{anything}'", anything, "'not a type at all'"]
    used = [chance.choice(kinds) for _ in range(3)]
    for one in node.args.args:
        if chance.random() < 0.8:
            one.annotation = _parsed(used[0])
    node.returns = _parsed(used[1])
    first: set[str] = set(parameters(node)) | _not_local(node)
    for place, one in enumerate(node.body):
        if isinstance(one, ast.Assign) and len(one.targets) == 1 and isinstance(one.targets[0], ast.Name):
            target = one.targets[0]
            if target.id not in first and chance.random() < 0.6:
                node.body[place] = ast.AnnAssign(target, _parsed(used[2]), one.value, 1)
            first.add(target.id)
    program.at_top(f"from typing import Any as {anything}" if anything != "Any" else "from typing import Any")
    if chance.random() < 0.3:
        program.tree.body.insert(int(_has_docstring(program.tree)), ast.parse("from __future__ import annotations").body[0])
    return True


def _has_docstring(tree: ast.Module) -> bool:
    return ast.get_docstring(tree) is not None


def _parsed(text: str) -> ast.expr:
    return ast.parse(text, mode="eval").body


def _not_local(node: ast.AST) -> set[str]:
    return {name for one in ast.walk(node) if isinstance(one, (ast.Global, ast.Nonlocal)) for name in one.names}


def renamable(node: ast.FunctionDef) -> list[str]:
    """Variables that only this function knows: no parameter of any function, nothing global, no attribute of a class."""
    stored = {one.id for one in ast.walk(node) if isinstance(one, ast.Name) and isinstance(one.ctx, ast.Store)}
    stored |= {one.name for one in ast.walk(node) if isinstance(one, ast.FunctionDef) and one is not node and one in set(own_nodes(node))}
    stored |= {one.name for one in ast.walk(node) if isinstance(one, ast.ExceptHandler) and one.name}
    other = _not_local(node) | {one.arg for one in ast.walk(node) if isinstance(one, ast.arg)}
    other |= {inner.id for one in ast.walk(node) if isinstance(one, ast.ClassDef) for inner in ast.walk(one) if isinstance(inner, ast.Name)}
    other |= {one.name for one in ast.walk(node) if isinstance(one, (ast.MatchAs, ast.MatchStar)) and one.name}
    return sorted(stored - other - {"_"})


def _renamed(program: Program, chance: random.Random, make: object, at_most: int = 100) -> bool:
    node = program.node
    if node is None:
        return False
    taken, new = program.used | {program.function}, {}
    old = renamable(node)
    chance.shuffle(old)
    for name in old[:at_most]:
        if chance.random() < 0.8 or not new:
            wanted = make(name)  # type: ignore[operator]
            if wanted and wanted not in taken and wanted.isidentifier() and not keyword.iskeyword(wanted):
                new[name] = wanted
                taken.add(wanted)
    for one in ast.walk(node):
        if isinstance(one, ast.Name) and one.id in new:
            one.id = new[one.id]
        elif isinstance(one, (ast.FunctionDef, ast.ExceptHandler)) and one is not node and one.name in new:
            one.name = new[one.name]
    return bool(new)
