"""Inputs for an answer: those of its examples and variants of them, each with words that say what is special about it."""

from __future__ import annotations

import ast
import contextlib
import copy
import doctest
import io
import itertools
import random
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

MOST = 80  # inputs of one function
BY_ANNOTATION = {
    "int": 7, "float": 2.5, "bool": True, "str": "a first text", "list": [3, 1, 2], "tuple": (3, 1, 2), "dict": {"a": 1, "b": 2},
    "list[int]": [3, 1, 2], "list[float]": [2.5, 0.5, 1.0], "list[str]": ["pear", "fig", "apple"],
    "tuple[int, ...]": (3, 1, 2), "dict[str, int]": {"a": 1, "b": 2}, "set": {1, 2, 3}, "set[int]": {1, 2, 3},
}  # fmt: skip
OTHER_NAMES = {"Iterable": "list", "Sequence": "list", "Collection": "list", "List": "list", "Mapping": "dict", "Dict": "dict", "Tuple": "tuple"}


@dataclass(frozen=True)
class Input:
    """The arguments of one call.

    Attributes:
        values: by position.
        words: what is special about them: ``an empty list for prices``.
        is_example: it is in the docstring.
    """

    values: tuple[Any, ...]
    words: str
    is_example: bool = False


def examples(function: ast.FunctionDef, names: dict[str, Any]) -> list[Input]:
    """The calls in a docstring's examples that have plain arguments.

    Args:
        function: with its docstring.
        names: what the page defines, to read the arguments with.
    """
    found = []
    around = dict(names)  # an example may use what an earlier line of it has made
    for example in doctest.DocTestParser().get_examples(ast.get_docstring(function) or ""):
        try:
            tree = ast.parse(example.source)
        except SyntaxError:
            continue
        for node in ast.walk(tree):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == function.name:
                values = _values(node, function, around)
                if values is not None:
                    found.append(Input(values, "the example", True))
        with contextlib.suppress(Exception), contextlib.redirect_stdout(io.StringIO()):
            exec(compile(tree, "example", "exec"), around)
    return found


def _values(call: ast.Call, function: ast.FunctionDef, names: dict[str, Any]) -> tuple[Any, ...] | None:
    """The arguments of a call in the order of the parameters; None if they are not all plain."""
    parameters = [one.arg for one in function.args.args]
    given = dict(zip(parameters, call.args, strict=False)) | {str(one.arg): one.value for one in call.keywords}
    present = list(itertools.takewhile(given.__contains__, parameters))
    if len(present) != len(given) or len(call.args) > len(parameters):
        return None
    try:
        values = tuple(eval(compile(ast.Expression(given[name]), "example", "eval"), dict(names)) for name in present)
    except Exception:
        return None
    return values if all(map(is_plain, values)) else None


def by_annotations(function: ast.FunctionDef) -> list[Input]:
    """One call made from the types of the parameters; empty if one of them has none that is known."""
    required = function.args.args[: len(function.args.args) - len(function.args.defaults)]
    values = [BY_ANNOTATION.get(_type(one.annotation)) if one.annotation else None for one in required]
    if None in values or not values:
        return []
    return [Input(tuple(copy.deepcopy(values)), "usual values")]


def _type(annotation: ast.expr) -> str:
    """A type in the words of ``BY_ANNOTATION``: ``Iterable[str] | None`` is ``list[str]``."""
    text = ast.unparse(annotation).partition(" | ")[0].strip("'\"")
    for name, known in OTHER_NAMES.items():
        text = re.sub(rf"\b(typing\.|collections\.abc\.)?{name}\b", known, text)
    return text


def variants(given: list[Input], function: ast.FunctionDef, names: dict[str, Any]) -> list[Input]:
    """Other inputs of the same types: empty, of one item, negative, longer, and at the limits that the answer names.

    Args:
        given: examples; each has one variant of each kind for each argument.
        function: the answer; a number in it may be a limit, so that number and its neighbours are tried.
        names: what the page defines, as far as the answer uses it.

    Returns:
        At most ``MOST``, none twice; the same for the same examples.
    """
    parameters = [one.arg for one in function.args.args]
    limits = _limits(function, names)
    chance = random.Random(0)
    found: dict[str, Input] = {}
    for base in given:
        for place, value in enumerate(base.values):
            for words, other in (*_at_limits(value, limits), *_variants(value)):
                values = (*base.values[:place], other, *base.values[place + 1 :])
                one = Input(values, f"{words} for {parameters[place]}")
                found.setdefault(written(values), one)
    single = list(found.values())
    for one, two in (chance.sample(single, 2) for _ in range(MOST if len(parameters) > 1 and len(single) > 1 else 0)):
        if len(one.values) == len(two.values):
            values = tuple(chance.choice(pair) for pair in zip(one.values, two.values, strict=True))
            found.setdefault(written(values), Input(values, "several other values"))
    known = {written(one.values) for one in given}
    return [one for text, one in found.items() if text not in known][:MOST]


