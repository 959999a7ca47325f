"""A sentence that can be read in another language: the English text, and the template and values that it is made of.

A ``Message`` is a ``str``, so whoever does not ask for its parts sees the English sentence. What judges and remembers never
asks; only what shows a sentence to a person does (``rendering``).
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Mapping
from typing import Any, Self

from autograder.core.languages import templates

ENGLISH = "en"
ENGINE = "autograder"  # the domain of the engine's sentences
OF_ITS_ASSIGNMENT = ""  # the domain of a sentence of a check, until it is known whose check it is
UNKNOWN = "*"  # in the place of such a domain in a file
MOST_PARTS = 200  # of one message that is read back
DEEPEST = 12
LARGEST = 1e300  # number in a message
NOT_FINITE = "not finite"  # the key of a number that JSON does not have
LONGEST = 20_000  # characters of one template or value
NAME = re.compile(r"[a-z]\w{0,40}")

Value = str | int | float


class Message(str):
    """An English sentence that knows what it is made of. Immutable; equal to every text that says the same.

    Attributes:
        template: the sentence with named holes, ``{name}`` or ``{name:.2f}``. It identifies the sentence in the catalogues.
        values: what is in the holes: texts, numbers and messages. Without values the template is the sentence, braces and all.
        plural: the template for other numbers than one, and number: the number; None where there is only one form.
        context: what the sentence is about, to tell equal sentences apart; else empty.
        domain: whose sentence it is: the engine's, or an assignment's name.
        parts: of several sentences, each of them, and separator: what is between; the rest is then empty.
    """

    template: str
    values: Mapping[str, Value]
    plural: str | None
    number: int | None
    context: str
    domain: str
    parts: tuple[str, ...]
    separator: str

    def __new__(
        cls,
        template: str = "",
        values: Mapping[str, Any] | None = None,
        *,
        plural: str | None = None,
        number: int | None = None,
        context: str = "",
        domain: str = ENGINE,
        parts: tuple[str, ...] = (),
        separator: str = "",
    ) -> Self:
        if parts:
            made = super().__new__(cls, separator.join(parts))
        else:
            chosen = template if plural is None or number == 1 else plural
            values = _plain_values(values, (template, plural or "")) if values else {}
            made = super().__new__(cls, templates.fill(chosen, values) if values else chosen)
        made.__dict__.update(
            template=str(template), values=values or {}, plural=plural, number=number, context=context, domain=domain,
            parts=parts, separator=separator,
        )  # fmt: skip
        return made

    def __setattr__(self, name: str, value: object) -> None:
        raise AttributeError(f"a message is not changed: {name}")

    def __reduce__(self) -> tuple[Any, ...]:
        return _again, (dict(vars(self)),)

    def asks_for(self, name: str) -> bool:
        """Whether there is a hole of this name in it, or in one of its sentences."""
        if self.parts:
            return any(one.asks_for(name) for one in self.parts if isinstance(one, Message))
        return name in templates.holes(self.template) or name in templates.holes(self.plural or "")

    def having(self, **values: Any) -> Message:
        """The same sentence with more of its holes filled in.

        Example:
            >>> message("{call} gave {what}.", what="None").having(call="f(1)")
            'f(1) gave None.'
        """
        if self.parts:
            parts = tuple(one.having(**values) if isinstance(one, Message) else one for one in self.parts)
            return Message(parts=parts, separator=self.separator)
        fitting = {name: value for name, value in values.items() if self.asks_for(name)}
        return Message(**{**vars(self), "values": {**self.values, **fitting}}) if fitting else self

    def of(self, domain: str) -> Message:
        """The same sentence, and those in it, where it is not known yet of which assignment they are."""
        if self.parts:
            return Message(parts=tuple(of_assignment(one, domain) for one in self.parts), separator=self.separator)
        known = {**vars(self), "values": {name: of_assignment(value, domain) for name, value in self.values.items()}}
        return Message(**known | {"domain": self.domain or domain})


def message(template: str, /, **values: Any) -> Message:
    """A sentence of the engine.

    Args:
        template: written out where this is called, so that it is found by ``authoring.translations``.
        values: by the names of its holes. An exception is what it says; other things than texts, numbers and messages become texts.

    Example:
        >>> said = message("{call} gave {share:.0%}.", call="f(x)", share=0.251)
        >>> said, said.values["share"]
        ('f(x) gave 25%.', 0.25)
    """
    return Message(template, values)


def plural(one: str, many: str, count: float, /, **values: Any) -> Message:
    """A sentence that is another one for other numbers than one; ``{count}`` is the number.

    Example:
        >>> plural("{count} image", "{count} images", 3)
        '3 images'
    """
    return Message(one, {"count": count, **values}, plural=many, number=_whole(count))


def _whole(count: float) -> int:
    """The number by which a form is chosen: 1.5 points are several."""
    return int(count) if count == int(count) else max(2, int(count))


def joined(parts: Iterable[str], separator: str = " ") -> str:
    """Whole sentences, one after the other. Empty ones are left out.

    Example:
        >>> joined([message("No."), "", message("Look again.")])
        'No. Look again.'
    """
    said = tuple(one for one in parts if one)
    if len(said) < 2:
        return said[0] if said else ""
    return Message(parts=said, separator=separator)


def authored(text: str, /, **values: Any) -> str:
    """A text that an assignment's author has written, as a message of that assignment; empty as it is.

    Args:
        text: with values, a template; written out where this is called.
        values: by the names of its holes, as in ``message``.

    Example:
        >>> authored("Look at {}.").domain == OF_ITS_ASSIGNMENT
        True
        >>> authored("{call} writes {written}.", call="f(1)", written="7")
        'f(1) writes 7.'
    """
    return Message(text, values, domain=OF_ITS_ASSIGNMENT) if text and not isinstance(text, Message) else text


def authored_plural(one: str, many: str, count: float, /, **values: Any) -> Message:
    """``plural`` for a text of an assignment's author."""
    return Message(one, {"count": count, **values}, plural=many, number=_whole(count), domain=OF_ITS_ASSIGNMENT)


