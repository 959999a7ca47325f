"""The sentences of a docstring that a command shows as its help."""

from __future__ import annotations

import inspect


def paragraphs(text: str) -> list[str]:
    """The paragraphs of a docstring, each in one line.

    Example:
        >>> paragraphs("One.\\n\\n    Two is\\n    longer.\\n    ")
        ['One.', 'Two is longer.']
    """
    return [" ".join(part.split()) for part in inspect.cleandoc(text).split("\n\n") if part.strip()]