def _limits(function: ast.FunctionDef, names: dict[str, Any]) -> list[Any]:
    """Numbers and texts in the answer, or in what it uses of the page."""
    found: list[Any] = []
    for node in ast.walk(ast.Module(function.body[1:], [])):
        value = node.value if isinstance(node, ast.Constant) else names.get(node.id) if isinstance(node, ast.Name) else None
        if type(value) in (int, float, str) and value not in found:
            found.append(value)
    return found


def _at_limits(value: Any, limits: list[Any]) -> Iterator[tuple[str, Any]]:
    for limit in limits:
        if type(value) in (int, float) and type(limit) in (int, float):
            yield from ((f"a number {words} a limit", limit + off) for words, off in (("at", 0), ("just above", 1), ("just below", -1)))
        elif type(value) is type(limit) is str and limit:
            yield "a text that means something special", limit
        elif isinstance(value, (list, tuple)) and value and type(value[-1]) is not str:
            yield from ((f"a {type(value).__name__} with {words} in it", type(value)([*value[:-1], one])) for words, one in _at_limits(value[-1], [limit]))


def _variants(value: Any) -> Iterator[tuple[str, Any]]:
    if isinstance(value, bool):
        yield f"{not value}", not value
    elif isinstance(value, (int, float)):
        yield from (("zero", type(value)(0)), ("one", type(value)(1)), ("a negative number", -value or type(value)(-3)))
        yield from (("the next number", value + 1), ("the number before", value - 1), ("a larger number", value * 3 + 2))
        yield "a large number", value * 7 + 100
        if isinstance(value, float):
            yield "half as much", value / 2
    elif isinstance(value, str):
        yield from (("an empty text", ""), ("one letter", "a"), ("a text twice", value + value), ("large letters", value.upper()))
        yield from (("a text with more blanks", f"  {value.replace(' ', '   ')} "), ("a text backwards", value[::-1]))
        yield from (("a longer text", f"{value} and Some more, to be sure"), ("a text of two lines", f"{value}\nand b"))
    elif isinstance(value, (list, tuple)):
        yield from _of_sequence(value)
    elif isinstance(value, dict):
        items = list(value.items())
        yield "an empty dict", {}
        yield from (("a dict with one key", dict(items[:1])), ("a dict in another order", dict(items[::-1])))
        for key, item in items[:2]:
            yield from ((f"a dict with {words} in it", {**value, key: other}) for words, other in _variants(item))
    elif isinstance(value, (set, frozenset)):
        yield from (("an empty set", type(value)()), ("a set of one item", type(value)(sorted(value, key=repr)[:1])))
    elif _is_array(value):
        yield from (("zeros", value * 0), ("an array backwards", value[::-1].copy()), ("other numbers", value * 3 + 1))
        yield from (("an array of one row", value[:1].copy()), ("equal numbers", value * 0 + 2))
        if value.dtype.kind in "if":
            yield from (("negative numbers", -value), ("an array twice as long", value.repeat(2, axis=0)))


def _of_sequence(value: Any) -> Iterator[tuple[str, Any]]:
    kind, items = type(value), list(value)
    name = kind.__name__
    yield f"an empty {name}", kind()
    if items:
        yield from ((f"a {name} of one item", kind(items[:1])), (f"a {name} backwards", kind(items[::-1])))
        yield from ((f"a {name} with equal items", kind([*items, *items])), (f"a {name} of the same item", kind(items[:1] * 3)))
        for place in sorted({0, len(items) - 1}):
            for words, other in _variants(items[place]):
                yield f"a {name} with {words} in it", kind([*items[:place], other, *items[place + 1 :]])


def is_plain(value: Any) -> bool:
    """Whether a value can be written into a check as it is."""
    if isinstance(value, (list, tuple, set, frozenset)):
        return all(map(is_plain, value))
    if isinstance(value, dict):
        return all(is_plain(key) and is_plain(item) for key, item in value.items())
    return type(value) in (bool, int, float, str, type(None)) or _is_array(value)


def _is_array(value: Any) -> bool:
    if type(value).__module__ != "numpy" or type(value).__name__ != "ndarray" or value.dtype.kind not in "biuf" or value.size > 200:
        return False
    return not (value != value).any() and not (abs(value) == float("inf")).any()


def written(value: Any) -> str:
    """A plain value in Python's words; an array with ``np.array``.

    Example:
        >>> written({"a": [1, 2.5]})
        "{'a': [1, 2.5]}"
    """
    if _is_array(value):
        return f"np.array({value.tolist()!r}, dtype={value.dtype.name!r})"
    if isinstance(value, dict):
        return f"{{{', '.join(f'{written(key)}: {written(item)}' for key, item in value.items())}}}"
    if isinstance(value, list):
        return f"[{', '.join(map(written, value))}]"
    if isinstance(value, tuple):
        return f"({', '.join(map(written, value))}{',' if len(value) == 1 else ''})"
    if isinstance(value, (set, frozenset)) and value:
        inside = ", ".join(sorted(map(written, value)))
        return f"{{{inside}}}" if isinstance(value, set) else f"frozenset({{{inside}}})"
    if isinstance(value, float) and (value != value or value in (float("inf"), float("-inf"))):
        return f'float("{value}")'
    return repr(value)
