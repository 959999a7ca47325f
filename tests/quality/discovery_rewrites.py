"""The same program in other words: a small set of rewrites that keep what a function does, for ``discovery.py``.

Each takes the module and the function's definition in it, and changes both in place. None changes which operations are done,
on which objects, or in which order.
"""

from __future__ import annotations

import ast
import copy
import random
from collections.abc import Callable

WORDS = ("first", "found", "number", "answer", "thing", "middle", "total_so_far", "my_values", "current", "left_over", "kept", "seen")
REMARKS = ("Now the result.", "This took me an hour.", "See the lecture.", "It works on my machine.", "Do not change this line.")
Rewrite = Callable[[ast.Module, ast.FunctionDef, random.Random], None]


def rewritten(source: str, function: str, rng: random.Random, count: int) -> list[str]:
    """Different rewrites of a program, each of two to four steps.

    Args:
        source: of a module with a plain definition of the function.
        count: how many.

    Raises:
        ValueError: so many different ones were not found, or the function has no plain definition.
    """
    found: dict[str, None] = {}
    for _ in range(20 * count):
        module = ast.parse(source)
        del module.body[: int(ast.get_docstring(module) is not None)]  # a mistake's lesson is not the student's
        for rewrite in rng.sample(REWRITES, rng.randint(2, 4)):
            definition = _definition(module, function)
            rewrite(module, definition, rng)
        text = _with_comments(ast.unparse(ast.fix_missing_locations(module)), rng)
        found.setdefault(text)
        if len(found) == count:
            return list(found)
    raise ValueError(f"only {len(found)} rewrites of {function}")


def can_be_rewritten(source: str, function: str) -> bool:
    """Whether the last thing of this name is a plain definition."""
    try:
        _definition(ast.parse(source), function)
    except ValueError:
        return False
    return True


def _definition(module: ast.Module, function: str) -> ast.FunctionDef:
    binding = [node for node in module.body if function in _bound(node)]
    if not binding or not isinstance(binding[-1], ast.FunctionDef):
        raise ValueError(f"{function} has no plain definition")
    return binding[-1]


def _bound(node: ast.stmt) -> set[str]:
    if isinstance(node, (ast.FunctionDef, ast.ClassDef)):
        return {node.name}
    return {one.id for one in ast.walk(node) if isinstance(one, ast.Name) and isinstance(one.ctx, ast.Store)}


def _rename_locals(module: ast.Module, function: ast.FunctionDef, rng: random.Random) -> None:
    names = {node.id for node in ast.walk(module) if isinstance(node, ast.Name)}
    outside = set().union(*(_bound(node) for node in module.body if node is not function))
    kept = outside | {name for node in ast.walk(function) if isinstance(node, (ast.Global, ast.Nonlocal)) for name in node.names}
    kept |= {node.arg for node in ast.walk(function) if isinstance(node, ast.arg)}
    kept |= {node.name for node in ast.walk(function) if isinstance(node, (ast.FunctionDef, ast.ClassDef, ast.ExceptHandler))}
    kept |= {alias.asname or alias.name for node in ast.walk(function) if isinstance(node, (ast.Import, ast.ImportFrom)) for alias in node.names}
    own = sorted({node.id for node in ast.walk(function) if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store)} - kept)
    free = [word for word in WORDS if word not in names]
    new = dict(zip(own, rng.sample(free, min(len(own), len(free))), strict=False))
    for node in ast.walk(function):
        if isinstance(node, ast.Name):
            node.id = new.get(node.id, node.id)


def _print_something(_module: ast.Module, function: ast.FunctionDef, rng: random.Random) -> None:
    function.body.insert(_after_docstring(function), _statement(f"print({rng.choice(REMARKS)!r})"))


def _another_docstring(_module: ast.Module, function: ast.FunctionDef, rng: random.Random) -> None:
    del function.body[: _after_docstring(function)]
    function.body.insert(0, _statement(repr(rng.choice(REMARKS))))


def _helper(module: ast.Module, function: ast.FunctionDef, rng: random.Random) -> None:
    if not _is_simple(function) or any(isinstance(node, (ast.Global, ast.Yield, ast.YieldFrom)) for node in ast.walk(function)):
        return
    name = f"{rng.choice(('work', 'do_it', 'real', 'inner_part'))}_{rng.randrange(100)}"
    helper = ast.FunctionDef(name, copy.deepcopy(function.args), function.body, [], lineno=0, type_params=[])
    given = ", ".join(one.arg for one in function.args.args)
    function.body = [_statement(f"return {name}({given})")]
    module.body.insert(module.body.index(function), helper)


