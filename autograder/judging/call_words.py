"""A call in words, for messages: ``normalize([[[0, 255]]])`` where students may see the inputs."""

from __future__ import annotations

from typing import Any

import numpy as np

from autograder.core.languages import Message, joined, message
from autograder.expectations.answer import Answer
from autograder.expectations.handed import Callback, File
from autograder.transport import pandas_tables

SHOWN_ITEMS = 8  # arrays and containers up to this size are written out
LONGEST_TEXT = 60  # characters of a text
LONGEST_CALL = 160  # characters of an argument that is written out


def call_words(function: str, arguments: dict[str, Any], show_inputs: bool) -> str:
    """The call, with the name of an argument where its value is hidden or too long."""
    texts = [(literal(value) if show_inputs else "") or name for name, value in arguments.items()]
    if not any(isinstance(text, Message) for text in texts):
        return f"{function}({', '.join(texts)})"
    return message("{function}({arguments})", function=function, arguments=joined(texts, ", "))


def literal(value: object) -> str:
    """A value as a page would write it; empty where that is too long."""
    text = _written(value)
    return text if len(text) <= LONGEST_CALL else ""


def _written(value: object) -> str:
    kind = type(value)
    if kind is str:
        return repr(value) if len(str(value)) <= LONGEST_TEXT else ""
    if isinstance(value, np.ndarray):
        if value.size == 0:
            return message("an empty array")
        return str(value.tolist()) if value.size <= SHOWN_ITEMS else ""
    if isinstance(value, (bool, int, float, complex)) or value is None or isinstance(value, np.generic):
        return repr(value.item() if isinstance(value, np.generic) else value)
    if isinstance(value, File):
        return repr(value.name)
    if isinstance(value, Callback):
        return value.name
    if isinstance(value, Answer):
        return value.call if len(value.call) <= LONGEST_TEXT else ""
    if kind in (list, tuple) and len(value) <= SHOWN_ITEMS:  # type: ignore[arg-type]
        return _joined(value, "[]" if kind is list else "()", list(map(_written, value)))  # type: ignore[call-overload]
    if isinstance(value, dict) and len(value) <= SHOWN_ITEMS:
        items = {_written(key): _written(item) for key, item in value.items()}
        return _joined(value, "{}", [f"{key}: {item}" if key and item else "" for key, item in items.items()])
    if pandas_tables.is_pandas(value):
        return ""
    return repr(value) if kind.__module__ in ("decimal", "fractions", "datetime") else ""


def _joined(value: Any, brackets: str, texts: list[str]) -> str:
    if not all(texts):
        return ""
    comma = "," if brackets == "()" and len(value) == 1 else ""
    return f"{brackets[0]}{', '.join(texts)}{comma}{brackets[1]}"
