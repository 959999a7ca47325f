"""The variants of an assignment: named parameters with their allowed values, and which of them a student has.

The engine knows no parameter. The settings name them, marks in the files say where their values are (``variant_marks``), and a
student's values follow from a text that the course keeps (its seed) and the student's id, on every machine alike::

    [variants]
    white = [255, 100, 1000]

The first value of each is that of the ordinary assignment. A variant is written as the JSON of its values. That text is what
travels, is in reports, and is compared. Entries of tables whose name begins with ``_`` are pieces of text and code that follow from
the others: they are not in it, because students get it.
"""

from __future__ import annotations

import hashlib
import itertools
import json
import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from autograder.content.variant_marks import Value, Values
from autograder.core.languages import message
from autograder.core.near_names import suggest

FORBIDDEN = "\"'\\{}"  # would end a text in code, or be taken for a parameter
Allowed = Mapping[str, Sequence[Value]]  # parameter -> its values, the ordinary one first
FILE = "variant.json"  # beside the settings: which variant a folder is
LENGTH = 6  # of a code, in hexadecimal digits


class NoSuchVariant(ValueError):
    """A variant that the assignment does not have, or a student of whom it is not known which one it is. The text says why."""


def allowed(table: Mapping[str, Any]) -> dict[str, tuple[Value, ...]]:
    """The table ``[variants]`` of the settings, checked.

    Raises:
        ValueError: a sentence that names the key, without the file.
    """
    found: dict[str, tuple[Value, ...]] = {}
    for name, values in table.items():
        key = f"variants.{name}"
        if not name.isidentifier():
            raise ValueError(message("{key}: the name of a parameter has letters, digits and _ only", key=key))
        if type(values) is not list or len(values) < 2:
            said = message("{key} must be a list of two values or more, the ordinary one first; it is {value}", key=key, value=repr(values))
            raise ValueError(said)
        for place, one in enumerate(values):
            if one in values[:place]:
                raise ValueError(message("{key} has the value {value} twice", key=key, value=repr(one)))
            _check(key, one)
        tables = [set(one) for one in values if isinstance(one, dict)]
        if tables and (len(tables) < len(values) or any(one != tables[0] for one in tables)):
            raise ValueError(message("{key}: if one value is a table, all are, and all have the same keys", key=key))
        if len({as_text({name: one}) for one in values}) < len(values):
            raise ValueError(message("{key}: two values differ only in entries whose name begins with _, so no text could name one of them", key=key))
        found[name] = tuple(values)
    return found


def _check(key: str, one: object) -> None:
    parts = list(one.values()) if isinstance(one, dict) and one else [one]
    for part in parts:
        if type(part) not in (str, int, float) or (isinstance(part, float) and not math.isfinite(part)):
            raise ValueError(message("{key}: {value} is not a text, a number, or a table of these", key=key, value=repr(one)))
        if isinstance(part, str) and (not part.strip() or not part.isprintable() or set(part) & set(FORBIDDEN)):
            raise ValueError(
                message(
                    "{key}: {value} cannot be a value. It must not be empty, and must not contain quotation marks, \\, {{ or }}",
                    key=key, value=repr(part),
                )
            )  # fmt: skip


def ordinary(parameters: Allowed) -> dict[str, Value]:
    """The values of the ordinary assignment."""
    return {name: values[0] for name, values in parameters.items()}


def as_text(values: Values) -> str:
    """A variant as a text, always the same one for the same values.

    Example:
        >>> as_text({"white": 100, "label": {"first": 1, "_call": "f(1)"}})
        '{"label": {"first": 1}, "white": 100}'
    """
    return json.dumps({name: _named(value) for name, value in values.items()}, sort_keys=True, ensure_ascii=False)


def values_of(text: str, parameters: Allowed) -> dict[str, Value]:
    """The values that a variant's text names; empty for an empty text.

    Raises:
        NoSuchVariant: it names something else than one allowed value for each parameter. The author may have changed them since.
    """
    if not text:
        return {}
    try:
        found = json.loads(text)
    except ValueError:
        found = None
    if not isinstance(found, dict):
        raise NoSuchVariant(message("This is not a variant: {text}", text=repr(text[:60])))
    for name, value in list(found.items()):
        if name not in parameters:
            raise NoSuchVariant(message("The assignment has no parameter {name}.{near} Has [variants] been changed?", name=repr(name), near=suggest(name, parameters)))
        found[name] = next((one for one in parameters[name] if _named(one) == value and not isinstance(value, bool)), None)
        if found[name] is None:
            raise NoSuchVariant(message("{value} is not an allowed value of the parameter {name}. Has [variants] been changed?", value=repr(value), name=name))
    if missing := [name for name in parameters if name not in found]:
        raise NoSuchVariant(message("The variant has no value for the parameter {name}. Has [variants] been changed?", name=missing[0]))
    return found


