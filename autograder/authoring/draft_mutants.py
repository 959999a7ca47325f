"""Wrong answers made from a right one: one small change each, as beginners make them, with the lesson for its kind."""

from __future__ import annotations

import ast
import copy
from collections.abc import Callable, Iterator
from dataclasses import dataclass

BOUNDARY = {ast.Lt: ast.LtE, ast.LtE: ast.Lt, ast.Gt: ast.GtE, ast.GtE: ast.Gt}
OPPOSITE = {ast.Lt: ast.Gt, ast.Gt: ast.Lt, ast.LtE: ast.GtE, ast.GtE: ast.LtE, ast.Eq: ast.NotEq, ast.NotEq: ast.Eq, ast.In: ast.NotIn, ast.NotIn: ast.In}
ARITHMETIC = {ast.Add: ast.Sub, ast.Sub: ast.Add, ast.Mult: ast.Div, ast.Div: ast.Mult, ast.FloorDiv: ast.Div, ast.Mod: ast.FloorDiv}
PARTNERS = {"min": "max", "max": "min", "any": "all", "all": "any", "argmin": "argmax", "argmax": "argmin"}
WRAPPERS = {"sorted", "abs", "round", "set", "reversed", "int", "float", "str"}  # of one value, which may be forgotten

LESSONS = {
    "at_the_limit": "A comparison of yours treats a value exactly at the limit in the wrong way. Try an input that is equal to the limit.",
    "the_other_way_round": "A condition of yours is the wrong way round. Read it aloud for one input: is it true when you want it to be?",
    "all_or_one": "Two conditions are combined in the wrong way. Must both be true, or is one enough?",
    "other_arithmetic": "You calculate with another operator than the description says. Calculate its example by hand, step by step.",
    "one_off": "A number in your answer is not the right one. Compare each number that you wrote with the description.",
    "min_for_max": "You took one end for the other: the smallest and the largest, or all and any. Which one does the description want?",
    "forgets_a_step": "One step is missing between the input and the result. List the steps that the description names, and find yours.",
    "forgets_the_condition": "You treat every item in the same way. Which ones does the description leave out?",
    "takes_too_much": "You take more, or less, of a sequence than is wanted. Where does a slice begin, and where does it end?",
    "leaves_in_the_loop": "Your function returns in the first round of the loop, so the rest is never looked at. When do you know the result?",
    "never_in_the_branch": "One case is never treated in its own way. Which inputs does the description name specially?",
    "prints_it": "Your function shows the result, or only calculates it, and does not give it back. What does return do?",
}


@dataclass(frozen=True)
class Change:
    """One wrong answer.

    Attributes:
        kind: the beginning of the mistake's name.
        source: of the whole function.
        shown: what was changed, for the author; lesson: what a student reads.
    """

    kind: str
    source: str
    shown: str
    lesson: str


def mutants(function: ast.FunctionDef) -> list[Change]:
    """All small changes of a function, without its docstring.

    Args:
        function: the right answer.

    Returns:
        The changes, in the order of the source, no source twice.

    Example:
        >>> one = ast.parse("def first(items):\\n    return items[0]").body[0]
        >>> [change.kind for change in mutants(one)]
        ['one_off', 'prints_it']
    """
    bare = without_docstring(function)
    found: dict[str, Change] = {}
    for kind, apply in _changes(bare):
        changed = copy.deepcopy(bare)
        before, after = apply(changed)
        source = ast.unparse(ast.fix_missing_locations(changed))
        if source != ast.unparse(bare):
            found.setdefault(source, Change(kind, source, f"{_short(before)} → {_short(after)}", LESSONS[kind]))
    return list(found.values())


def without_docstring(function: ast.FunctionDef) -> ast.FunctionDef:
    """A copy of a function that begins with its first statement."""
    bare = copy.deepcopy(function)
    if ast.get_docstring(bare, clean=False) is not None:
        bare.body = bare.body[1:] or [ast.Pass()]
    return bare


Apply = Callable[[ast.FunctionDef], tuple[str, str]]


def _changes(function: ast.FunctionDef) -> Iterator[tuple[str, Apply]]:
    """(kind, what makes the change in a copy of the function and says what it was before and after)."""
    for place, node in enumerate(ast.walk(function)):
        for kind, change in _changes_of(node):
            yield kind, _at(place, change)