def what_it_says(error: BaseException) -> str:
    """The text of an exception, as a message where it was raised with one: ``str`` makes a plain text of it."""
    return error.args[0] if len(error.args) == 1 and isinstance(error.args[0], Message) else str(error)


def of_assignment(value: Any, domain: str) -> Any:
    return value.of(domain) if isinstance(value, Message) else value


def as_plain(text: str) -> Any:
    """A message as data for JSON; any other text stays a text."""
    if not isinstance(text, Message):
        return str(text)
    if text.parts:
        return {"parts": [as_plain(one) for one in text.parts], "separator": text.separator}
    values = {name: as_plain(one) if isinstance(one, str) else _for_json(one) for name, one in text.values.items()}
    found = {"template": text.template, "values": values, "plural": text.plural, "number": text.number}
    found |= {"context": text.context, "domain": "" if text.domain == ENGINE else text.domain or UNKNOWN}
    return {key: value for key, value in found.items() if value or type(value) is int}


def _for_json(number: float) -> Any:
    """JSON has no NaN and no infinity, and Python does not write any whole number: a message with a larger one is read as its text."""
    if -LARGEST <= number <= LARGEST:
        return number
    return {NOT_FINITE: repr(number)} if isinstance(number, float) and not math.isfinite(number) else None


def from_plain(data: Any) -> str:
    """The inverse of ``as_plain``, for data from a file that anybody may have written.

    Raises:
        ValueError: it is not such data.

    Example:
        >>> from_plain(as_plain(plural("one {what}", "{count} {what}s", 2, what="row")))
        '2 rows'
    """
    return _read(data, DEEPEST, [MOST_PARTS])


def _read(data: Any, depth: int, left: list[int]) -> str:
    left[0] -= 1
    if depth < 0 or left[0] < 0:
        raise ValueError("a message has too many parts")
    if type(data) is str:
        return _text(data)
    if type(data) is not dict:
        raise ValueError("a part of a message is not a text")
    if "parts" in data:
        if type(data["parts"]) is not list:
            raise ValueError("the parts of a message are not a list")
        return Message(parts=tuple(_read(one, depth - 1, left) for one in data["parts"]), separator=_text(data.get("separator", "")))
    values, number = data.get("values", {}), data.get("number")
    if type(values) is not dict or type(number) not in (int, type(None)):
        raise ValueError("the values of a message are not of the types they have")
    return Message(
        _text(data.get("template")),
        {_name(name): _value(one, depth, left) for name, one in values.items()},
        plural=_text(data["plural"]) if "plural" in data else None,
        number=number,
        context=_text(data.get("context", "")),
        domain=_text(data.get("domain", "")).removesuffix(UNKNOWN) if data.get("domain") else ENGINE,
    )


def _value(value: Any, depth: int, left: list[int]) -> Value:
    if type(value) in (int, float):
        number: int | float = value
        if not -LARGEST <= number <= LARGEST:
            raise ValueError("a number of a message is too large")
        return number
    if type(value) is dict and value.keys() == {NOT_FINITE}:
        if value[NOT_FINITE] not in ("nan", "inf", "-inf"):
            raise ValueError("a number of a message is not one that JSON does not have")
        return float(value[NOT_FINITE])
    return _read(value, depth - 1, left)


def _text(value: Any) -> str:
    if type(value) is not str or len(value) > LONGEST:
        raise ValueError("a part of a message is not a text of a usual length")
    text: str = value
    return text


def _name(name: Any) -> str:
    if not NAME.fullmatch(_text(name)):
        raise ValueError("the name of a value is not a name")
    return str(name)


def _plain_values(values: Mapping[str, Any], wanted: Iterable[str]) -> dict[str, Value]:
    """Texts, numbers and messages; a number no more exact than the sentence shows it, and nothing that it does not show."""
    shown = {name: spec for template in wanted for name, spec in templates.holes(template).items()}
    return {name: _plain(value, shown[name]) for name, value in values.items() if name in shown}


def _plain(value: Any, spec: str) -> Value:
    if isinstance(value, BaseException):
        value = what_it_says(value)
    if isinstance(value, Message) or type(value) is str:
        return value
    if isinstance(value, (bool, type(None))) or not hasattr(value, "__float__"):
        return str(value)
    if hasattr(value, "ndim"):  # of NumPy
        value = str(value) if value.ndim else value.item()
    if type(value) is int:
        return value
    return templates.as_shown(value, spec) if type(value) is float else str(value)


def _again(known: dict[str, Any]) -> Message:
    return Message(**known)
