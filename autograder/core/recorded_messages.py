"""The messages among a record's texts, as the report's file keeps them: beside the English texts, which stay what counts.

A report can then be read in another language than the one in which it was graded. Whoever changes a text in the file by hand has
changed what is read: a message whose English is another one is not used.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from autograder.core.languages.messages import Message, as_plain, from_plain

KEY = "messages"
TEXTS = {str, Message}  # the types of a text in a record: both are plain data


def recorded(record: object, names: Iterable[str]) -> dict[str, Any]:
    """What a record's file has in addition: name of a text, or of a tuple of texts -> its template and values.

    Example:
        >>> recorded(object(), [])
        {}
    """
    found = {name: _plain(value) for name in names if _is_message(value := getattr(record, name))}
    return {KEY: found} if found else {}


def restored(content: dict[str, Any], names: Iterable[str]) -> dict[str, Any]:
    """The texts of a file that have a message beside them, as messages. What does not fit its text is left out."""
    kept = content.get(KEY)
    if not isinstance(kept, dict):
        return {}
    return {name: _read(kept[name], content[name]) for name in names if name in kept and name in content}


def _is_message(value: object) -> bool:
    return isinstance(value, Message) or (isinstance(value, tuple) and any(isinstance(one, Message) for one in value))


def _plain(value: Any) -> Any:
    return [as_plain(one) if isinstance(one, Message) else None for one in value] if isinstance(value, tuple) else as_plain(value)


def _read(kept: Any, text: Any) -> Any:
    if isinstance(text, (list, tuple)):
        parts = kept if isinstance(kept, list) and len(kept) == len(text) else [None] * len(text)
        return tuple(restored_one(part, str(one)) for part, one in zip(parts, text, strict=True))
    return restored_one(kept, text)


def restored_one(kept: Any, text: Any) -> Any:
    """The message of one text, if it still says the same; else the text."""
    if kept is None or type(text) is not str:
        return text
    try:
        found = from_plain(kept)
    except (ValueError, TypeError, RecursionError):
        return text
    return found if found == text else text
