"""What a worker says its code tried (``sandbox.audit_hook``), as sentences for a person."""

from __future__ import annotations

import re

from autograder.core.languages import message, plural

LONGEST = 300  # characters of what a worker says
PHRASES = {
    str(one): one
    for one in (
        message("to open a network connection"),
        message("to wait for network connections"),
        message("to send over the network"),
        message("to look up a computer's address"),
        message("to start a program"),
        message("to become another program"),
        message("to start a process"),
        message("to signal a process"),
        message("to signal processes"),
        message("to change a file's rights"),
        message("to change a file's owner"),
        message("to change a file's times"),
        message("to link a file"),
    )
}
TIMES = re.compile(r"(.*) \((\d{1,9}) times\)", re.DOTALL)
PLACE = re.compile(r"(.*), in (.*), line (\d{1,9})", re.DOTALL)
FILE = re.compile(r"to open a file: (.*)", re.DOTALL)


def sentence(function: str, phrase: str) -> str:
    """What was tried while a function ran.

    Args:
        phrase: the worker's. What of it is known can be read in other languages; it may say anything.

    Example:
        >>> sentence("total", "to open a file: /etc/passwd, in total.py, line 3 (2 times)")
        'total tried to open a file: /etc/passwd, in total.py, line 3 (2 times).'
    """
    return message("{function} tried {what}.", function=function, what=_what(phrase[:LONGEST]))


def _what(phrase: str) -> str:
    if found := TIMES.fullmatch(phrase):
        return plural("{what} ({count} time)", "{what} ({count} times)", int(found[2]), what=_what(found[1]))
    if found := PLACE.fullmatch(phrase):
        return message("{what}, in {place}", what=_what(found[1]), place=message("{file}, line {line}", file=found[2], line=int(found[3])))
    if found := FILE.fullmatch(phrase):
        return message("to open a file: {path}", path=found[1])
    return PHRASES.get(phrase, phrase)
