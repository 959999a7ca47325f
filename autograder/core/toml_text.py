"""A text as a value, or as a key, of a TOML file."""

from __future__ import annotations

import json


def quoted(text: str) -> str:
    """A text in the quotes of JSON, which TOML takes, too. Two things differ: it wants DEL as an escape, and refuses escaped surrogates.

    Example:
        >>> quoted('a "b"')
        '"a \\\\"b\\\\""'
    """
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")
