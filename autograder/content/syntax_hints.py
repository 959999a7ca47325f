"""What is wrong with a line that Python cannot read, where Python's own words do not help a beginner."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable

from autograder.core.languages import message

QUOTES = "“”„‟‘’‚‛«»‹›′″`´"
DASHES = "‐‑‒–—―−"


def _foreign(line: str) -> str:
    """Advice about the first character that looks like one of Python's and is another; empty if there is none."""
    for character in line:
        if character in QUOTES[:-2]:
            return message("{character} is a quotation mark from a word processor or a web page. Type a straight one: ' or \".", character=character)
        if character in DASHES:
            return message("{character} is a dash, not the minus sign. Type - from the keyboard.", character=character)
        if ord(character) < 128:
            continue
        if unicodedata.category(character) in ("Zs", "Cf", "Cc", "Zl", "Zp"):
            name = unicodedata.name(character, "an invisible character").lower()
            return (
                message(
                    "This line contains an invisible character (U+{number:04X}, {name}) that was pasted with the text. Delete the spaces "
                    "in this line and type them again.",
                    number=ord(character), name=name,
                )
            )
        narrow = unicodedata.normalize("NFKC", character)
        if narrow != character and len(narrow) == 1 and narrow.isascii() and not narrow.isalnum():
            return message(
                "{character} is a wide character from an East Asian keyboard. Switch the keyboard to English and type {narrow} instead.",
                character=character, narrow=narrow,
            )
    return ""


# (fits a line and Python's message, what to do): the first that fits is said.
HINTS: list[tuple[Callable[[str, str], object], str]] = [
    (lambda line, _message: re.match(r"\s*(```|~~~)", line), message("``` marks code on web pages and in chats; it is not Python. Delete that line.")),
    (lambda line, _message: re.match(r"\s*(<<<<<<<|=======|>>>>>>>)", line), message("Git left two versions here. Keep one of them, and delete the lines that begin with <<<<<<<, ======= and >>>>>>>.")),
    (lambda line, _message: re.match(r"\s*>>>|\s*\.\.\. ", line), message(">>> and ... are Python prompts that were pasted with the code. Delete them.")),
    (lambda line, _message: re.match(r"\s*(In|Out)\s*\[\d*\]\s*:", line), message("In [..]: and Out[..]: are notebook prompts that were pasted with the code. Delete them.")),
    (lambda _line, message: message.startswith(("'return' outside", "'yield' outside")), message("This line begins at the left margin, so it is not part of the function above it. Indent it like the other lines of the function.")),
]  # fmt: skip


def syntax_hint(line: str, message: str) -> str:
    """Advice for a line that Python cannot read; empty where Python's own message is enough.

    Args:
        line: the line as it is in the page. message: Python's own.

    Example:
        >>> syntax_hint("```python", "invalid syntax")
        '``` marks code on web pages and in chats; it is not Python. Delete that line.'
    """
    for fits, advice in HINTS:
        if fits(line, message):
            return advice
    return _foreign(line)
