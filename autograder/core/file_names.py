"""Names of files as people can read them: always text that can be printed, sent and written down.

A system that takes any bytes for a name passes on what is not UTF-8 as lone surrogates, which no file and no terminal
takes. So a name goes through ``shown`` before it is said or kept; the path stays as it is.
"""

from __future__ import annotations

import re
import unicodedata
from pathlib import Path

from autograder.core.languages import joined, message

_BYTE = re.compile("[\udc80-\udcff]")  # what Python makes of a byte that is not UTF-8
_PART = re.compile("[^/]+")  # of a path
_WORD = re.compile(r"[^\s/\"'()]+")
_BREAKS = re.compile(r"[\t\n\v\f\r\x1c-\x1e\x85\u2028\u2029]+")
_OLD = (  # what an old zip of such a Windows holds, and its letters
    ("euc_kr", "\uac00-\ud7a3"),
    ("cp932", "\u3005\u3040-\u30ff\u4e00-\u9fff"),
)
_UNSEEN = ("Cc", "Cf")
_DEVICES = re.compile(r"(?:con|prn|aux|nul|com[0-9]|lpt[0-9]) *(?:\..*)?", re.IGNORECASE | re.DOTALL)
MOST_LISTED = 3  # names in one sentence


def in_a_sentence(folder: Path) -> Path:
    """A folder as a sentence can end with it: the current one by its whole path, as ``.`` before a full stop reads like another folder.

    Example:
        >>> in_a_sentence(Path("work")).name, in_a_sentence(Path(".")) == Path.cwd()
        ('work', True)
    """
    return folder if folder.parts else Path.cwd()


def shown(name: str) -> str:
    r"""A file's or folder's name, or a path, in one line of valid text; one that is valid already stays as it is.

    What is not UTF-8 is read as Korean or Japanese where that makes words of all of it; else its bytes are written out.

    Example:
        >>> shown("Zoë.py"), shown("ab\udcff.py"), shown("\udcb1\udce8\udcc3\udcb6\udcbc\udcf6.py")
        ('Zoë.py', 'ab\\xff.py', '김철수.py')
    """
    text = _in(name, _PART)
    return _BREAKS.sub(" ", text if is_text(text) else exact(text))


def readable(text: str) -> str:
    r"""A sentence that may hold names that are not valid text.

    Example:
        >>> readable("a/\udcb1\udce8\udcc3\udcb6\udcbc\udcf6.py is empty.")
        'a/김철수.py is empty.'
    """
    return _in(text, _WORD)


def exact(name: str) -> str:
    r"""A name as ASCII: of all other characters the bytes, whatever they could mean.

    Example:
        >>> exact("ab\udcff.py"), exact("Zoë")
        ('ab\\xff.py', 'Zo\\xc3\\xab')
    """
    try:
        return name.encode("utf-8", "surrogateescape").decode("ascii", "backslashreplace")
    except UnicodeEncodeError:  # a surrogate that stands for no byte: names of Windows may hold one
        return name.encode("utf-8", "backslashreplace").decode()


def is_text(name: str) -> bool:
    """Whether a name can be written down: there is no byte in it that is not UTF-8."""
    try:
        name.encode()
    except UnicodeEncodeError:
        return False
    return True


def is_device(name: str) -> bool:
    """Whether a file's name is a device's to Windows, in any folder and with any ending.

    https://learn.microsoft.com/windows/win32/fileio/naming-a-file has the list.

    Example:
        >>> is_device("aux.py"), is_device("NUL"), is_device("auxiliary.py")
        (True, True, False)
    """
    return _DEVICES.fullmatch(name) is not None


def likeness(name: str) -> str:
    """What two names share that look alike, or are one name to some systems: in capitals, in how an accent is stored.

    Example:
        >>> likeness("Zoe\N{COMBINING DIAERESIS}") == likeness("zo\N{LATIN SMALL LETTER E WITH DIAERESIS}")
        True
    """
    folded = unicodedata.normalize("NFC", unicodedata.normalize("NFC", name).casefold())
    return " ".join("".join(one for one in folded if unicodedata.category(one) not in _UNSEEN).split())


def few(names: list[str], most: int = MOST_LISTED) -> str:
    """The first of some names, and how many more there are.

    Example:
        >>> few(["a.py", "b.py", "c.py"], 2)
        'a.py, b.py, and 1 more'
    """
    listed = joined(names[:most], ", ")
    return message("{listed}, and {count} more", listed=listed, count=len(names) - most) if len(names) > most else listed


def _in(text: str, part: re.Pattern[str]) -> str:
    """The text with those of its parts read that are not valid."""
    if not _BYTE.search(text):
        return text
    return part.sub(lambda found: _read(found[0]) if _BYTE.search(found[0]) else found[0], text)


def _read(name: str) -> str:
    try:
        data = name.encode("utf-8", "surrogateescape")
    except UnicodeEncodeError:
        return exact(name)
    for encoding, letters in _OLD:
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        if _are_words(text, letters):
            return text
    return exact(name)


def _are_words(text: str, letters: str) -> bool:
    """Whether there are these letters and ASCII only; a letter alone between others is chance."""
    words = re.findall(f"[{letters}]+", text)
    return all(len(word) > 1 for word in words) and not re.search(f"[^ -~{letters}]", text)