def _at(place: int, change: Callable[[ast.AST], None]) -> Apply:
    def apply(function: ast.FunctionDef) -> tuple[str, str]:
        node = next(one for at, one in enumerate(ast.walk(function)) if at == place)
        before = ast.unparse(node)
        change(node)
        return before, ast.unparse(ast.fix_missing_locations(node))

    return apply


def _changes_of(node: ast.AST) -> Iterator[tuple[str, Callable[[ast.AST], None]]]:
    if isinstance(node, ast.Compare):
        operator = type(node.ops[0])
        if operator in BOUNDARY:
            yield "at_the_limit", lambda one: one.ops.__setitem__(0, BOUNDARY[operator]())
        if operator in OPPOSITE:
            yield "the_other_way_round", lambda one: one.ops.__setitem__(0, OPPOSITE[operator]())
    elif isinstance(node, ast.BoolOp):
        other = ast.Or if isinstance(node.op, ast.And) else ast.And
        yield "all_or_one", lambda one: setattr(one, "op", other())
    elif isinstance(node, (ast.BinOp, ast.AugAssign)) and type(node.op) in ARITHMETIC:
        new = ARITHMETIC[type(node.op)]
        yield "other_arithmetic", lambda one: setattr(one, "op", new())
    elif isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.Not):
        yield "the_other_way_round", lambda one: _become(one, one.operand)
    elif isinstance(node, ast.Constant) and type(node.value) in (int, float):
        yield "one_off", lambda one: setattr(one, "value", one.value + 1)
        yield "one_off", lambda one: setattr(one, "value", one.value - 1)
    elif isinstance(node, ast.Call):
        yield from _of_call(node)
    elif isinstance(node, ast.Subscript) and isinstance(node.slice, ast.Slice):
        yield "takes_too_much", lambda one: _become(one, one.value)
    elif isinstance(node, ast.comprehension) and node.ifs:
        yield "forgets_the_condition", lambda one: setattr(one, "ifs", [])
    elif isinstance(node, ast.If):
        yield "never_in_the_branch", lambda one: setattr(one, "test", ast.Constant(False))
        yield "forgets_the_condition", lambda one: setattr(one, "test", ast.Constant(True))
    elif isinstance(node, ast.FunctionDef):
        yield from _of_function(node)


def _of_call(node: ast.Call) -> Iterator[tuple[str, Callable[[ast.AST], None]]]:
    if isinstance(node.func, ast.Name):
        name = node.func.id
        if name in PARTNERS:
            yield "min_for_max", lambda one: setattr(one.func, "id", PARTNERS[name])
        elif name in WRAPPERS and node.args:
            yield "forgets_a_step", lambda one: _become(one, one.args[0])
    elif isinstance(node.func, ast.Attribute):
        if node.func.attr in PARTNERS:
            partner = PARTNERS[node.func.attr]
            yield "min_for_max", lambda one: setattr(one.func, "attr", partner)
        elif not (isinstance(node.func.value, ast.Name) and node.func.value.id in ("np", "numpy", "math", "pd")):
            yield "forgets_a_step", lambda one: _become(one, one.func.value)
    for place, keyword in enumerate(node.keywords):
        if keyword.arg:
            yield "forgets_a_step", lambda one, place=place: one.keywords.pop(place)


def _of_function(node: ast.FunctionDef) -> Iterator[tuple[str, Callable[[ast.AST], None]]]:
    if not isinstance(node.body[-1], ast.Return) or node.body[-1].value is None:
        return
    if len(node.body) > 1 and isinstance(node.body[-2], (ast.For, ast.While)):
        yield "leaves_in_the_loop", lambda one: one.body[-2].body.append(one.body[-1])
    yield "prints_it", lambda one: one.body.__setitem__(-1, _printed(one.body[-1].value))


def _printed(value: ast.expr) -> ast.Expr:
    return ast.Expr(ast.Call(ast.Name("print", ast.Load()), [value], []))


def _become(node: ast.AST, other: ast.AST) -> None:
    """A node in a tree becomes another one, wherever it hangs."""
    node.__class__ = other.__class__
    node.__dict__.clear()
    node.__dict__.update(other.__dict__)


def _short(text: str, most: int = 60) -> str:
    text = " ".join(text.split())
    return text if len(text) <= most else f"{text[: most - 1]}…"
