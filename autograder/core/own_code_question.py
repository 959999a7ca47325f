"""A question about what a student's own function does, with its answer; and whether a typed text is that answer."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

from autograder.core.languages import in_language, shown
from autograder.core.recorded_messages import TEXTS as SAVED_TEXTS
from autograder.core.recorded_messages import recorded, restored

TEXTS = ("text", "answer", "options")
GROUPED = re.compile(r"(?<=\d)[_,](?=\d{3}(?:\D|$))")  # 100,480 and 100_480
QUOTES = "'\"‘’“” `"
TRUTH = {"true": True, "false": False}
MOST_TYPED = 200  # characters that are read
OF_ONE_INPUT = "output shape"  # the kind of question that a batch of one input answers, too


@dataclass(frozen=True)
class OwnCodeQuestion:
    """One question.

    Raises:
        ValueError: a part of it is of a wrong type, or the answer is none of the options.

    Attributes:
        kind: what is asked for: ``value``, ``shape``, ``loop``, …
        text: the question, without the line of code that it is about.
        answer: as a student types it, or the right one of the options.
        options: to choose from; empty where the answer is typed.
        line: of the page, or of the notebook's cell ``label``; None where the question is about no line. code: that line.
    """

    kind: str
    text: str
    answer: str
    options: tuple[str, ...] = ()
    line: int | None = None
    code: str = ""
    label: str = ""

    def __post_init__(self) -> None:
        texts = (self.kind, self.text, self.answer, *self.options, self.code, self.label)
        if not {*map(type, texts)} <= SAVED_TEXTS or type(self.line) not in (int, type(None)):
            raise ValueError("a part of a question is of a type that cannot be saved")
        if self.options and self.answer not in self.options:
            raise ValueError(f"{self.answer!r} is not one of the options")

    def accepts(self, typed: str) -> bool:
        """Whether this is the answer. An option is typed by its number or in its words, in English or as it is shown.

        Example:
            >>> OwnCodeQuestion("shape", "Which shape?", "(2, 3)").accepts("2,3")
            True
            >>> OwnCodeQuestion("output shape", "Which shape?", "(10,)").accepts("(1, 10)")
            True
            >>> OwnCodeQuestion("branch", "Is it true?", "False", ("True", "False")).accepts("2")
            True
        """
        typed = typed.strip()[:MOST_TYPED]
        if not typed:
            return False
        if self.options:
            return self.chosen(typed) == self.options.index(self.answer)
        mine, right = _read(typed), _read(self.answer)
        return mine == right or (self.kind == OF_ONE_INPUT and isinstance(right, list) and mine == [1, *right])

    def chosen(self, typed: str) -> int | None:
        """The place of the option that was typed; None if it is none of them."""
        typed = _plain(typed)
        words = [{_plain(shown(one)), _plain(one)} for one in self.options]
        if typed.isdecimal() and 1 <= int(typed) <= len(self.options):
            return int(typed) - 1
        return next((place for place, texts in enumerate(words) if typed in texts), None)

    def to_dict(self) -> dict[str, Any]:
        """The question's form in a report's file."""
        return {**vars(self), "options": list(self.options), **recorded(self, TEXTS)}

    @classmethod
    def from_dict(cls, content: dict[str, Any]) -> OwnCodeQuestion:
        """The inverse of ``to_dict``.

        Raises:
            KeyError, TypeError: it is none.
        """
        found = {name: content[name] for name in cls.__dataclass_fields__ if name in content}
        found = {**found, "options": tuple(map(str, found.get("options", ()))), **restored(content, TEXTS)}
        return cls(**found)

    def translated(self, language: str) -> OwnCodeQuestion:
        """The question in another language."""
        options = tuple(in_language(one, language) for one in self.options)
        answer = in_language(self.answer, language)
        return OwnCodeQuestion(self.kind, in_language(self.text, language), answer, options, self.line, self.code, self.label)


def _plain(text: str) -> str:
    return " ".join(text.strip(QUOTES + ".").casefold().split())


def _read(text: str) -> object:
    """What was typed, so that two ways to write one answer are equal: a truth value, whole numbers in their order, or words."""
    plain = _plain(text)
    if plain in TRUTH:
        return TRUTH[plain]
    bare = GROUPED.sub("", text.strip(QUOTES).strip("()[] "))
    parts = [part.strip() for part in bare.split(",")]
    if parts and parts[-1] == "" and len(parts) > 1:
        parts.pop()  # (128,)
    if len(parts) > 1 and parts[0].casefold() == "none":
        parts.pop(0)  # (None, 128): the axis of the batch, as Keras writes it
    if all(re.fullmatch(r"[-+]?\d+(\.0*)?", part) for part in parts):
        return [int(float(part)) for part in parts]
    items = [_plain(part) for part in parts]
    return [TRUTH.get(item, item) for item in items] if len(items) > 1 else items[0]
