"""Has a function printed a value, or only texts that are written in its code?

Whoever prints a result instead of returning it hears so. A line such as ``print("start")`` is not a result.
"""

from __future__ import annotations

import ast

from autograder.content import code_cells
from autograder.content.slicing import Slice

SHORTEST_TEXT = 2  # characters of a text: a single letter occurs in any value


def printed_values(output: str, code: Slice) -> str:
    """What a function has printed, if it is more than texts of its code; empty if it is not.

    Args:
        output: all that it has printed.
        code: with all that the function reaches.

    Example:
        >>> code = Slice([{"source": "def f(x):\\n    print('start')\\n    print(x)", "picks": [0], "filename": "page"}])
        >>> printed_values("start\\n", code), printed_values("start\\n5\\n", code)
        ('', 'start\\n5\\n')
    """
    rest = output
    if rest.strip():
        for text in sorted(_texts(code), key=len, reverse=True):
            rest = rest.replace(text, "")
    return output if any(one.isalnum() for one in rest) else ""


def _texts(code: Slice) -> set[str]:
    """The texts in the picked statements of a slice, the fixed parts of f-strings too."""
    found = set()
    for cell in code.cells:
        body = code_cells.tree(cell["source"]).body
        for node in (one for pick in cell["picks"] for one in ast.walk(body[pick])):
            if isinstance(node, ast.Constant) and isinstance(node.value, str):
                found.add(node.value.strip())
    return {text for text in found if len(text) >= SHORTEST_TEXT}
