"""The IPython that a page runs in, if it does: is it a notebook, which cell is this, where is the file?

IPython is never imported by looking: what is not in ``sys.modules`` is not running.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path

from autograder.learning import compat


def shell() -> object | None:
    """The running IPython, or None in plain Python."""
    ipython = sys.modules.get("IPython")
    return ipython.get_ipython() if ipython is not None else None


def is_notebook() -> bool:
    """Is there a frontend that shows more than text?"""
    return compat.has_frontend(shell())


def cell_number(file: str) -> int | None:
    """The number in brackets beside the cell whose code has this file name; None for a real file."""
    return compat.cell_number(shell(), file)


def notebook_file(page: dict) -> Path | None:
    """The notebook's file, where it can be found: named by VS Code or Jupyter, or the only one in this folder.

    Args:
        page: the names of the page.
    """
    for name in (page.get("__vsc_ipynb_file__"), page.get("__session__"), os.environ.get("JPY_SESSION_NAME")):
        if isinstance(name, str) and name.endswith(".ipynb") and Path(name).is_file():
            return Path(name)
    if not is_notebook():
        return None
    there = list(Path.cwd().glob("*.ipynb"))
    return there[0] if len(there) == 1 else None


def inputs() -> list[str]:
    """What has been run so far, as Python; place n is the cell with the number n in brackets."""
    return compat.inputs(shell())


def written() -> list[str]:
    """The same as it was written, magics included."""
    return compat.written(shell())
