"""Wrong answers that beginners give to almost any function: an argument that is treated wrongly first, or a result afterwards."""

from __future__ import annotations

import ast
import copy
from collections.abc import Iterator
from typing import Any

from autograder.authoring.draft_inputs import written
from autograder.authoring.draft_mutants import Change, without_docstring

# For each kind of value: what is done to an argument before anything else, or to a result at the end.
ARGUMENTS = {
    "sequence": {"leaves_out_the_first": "{0}[1:]", "leaves_out_the_last": "{0}[:-1]", "takes_each_once": "list(dict.fromkeys({0}))"},
    "text": {"leaves_out_the_first_letter": "{0}[1:]", "leaves_out_the_last_letter": "{0}[:-1]", "makes_small_letters": "{0}.lower()"},
    "number": {"forgets_the_sign": "abs({0})", "forgets_the_fraction": "int({0})"},
    "dict": {"leaves_out_a_key": "dict(list({0}.items())[1:])"},
    "array": {"leaves_out_the_first": "{0}[1:]", "leaves_out_the_last": "{0}[:-1]"},
}
RESULTS = {
    "sequence": {"turns_the_result_round": "list({0})[::-1]", "sorts_the_result": "sorted({0})", "gives_only_the_first": "list({0})[:1]"},
    "text": {"gives_large_letters": "{0}.upper()", "adds_a_blank": "{0} + ' '"},
    "number": {"one_too_many": "{0} + 1", "one_too_few": "{0} - 1", "gives_a_list": "[{0}]", "forgets_the_minus": "-{0}"},
    "truth": {"gives_the_opposite": "not {0}"},
    "dict": {"gives_the_keys": "list({0})", "gives_the_values": "list({0}.values())"},
    "array": {"turns_the_result_round": "{0}[::-1]", "gives_the_sum": "{0}.sum()"},
}
LESSONS = {
    "leaves_out_the_first": "The first item is left out. What is the index of the first item of a sequence?",
    "leaves_out_the_last": "The last item is left out. A slice and a range end before the number that you write last.",
    "takes_each_once": "Items that occur more than once are treated as one. Does the description say so?",
    "leaves_out_the_first_letter": "The first letter is left out. What is the index of the first letter of a text?",
    "leaves_out_the_last_letter": "The last letter is left out. A slice and a range end before the number that you write last.",
    "makes_small_letters": "You make all letters small before you begin. Does the description treat large and small letters alike?",
    "forgets_the_sign": "A negative number is treated as if it were positive. Try your function with one.",
    "forgets_the_fraction": "You cut off what comes after the decimal point. Try your function with a number like 2.5.",
    "leaves_out_a_key": "The first key of the dictionary is left out. Which loop goes through all of them?",
    "turns_the_result_round": "The result is in the wrong order: what should be first is last.",
    "sorts_the_result": "The result is sorted. The description wants it in the order in which the items come.",
    "gives_only_the_first": "The result has only its first item. Does your function return before it has seen everything?",
    "gives_large_letters": "The result is in capital letters. The description does not ask for that.",
    "adds_a_blank": "The result has a blank at its end. Where does it come from?",
    "one_too_many": "The result is one too large. With which number do you begin to count?",
    "one_too_few": "The result is one too small. With which number do you begin to count?",
    "gives_a_list": "You put the result into a list. The description wants the number alone.",
    "forgets_the_minus": "The result has the wrong sign. Which of the two numbers do you subtract from the other?",
    "gives_the_opposite": "The result is the opposite of what is wanted. Read the condition aloud: when should it be true?",
    "gives_the_keys": "The result has only the keys. Where are the values that belong to them?",
    "gives_the_values": "The result has only the values. Which keys do they belong to?",
    "gives_the_sum": "The result is one number for everything. The description wants one for each item.",
    "always_the_same": "Your function gives the same result whatever it is given. Which of its arguments does your code use?",
    "exchanges_the_arguments": "You took the first argument for the second. Read their order in the description.",
}  # fmt: skip


def typical(function: ast.FunctionDef, values: tuple[Any, ...], result: Any) -> list[Change]:
    """Typical wrong answers to a function that is called with such values and gives such a result.

    Args:
        values: the arguments of one example, by position.
        result: what the answer gives for them.

    Example:
        >>> one = ast.parse("def double(number):\\n    return 2 * number").body[0]
        >>> [change.kind for change in typical(one, (2,), 4)][:2]
        ['always_the_same', 'forgets_the_sign']
    """
    bare = without_docstring(function)
    parameters = [one.arg for one in function.args.args]
    found = [_with_body(bare, "always_the_same", [f"return {written(result)}"])]
    if len(values) > 1 and _kind(values[0]) == _kind(values[1]):
        first, second = parameters[:2]
        found.append(_with_first(bare, "exchanges_the_arguments", f"{first}, {second} = {second}, {first}"))
    for parameter, value in zip(parameters, values, strict=False):
        for kind, form in ARGUMENTS.get(_kind(value), {}).items():
            found.append(_with_first(bare, kind, f"{parameter} = {form.format(parameter)}"))
    found += _with_results(bare, RESULTS.get(_kind(result), {}))
    return found


def _kind(value: Any) -> str:
    kinds = {bool: "truth", int: "number", float: "number", str: "text", list: "sequence", tuple: "sequence", dict: "dict"}
    return kinds.get(type(value), "array" if hasattr(value, "dtype") else "")


def _with_body(function: ast.FunctionDef, kind: str, lines: list[str]) -> Change:
    changed = copy.deepcopy(function)
    changed.body = ast.parse("\n".join(lines)).body
    return Change(kind, ast.unparse(changed), f"all of it → {lines[0]}", LESSONS[kind])


def _with_first(function: ast.FunctionDef, kind: str, line: str) -> Change:
    changed = copy.deepcopy(function)
    changed.body = [*ast.parse(line).body, *changed.body]
    return Change(kind, ast.unparse(changed), f"{line}, first of all", LESSONS[kind])


def _with_results(function: ast.FunctionDef, forms: dict[str, str]) -> Iterator[Change]:
    for kind, form in forms.items():
        changed = copy.deepcopy(function)
        for node in ast.walk(changed):
            if isinstance(node, ast.Return) and node.value is not None:
                node.value = ast.parse(form.format(f"({ast.unparse(node.value)})"), mode="eval").body
        yield Change(kind, ast.unparse(ast.fix_missing_locations(changed)), f"a result → {form.format('result')}", LESSONS[kind])
