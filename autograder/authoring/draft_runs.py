"""Runs an author's answer, and changed forms of it, on inputs. They are the author's own code, so they run in this process."""

from __future__ import annotations

import copy
import functools
import io
import sys
from collections.abc import Callable
from contextlib import redirect_stderr, redirect_stdout
from types import FrameType
from typing import Any

from autograder.authoring.draft_inputs import Input, is_plain, written
from autograder.core.languages import message
from autograder.expectations.nearness import difference
from autograder.expectations.value_words import TOLERANCE

MOST_LINES = 100_000  # a call that runs more lines of Python is taken for a loop that does not end
ONE_FILE = "(a form of the answer)"
ENDLESS, RAISES, OBJECT = "?does not end", "?raises ", "?a "  # how a result begins that no check can expect


class TooLong(BaseException):
    """A call has run too many lines. Not an ``Exception``, so that no ``except`` of the answer catches it."""


def page_names(source: str, name: str) -> dict[str, Any]:
    """What a page defines when it runs from top to bottom. What it prints is not shown.

    Raises:
        Exception: whatever the page raises.
    """
    names: dict[str, Any] = {"__name__": name, "__file__": f"{name}.py"}
    with redirect_stdout(io.StringIO()), redirect_stderr(io.StringIO()):
        exec(compile(source, f"{name}.py", "exec"), names)
    return names


def results(source: str, name: str, names: dict[str, Any], inputs: list[Input]) -> list[str]:
    """What a function gives for each input, as text: a value in Python's words, or what was raised.

    Args:
        source: of the function.
        names: what its page defines.

    Returns:
        One text for each input; ``?`` before what cannot be written into a check.
    """
    around = dict(names)
    exec(compile(source, ONE_FILE, "exec"), around)
    return [_result(around[name], one.values) for one in inputs]


def _result(function: Callable, values: tuple[Any, ...]) -> str:
    values = copy.deepcopy(values)
    try:
        with redirect_stdout(io.StringIO()), redirect_stderr(io.StringIO()):
            value = _limited(lambda: function(*values))
    except TooLong:
        return ENDLESS
    except Exception as error:
        return f"{RAISES}{type(error).__name__}"
    value = _unwrapped(value)
    return written(value) if is_plain(value) else f"{OBJECT}{type(value).__name__}"


def in_words(result: str) -> str:
    """What a result is, to say why no check can expect it.

    Example:
        >>> in_words("?raises ValueError"), in_words("?a set"), in_words("None")
        ('raises ValueError', 'a set', 'None')
    """
    if result == ENDLESS:
        return message("does not end")
    if result.startswith(RAISES):
        return message("raises {error}", error=result.removeprefix(RAISES))
    if result.startswith(OBJECT):
        return message("a {kind}", kind=result.removeprefix(OBJECT))
    return result


def _unwrapped(value: Any) -> Any:
    """Numbers of NumPy's as Python's, also inside; arrays stay."""
    if type(value).__module__ == "numpy" and getattr(value, "ndim", 1) == 0:
        return value.item()
    if type(value) in (list, tuple):
        return type(value)(map(_unwrapped, value))
    if type(value) is dict:
        return {_unwrapped(key): _unwrapped(item) for key, item in value.items()}
    return value


def _limited(call: Callable[[], Any]) -> Any:
    left = MOST_LINES

    def watch(frame: FrameType, event: str, argument: object) -> Callable | None:
        nonlocal left
        left -= 1
        if left < 0:
            raise TooLong
        return watch

    before = sys.gettrace()
    sys.settrace(watch)
    try:
        return call()
    finally:
        sys.settrace(before)


def is_usable(result: str) -> bool:
    """Whether a check can expect a result."""
    return not result.startswith("?") and result != "None"


def are_same(one: str, other: str) -> bool:
    """Whether a check that expects one result accepts the other."""
    if one == other or not is_usable(one) or not is_usable(other):
        return one == other
    return difference(value_of(one), value_of(other), TOLERANCE) is None


@functools.cache
def value_of(text: str) -> Any:
    """A usable result as a value: text that ``written`` has made, in this process. Not to be changed."""
    return eval(text, {"np": sys.modules.get("numpy"), "frozenset": frozenset, "float": float})
