"""``assignment.toml`` as students receive it: its values, however they are written, without what only hidden checks need."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from typing import Any

from autograder.core.toml_text import quoted

PUBLIC_NUMBERS = ("images", "rows", "epochs", "batch_size")  # of a budget; thresholds belong to hidden checks
NOT_FOR_STUDENTS = ("name", "variants")  # ``name`` is written anew
WIDTH = 100  # of a list in one line


def public_settings(text: str, name: str, worth: Mapping[str, float], home: str | None = None) -> str:
    """The settings for students.

    Args:
        text: of the author's file. name: of the assignment. worth: exercise -> its points.
        home: what takes the place of its ``home``; None for what it says.

    Example:
        >>> print(public_settings("title = 'Two'  # a comment\\nbudgets.quick = {rows = 9, threshold = 0.9}", "two", {}), end="")
        name = "two"
        title = "Two"
        <BLANKLINE>
        [budgets.quick]
        rows = 9
    """
    content = {key: value for key, value in tomllib.loads(text).items() if key not in NOT_FOR_STUDENTS}
    if home is not None and home != content.get("home", ""):
        content["home"] = home
    if "budgets" in content:
        content["budgets"] = {one: _only(numbers, PUBLIC_NUMBERS) for one, numbers in content["budgets"].items()}
    exercises = content.get("exercises", {})
    for one in worth.keys() & exercises.keys():
        exercises[one] = {"points": worth[one], **exercises[one]}
    return "\n".join(_lines({"name": name, **content}, ())) + "\n"


def _only(table: Mapping[str, Any], keys: tuple[str, ...]) -> dict[str, Any]:
    return {key: value for key, value in table.items() if key in keys}


def _lines(table: Mapping[str, Any], path: tuple[str, ...]) -> Iterator[str]:
    """A table in TOML: first its own values, then the tables in it."""
    values = {key: value for key, value in table.items() if not isinstance(value, dict)}
    if path and (values or not table):
        yield f"\n[{'.'.join(map(_key, path))}]"
    for key, value in values.items():
        yield f"{_key(key)} = {_value(value)}"
    for key, value in table.items():
        if isinstance(value, dict):
            yield from _lines(value, (*path, key))


def _key(key: str) -> str:
    """A key that TOML takes without quotes, or one in quotes."""
    return key if key.isascii() and key.replace("-", "_").isidentifier() else quoted(key)


def _value(value: Any) -> str:
    if isinstance(value, str):
        return quoted(value)
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, list):
        items = [_value(one) for one in value]
        row = f"[{', '.join(items)}]"
        return row if len(row) <= WIDTH else "[\n" + "".join(f"  {one},\n" for one in items) + "]"
    if isinstance(value, float):
        return f"{value:g}" if float(f"{value:g}") == value else repr(value)
    return str(value)
