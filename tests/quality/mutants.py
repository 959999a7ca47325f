"""Small changes of a right answer: those of any program, and those that people make with data and networks.

    mutants(function)      all of them, each source once

The general ones are those of ``tests/mutation/operators.py`` and of ``autograder draft``. Here are the others, each with its
kind: another loss, activation or optimizer, a learning rate, a layer too many or too few, softmax twice, another axis or
dtype, no scaling or twice, a name or a text in the place of another one, a step left out; and what ``data_mutants`` does to
arguments and results. What a change does is not known here: some change nothing (``oracle`` says which).
"""

from __future__ import annotations

import ast
import copy
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parents[2]
sys.path.insert(0, str(ROOT / "tests/mutation"))

import data_mutants  # noqa: E402
import operators  # noqa: E402
from mutant_settings import ADDED, DTYPES, LOOKS, PARTNERS, SETTINGS, TYPES  # noqa: E402

from autograder.authoring import draft_mutants  # noqa: E402


@dataclass(frozen=True)
class Mutant:
    """One changed answer.

    Attributes:
        kind: of the change, for the tables.
        text: what was changed; unique among the mutants of its function.
        source: of the whole function, without its docstring.
    """

    kind: str
    text: str
    source: str


def mutants(function: ast.FunctionDef) -> list[Mutant]:
    """All changes of a function, general ones first, no source twice.

    Example:
        >>> one = ast.parse("def scale(images):\\n    return images / 255").body[0]
        >>> [mutant.source.splitlines()[-1].strip() for mutant in mutants(one) if mutant.kind == "scaling"]
        ['return images', 'return images / 255 / 255']
    """
    bare = draft_mutants.without_docstring(function)
    same = ast.unparse(bare)
    found: dict[str, tuple[str, str]] = {}
    for source, (kind, text) in [*_general(function, same), *_special(bare), *data_mutants.changed(function)]:
        if source != same:
            found.setdefault(source, (kind, text))
    texts: dict[str, Mutant] = {}
    for source, (kind, text) in found.items():
        number = sum(other == text or other.startswith(f"{text} #") for other in texts)
        text = f"{text} #{number + 1}" if number else text
        texts[text] = Mutant(kind, text, source)
    return list(texts.values())


def _general(function: ast.FunctionDef, same: str) -> Iterator[tuple[str, tuple[str, str]]]:
    for one in operators.mutants("page", same):
        yield ast.unparse(operators.changed(same, one.number)), ("general", one.text.removeprefix(f"{function.name}: "))
    for change in draft_mutants.mutants(function):
        whole = change.shown.startswith("def ")
        yield change.source, (change.kind, change.kind.replace("_", " ") if whole else change.shown)


def _special(bare: ast.FunctionDef) -> Iterator[tuple[str, tuple[str, str]]]:
    names, texts = _names(bare), _texts(bare)
    looks = {id(one) for root in ast.walk(bare) if _is_for_looks(root) for one in ast.walk(root)}
    for place, node in enumerate(ast.walk(bare)):
        if id(node) in looks:
            continue
        for kind, replaced in _expressions(node, names, texts):
            yield _with(bare, place, replaced, kind)
        for index, block in enumerate(getattr(node, "body", None) or []) if isinstance(getattr(node, "body", None), list) else []:
            if not isinstance(block, ast.Return):
                yield _without_step(bare, place, index)
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Call):
            yield _twice(bare, place)


def _is_for_looks(node: ast.AST) -> bool:
    return isinstance(node, ast.keyword) and node.arg in LOOKS or isinstance(node, ast.JoinedStr)


def _others(of: list[str], one: str) -> list[str]:
    """The one before and the one after a name or a text, in a circle."""
    place = of.index(one)
    return [other for other in dict.fromkeys((of[place - 1], of[(place + 1) % len(of)])) if other != one]


def _with(bare: ast.FunctionDef, place: int, replaced: ast.expr, kind: str) -> tuple[str, tuple[str, str]]:
    changed = copy.deepcopy(bare)
    node = _node(changed, place)
    before = ast.unparse(node)
    _become(node, copy.deepcopy(replaced))
    return ast.unparse(ast.fix_missing_locations(changed)), (kind, f"{_short(before)} → {_short(ast.unparse(replaced))}")


