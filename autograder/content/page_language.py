"""The language that a page says it is written in: a line in a script, and the metadata of a notebook.

Nothing about the functions depends on it. It only says in which language to answer.
"""

from __future__ import annotations

import json
import re
from pathlib import Path

TAG = r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*"  # of a language, as in BCP 47: ko, pt-BR, en-XA
LINE = re.compile(rf"^#[ \t]*language:[ \t]*({TAG})[ \t]*$")
LOOKED_AT = 20  # lines at the top of a script: a student may have written a name above the mark
KEY = "autograder"  # in a notebook's metadata


def is_tag(text: str) -> bool:
    """Whether a text has the form of a language's name.

    Example:
        >>> is_tag("ko"), is_tag("pt-BR"), is_tag("old_version")
        (True, True, False)
    """
    return re.fullmatch(TAG, text) is not None


def script_mark(language: str) -> str:
    """The line that begins a script in this language.

    Example:
        >>> script_mark("ko")
        '# language: ko'
    """
    return f"# language: {language}"


def notebook_mark(language: str) -> dict[str, dict[str, str]]:
    """The part of a notebook's metadata that says in which language it is."""
    return {KEY: {"language": language}}


def of_script(text: str) -> str:
    """The language of a script; empty if it does not say one.

    Example:
        >>> of_script("# language: ko\\n\\n# %% [markdown]\\n")
        'ko'
    """
    found = (LINE.match(line) for line in text.split("\n", LOOKED_AT)[:LOOKED_AT])
    return next((mark[1] for mark in found if mark), "")


def of_notebook(content: object) -> str:
    """The language of a notebook; empty if it does not say one, or if what it says has another form.

    Args:
        content: what the file's JSON holds, whatever that is.
    """
    metadata = content.get("metadata") if isinstance(content, dict) else None
    own = metadata.get(KEY) if isinstance(metadata, dict) else None
    said = own.get("language") if isinstance(own, dict) else None
    return said if isinstance(said, str) and is_tag(said) else ""


def of_text(text: str, name: str) -> str:
    """The language of a page's file; empty if it does not say one.

    Args:
        text: what is in the file; name: the file's, whose ending says whether it is a notebook.
    """
    if not name.lower().endswith(".ipynb"):
        return of_script(text)
    try:
        return of_notebook(json.loads(text))
    except (ValueError, RecursionError):
        return ""


def of_file(path: Path) -> str:
    """The same of a file; empty also if it cannot be read."""
    try:
        return of_text(path.read_text("utf-8", errors="replace"), path.name)
    except OSError:
        return ""
