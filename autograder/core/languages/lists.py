"""Several names in a row with a word between them, which other languages put in another place."""

from __future__ import annotations

from collections.abc import Sequence

from autograder.core.languages.messages import message


def with_and(names: Sequence[str]) -> str:
    """Names with commas between them, and "and" before the last one; empty without any.

    Args:
        names: texts or messages.

    Example:
        >>> with_and(["a", "b", "c"])
        'a, b and c'
    """
    if len(names) < 2:
        return names[0] if names else ""
    return message("{one} and {other}", one=_with_commas(names[:-1]), other=names[-1])


def with_or(names: Sequence[str]) -> str:
    """The same with "or".

    Example:
        >>> with_or(["a", "b", "c"])
        'a or b or c'
    """
    if len(names) < 2:
        return names[0] if names else ""
    middle = len(names) // 2
    return message("{one} or {other}", one=with_or(names[:middle]), other=with_or(names[middle:]))


def _with_commas(names: Sequence[str]) -> str:
    if len(names) < 2:
        return names[0]
    middle = len(names) // 2  # by halves, so that messages of many names are not nested deeply
    return message("{one}, {other}", one=_with_commas(names[:middle]), other=_with_commas(names[middle:]))