def _without_step(bare: ast.FunctionDef, place: int, index: int) -> tuple[str, tuple[str, str]]:
    changed = copy.deepcopy(bare)
    body = _node(changed, place).body  # type: ignore[attr-defined]
    text = ast.unparse(body[index])
    body[index] = ast.Pass()
    return ast.unparse(ast.fix_missing_locations(changed)), ("missing step", f"without {_short(text)}")


def _twice(bare: ast.FunctionDef, place: int) -> tuple[str, tuple[str, str]]:
    changed = copy.deepcopy(bare)
    node = _node(changed, place)
    for holder in ast.walk(changed):
        body = getattr(holder, "body", None)
        if isinstance(body, list) and node in body:
            body.insert(body.index(node), copy.deepcopy(node))
            break
    return ast.unparse(ast.fix_missing_locations(changed)), ("step twice", f"twice {_short(ast.unparse(node))}")


def _expressions(node: ast.AST, names: list[str], texts: list[str]) -> Iterator[tuple[str, ast.expr]]:
    """(kind, what takes the place of this node) for each special change of it."""
    if isinstance(node, ast.Call):
        yield from _of_call(node)
    elif isinstance(node, ast.BinOp) and isinstance(node.op, ast.Div):
        yield "scaling", node.left
        yield "scaling", ast.BinOp(copy.deepcopy(node), ast.Div(), copy.deepcopy(node.right))
    elif isinstance(node, ast.Name) and isinstance(node.ctx, ast.Load) and node.id in names:
        for other in _others(names, node.id):
            yield "another name", ast.Name(other, ast.Load())
    elif isinstance(node, ast.Constant) and isinstance(node.value, str):
        for text in _others(texts, node.value):
            yield "another text", ast.Constant(text)
    elif isinstance(node, ast.Constant) and type(node.value) in (int, float) and abs(node.value) > 2:
        for number in (node.value * 2, node.value // 2, 1):
            yield "another number", ast.Constant(number)
    elif isinstance(node, ast.Tuple) and isinstance(node.ctx, ast.Load) and len(node.elts) == 2:
        yield "the other order", ast.Tuple(node.elts[::-1], ast.Load())
        yield "the same twice", ast.Tuple([node.elts[0], node.elts[0]], ast.Load())
    elif isinstance(node, ast.List) and len(node.elts) > 1 and all(isinstance(one, ast.Call) for one in node.elts):
        yield from _of_layers(node)
    elif isinstance(node, ast.Subscript) and isinstance(node.ctx, ast.Load):
        yield from _of_place(node)


def _of_place(node: ast.Subscript) -> Iterator[tuple[str, ast.expr]]:
    where = node.slice
    if isinstance(where, ast.Slice):
        for text in ("::-1", "1:", ":-1", "::2"):
            yield "another part", _expression(f"({ast.unparse(node.value)})[{text}]")
    elif isinstance(where, ast.Name):
        for step in (1, -1):
            yield "shifted", ast.Subscript(node.value, ast.BinOp(where, ast.Add(), ast.Constant(step)), ast.Load())
    elif isinstance(where, ast.Tuple) and len(where.elts) == 2:
        yield "axis", ast.Subscript(node.value, ast.Tuple(where.elts[::-1], ast.Load()), ast.Load())


def _of_layers(node: ast.List) -> Iterator[tuple[str, ast.expr]]:
    """One layer is missing, is there twice, or has changed places; softmax or nothing at all follows the last one."""
    for place in range(len(node.elts)):
        rest = node.elts[:place] + node.elts[place + 1 :]
        yield "missing layer", ast.List(rest, ast.Load())
        yield "layer twice", ast.List(node.elts[: place + 1] + node.elts[place:], ast.Load())
        if place:
            yield "layers in another order", ast.List([*node.elts[: place - 1], node.elts[place], node.elts[place - 1], *node.elts[place + 1 :]], ast.Load())
    for text in ("keras.layers.Softmax()", "keras.layers.Dropout(0.9)", "keras.layers.BatchNormalization()"):
        yield "layer too many", ast.List([*node.elts, _expression(text)], ast.Load())


def _of_call(node: ast.Call) -> Iterator[tuple[str, ast.expr]]:
    name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
    for keyword in node.keywords:
        for text in SETTINGS.get(keyword.arg or "", []):
            yield keyword.arg or "", _with_keyword(node, keyword.arg or "", _expression(text))
    for text in ADDED.get(name, []):
        extra = _expression(f"f({text})").keywords  # type: ignore[attr-defined]
        kept = [one for one in node.keywords if one.arg not in {each.arg for each in extra}]
        yield "setting added", ast.Call(node.func, node.args, kept + extra)
    for other in PARTNERS.get(name, []):
        func = ast.Attribute(node.func.value, other, ast.Load()) if isinstance(node.func, ast.Attribute) else ast.Name(other, ast.Load())
        yield "another function", ast.Call(func, node.args, node.keywords)
    for place, argument in enumerate(node.args):
        for text in TYPES.get(getattr(argument, "id", ""), []) + (DTYPES if name == "astype" else []):
            yield "dtype", _with_argument(node, place, _expression(text))
        if name == "range":
            for text in (f"{ast.unparse(argument)} + 1", f"{ast.unparse(argument)} - 1"):
                yield "off by one", _with_argument(node, place, _expression(text))
        if name == "imshow" and place == 0:
            for text in (".T", "[::-1]", "[:, ::-1]", "[1:]", " / 255", " > 0"):
                yield "drawn otherwise", _with_argument(node, place, _expression(f"({ast.unparse(argument)}){text}"))
        if name == "fit" and place < 2:
            given = ast.unparse(argument)
            for text in ("[::-1]", "[:-1]", "[:100]", "[::2]", " / 255", " * 0"):
                yield "learned otherwise", _with_argument(node, place, _expression(f"({given}){text}"))
            yield "order of data", _with_argument(node, place, _expression(f"np.random.default_rng(0).permutation({given})"))
    if name in ("sum", "mean", "argmax") and not node.args and not node.keywords:
        yield "axis", ast.Call(node.func, [], [ast.keyword("axis", ast.Constant(0))])
    if len(node.args) == 2:
        yield "the other order", ast.Call(node.func, node.args[::-1], node.keywords)


def _with_keyword(node: ast.Call, name: str, value: ast.expr) -> ast.Call:
    return ast.Call(node.func, node.args, [ast.keyword(name, value) if one.arg == name else one for one in node.keywords])


def _with_argument(node: ast.Call, place: int, value: ast.expr) -> ast.Call:
    return ast.Call(node.func, [value if at == place else one for at, one in enumerate(node.args)], node.keywords)


def _names(bare: ast.FunctionDef) -> list[str]:
    """The parameters and the names that the function binds, outside of comprehensions."""
    bound = [one.arg for one in bare.args.args]
    inner = {id(one) for node in ast.walk(bare) if isinstance(node, ast.comprehension) for one in ast.walk(node.target)}
    for node in ast.walk(bare):
        if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store) and id(node) not in inner:
            bound.append(node.id)
    return list(dict.fromkeys(bound))


def _texts(bare: ast.FunctionDef) -> list[str]:
    return list(dict.fromkeys(one.value for one in ast.walk(bare) if isinstance(one, ast.Constant) and isinstance(one.value, str)))


def _expression(text: str) -> ast.expr:
    return ast.parse(text.strip(), mode="eval").body


def _node(tree: ast.AST, place: int) -> ast.AST:
    return next(one for at, one in enumerate(ast.walk(tree)) if at == place)


def _become(node: ast.AST, other: ast.AST) -> None:
    node.__class__ = other.__class__
    node.__dict__.clear()
    node.__dict__.update(other.__dict__)


def _short(text: str, most: int = 70) -> str:
    text = " ".join(text.split())
    return text if len(text) <= most else f"{text[: most // 2]} … {text[-most // 2 :]}"


def function_of(page: str, name: str) -> ast.FunctionDef:
    """The definition of a function on a page.

    Raises:
        StopIteration: there is none.
    """
    return next(one for one in ast.parse(page).body if isinstance(one, ast.FunctionDef) and one.name == name)