def of_student(parameters: Allowed, seed: str, student: str) -> str:
    """A student's variant; empty if the assignment has none.

    Each parameter is drawn by itself, so that a new one leaves the others as they are.

    Args:
        seed: of the course; any text. student: the id.

    Example:
        >>> of_student({"white": [255, 100]}, "autumn", "ada") == of_student({"white": [255, 100]}, "autumn", "ada")
        True
    """
    if not parameters:
        return ""
    return as_text({name: values[_number(seed, student, name) % len(values)] for name, values in parameters.items()})


def some(parameters: Allowed, names: Iterable[str], count: int) -> list[str]:
    """Variants in which only some parameters have other than the ordinary values: all that there are, or so many of them.

    Args:
        names: of these parameters.

    Returns:
        Different variants, the ordinary one first.
    """
    wanted = set(names)
    chosen = {name: values if name in wanted else values[:1] for name, values in parameters.items()}
    if how_many(parameters, wanted) <= count:
        return [as_text(dict(zip(chosen, one, strict=True))) for one in itertools.product(*chosen.values())]
    drawn = (of_student(chosen, "some", str(number)) for number in itertools.count())
    found = {as_text(ordinary(parameters)): None}
    while len(found) < count:
        found[next(drawn)] = None
    return list(found)


def how_many(parameters: Allowed, names: Iterable[str]) -> int:
    """How many variants there are in which only some parameters have other than the ordinary values."""
    return math.prod(len(parameters[name]) for name in names)


def projected(text: str, parameters: Allowed, names: Iterable[str]) -> str:
    """A variant with the ordinary value of every parameter but these; empty where all values are the ordinary ones.

    Raises:
        NoSuchVariant: see ``values_of``.
    """
    values = values_of(text, parameters)
    usual = ordinary(parameters)
    kept = usual | {name: values[name] for name in names if name in values}
    return "" if kept == usual or not values else as_text(kept)


@dataclass(frozen=True)
class FoundVariant:
    """What a folder says of the variant that is in it. Attributes: text: see ``as_text``; base: the version of the assignment."""

    text: str = ""
    base: str = ""

    @property
    def content(self) -> str:
        """Of the file ``FILE``."""
        return json.dumps({"variant": json.loads(self.text), "version": self.base}, sort_keys=True, ensure_ascii=False, indent=1) + "\n"


def read_variant(folder: Path) -> FoundVariant:
    """The variant that was made in a folder; an empty text for an ordinary assignment.

    Raises:
        OSError, ValueError: the file is there and cannot be read.
    """
    path = folder / FILE
    if not path.is_file():
        return FoundVariant()
    content = json.loads(path.read_text("utf-8"))
    if not isinstance(content, dict) or not isinstance(content.get("variant"), dict):
        raise ValueError(message("{file} does not say which variant it is", file=FILE))
    return FoundVariant(as_text(content["variant"]), str(content.get("version", "")))


def code(text: str) -> str:
    """A few letters that stand for a variant, such as a page bears."""
    return hashlib.sha256(text.encode()).hexdigest()[:LENGTH]


def in_words(text: str) -> str:
    """A variant as people read it.

    Example:
        >>> in_words('{"label": {"first": 1, "last": 9}, "white": 100}')
        'label.first = 1, label.last = 9, white = 100'
    """
    try:
        values = json.loads(text) if text else {}
    except ValueError:
        return text
    parts: list[tuple[str, object]] = []
    for name, value in values.items() if isinstance(values, dict) else ():
        parts += [(f"{name}.{key}", one) for key, one in value.items()] if isinstance(value, dict) else [(name, value)]
    return ", ".join(f"{name} = {value}" for name, value in parts)


def _named(value: object) -> object:
    """What of a value is in the text of a variant."""
    return {key: one for key, one in value.items() if not key.startswith("_")} if isinstance(value, Mapping) else value


def _number(*parts: str) -> int:
    """A number that follows from texts, on every machine and in every version of Python."""
    return int.from_bytes(hashlib.sha256("\0".join(parts).encode("utf-8", "surrogatepass")).digest(), "big")