def _type_hints(_module: ast.Module, function: ast.FunctionDef, _rng: random.Random) -> None:
    for one in function.args.args:
        one.annotation = one.annotation or ast.Name("object", ast.Load())
    function.returns = function.returns or ast.Name("object", ast.Load())


def _name_the_result(_module: ast.Module, function: ast.FunctionDef, rng: random.Random) -> None:
    name = f"{rng.choice(WORDS)}_{rng.randrange(100)}"

    class Returns(ast.NodeTransformer):
        def visit_Return(self, node: ast.Return) -> list[ast.stmt] | ast.Return:
            if node.value is None:
                return node
            return [ast.Assign([ast.Name(name, ast.Store())], node.value, lineno=0), _statement(f"return {name}")]

        def visit_FunctionDef(self, node: ast.FunctionDef) -> ast.FunctionDef:
            return self.generic_visit(node) if node is function else node

        def visit_Lambda(self, node: ast.Lambda) -> ast.Lambda:
            return node

    Returns().visit(function)


def _another_name_for_a_parameter(_module: ast.Module, function: ast.FunctionDef, rng: random.Random) -> None:
    inner = {one.arg for node in ast.walk(function) if isinstance(node, (ast.FunctionDef, ast.Lambda)) and node is not function for one in node.args.args}
    inner |= {name for node in ast.walk(function) if isinstance(node, (ast.Global, ast.Nonlocal)) for name in node.names}
    given = [one.arg for one in function.args.args if one.arg not in inner]
    if not given or any(isinstance(node, ast.Name) and node.id in ("locals", "vars", "eval", "exec") for node in ast.walk(function)):
        return
    old, new = rng.choice(given), f"{rng.choice(WORDS)}_{rng.randrange(100)}"
    for statement in function.body:
        for node in ast.walk(statement):
            if isinstance(node, ast.Name) and node.id == old:
                node.id = new
    function.body.insert(_after_docstring(function), _statement(f"{new} = {old}"))


def _constant(module: ast.Module, function: ast.FunctionDef, rng: random.Random) -> None:
    """A number of a calculation gets a name outside of the function."""
    places = [
        (node, side)
        for node in ast.walk(function)
        if isinstance(node, ast.BinOp)
        for side in ("left", "right")
        if isinstance(one := getattr(node, side), ast.Constant) and type(one.value) in (int, float)
    ]
    if not places:
        return
    node, side = rng.choice(places)
    name = f"{rng.choice(('SIZE', 'LIMIT', 'FACTOR'))}_{rng.randrange(100)}"
    module.body.insert(module.body.index(function), _statement(f"{name} = {getattr(node, side).value!r}"))
    setattr(node, side, ast.Name(name, ast.Load()))


def _decorated(module: ast.Module, function: ast.FunctionDef, rng: random.Random) -> None:
    name = f"as_it_is_{rng.randrange(100)}"
    module.body.insert(module.body.index(function), _statement(f"def {name}(function):\n    return function"))
    function.decorator_list.insert(0, ast.Name(name, ast.Load()))


def _needless_branch(_module: ast.Module, function: ast.FunctionDef, _rng: random.Random) -> None:
    at = _after_docstring(function)
    function.body[at:] = [ast.If(ast.Constant(True), function.body[at:], [])]


def _needless_variable(_module: ast.Module, function: ast.FunctionDef, rng: random.Random) -> None:
    function.body.insert(_after_docstring(function), _statement(f"unused_{rng.randrange(100)} = []"))


def _statement(source: str) -> ast.stmt:
    return ast.parse(source.strip()).body[0] if not source.startswith("return") else ast.Return(ast.parse(source.removeprefix("return "), mode="eval").body)


def _after_docstring(function: ast.FunctionDef) -> int:
    return int(ast.get_docstring(function) is not None)


def _is_simple(function: ast.FunctionDef) -> bool:
    one = function.args
    return not (one.vararg or one.kwarg or one.kwonlyargs or one.posonlyargs or one.defaults or function.decorator_list)


def _with_comments(source: str, rng: random.Random) -> str:
    begin = {node.lineno for node in ast.walk(ast.parse(source)) if isinstance(node, ast.stmt)}
    lines = []
    for number, line in enumerate(source.splitlines(), 1):
        if number in begin and rng.random() < 0.2:
            lines.append(f"{line[: len(line) - len(line.lstrip())]}# {rng.choice(REMARKS)}")
        lines.append(line)
    return "\n".join(lines) + "\n"


REWRITES: list[Rewrite] = [
    _rename_locals,
    _print_something,
    _another_docstring,
    _helper,
    _type_hints,
    _name_the_result,
    _another_name_for_a_parameter,
    _constant,
    _decorated,
    _needless_branch,
    _needless_variable,
]
