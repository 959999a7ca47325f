"""Does a live function lean on what another cell of the page has made? Here it works, and handed in it does not."""

from __future__ import annotations

import dis
import inspect
from types import CodeType

from autograder.assignment import Assignment


def note(page: dict, name: str, assignment: Assignment) -> str:
    """A sentence if the function uses a name that only the page's story makes; else empty.

    Args:
        page: the names of the page. name: of the function.
    """
    function = page.get(name)
    code = getattr(inspect.unwrap(function) if callable(function) else None, "__code__", None)
    leaned = sorted(_globals(code) & assignment.story & page.keys()) if isinstance(code, CodeType) else []
    if not leaned:
        return ""
    return (
        f"{name} uses {leaned[0]}, which is made by another cell. When you hand in, it gets only what stands between "
        f"its parentheses: {name}({', '.join(code.co_varnames[: code.co_argcount])})."
    )


def _globals(code: CodeType) -> set[str]:
    """Names that a function and those inside it look up in the page."""
    found = {one.argval for one in dis.get_instructions(code) if one.opname in ("LOAD_GLOBAL", "LOAD_NAME")}
    for inner in code.co_consts:
        if isinstance(inner, CodeType):
            found |= _globals(inner)
    return found
