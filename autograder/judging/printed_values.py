"""Has a function printed a value, or only texts that are written in its code, or what its arguments are?

Whoever prints a result instead of returning it hears so. A line such as ``print("start")`` or ``print(images.shape)`` is not a
result.
"""

from __future__ import annotations

import ast
from collections.abc import Iterable, Iterator

import numpy as np

from autograder.content import code_cells
from autograder.content.slicing import Slice

SHORTEST_TEXT = 2  # characters of a text: a single letter occurs in any value


def printed_values(output: str, code: Slice, arguments: Iterable[object] = ()) -> str:
    """What a function has printed, if it is more than texts of its code; empty if it is not.

    Args:
        output: all that it has printed.
        code: with all that the function reaches.
        arguments: that it was given; a line with the type or the shape of one of them is not a result.

    Example:
        >>> code = Slice([{"source": "def f(x):\\n    print('start')\\n    print(x)", "picks": [0], "filename": "page"}])
        >>> printed_values("start\\n", code), printed_values("start\\n5\\n", code)
        ('', 'start\\n5\\n')
    """
    rest = output
    if rest.strip():
        for text in sorted(_texts(code), key=len, reverse=True):
            rest = rest.replace(text, "")
        known = {text for one in arguments for text in _what_it_is(one)}
        rest = "\n".join(line for line in rest.splitlines() if line.strip() not in known)
    return output if any(one.isalnum() for one in rest) else ""


def _what_it_is(argument: object) -> Iterator[str]:
    """The names of an argument's type, and its shape and dtype, as Python prints them."""
    kind = type(argument)
    for name in (kind.__name__, getattr(argument, "type_name", ""), getattr(argument, "form", "")):
        yield from (name, f"<class '{name}'>")
    if isinstance(argument, np.ndarray):
        yield from ("<class 'numpy.ndarray'>", str(argument.shape), str(argument.dtype))


def _texts(code: Slice) -> set[str]:
    """The texts in the picked statements of a slice, the fixed parts of f-strings too."""
    found = set()
    for cell in code.cells:
        body = code_cells.tree(cell["source"]).body
        for node in (one for pick in cell["picks"] for one in ast.walk(body[pick])):
            if isinstance(node, ast.Constant) and isinstance(node.value, str):
                found.add(node.value.strip())
    return {text for text in found if len(text) >= SHORTEST_TEXT}
