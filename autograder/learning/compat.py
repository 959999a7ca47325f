"""What ``check()`` in a notebook needs of IPython beyond its documented interface: what has been run, and in which cell.

Where a shell has none of it, or the page runs in plain Python, nothing is known: the answers are empty, never an error.
Checked with IPython 8.12 and 9.18 and with ipykernel 7.4 (``tests/learning/test_compat.py``).
"""

from __future__ import annotations


def has_frontend(shell: object | None) -> bool:
    """Whether a notebook or a console listens to the shell. Rests on ``kernel``, which ipykernel gives to its shell."""
    return getattr(shell, "kernel", None) is not None


def cell_number(shell: object | None, file: str) -> int | None:
    """The number in brackets beside the cell whose code has this file name; None for a real file.

    Rests on ``compile.format_code_name``, which gives what a traceback shows: ``("Cell", "In[7]")``.
    """
    try:
        name = shell.compile.format_code_name(file)
        return int(name[1].removeprefix("In[").removesuffix("]")) if name else None
    except (AttributeError, IndexError, TypeError, ValueError):
        return None


def inputs(shell: object | None) -> list[str]:
    """What has been run so far, as Python; place n is the cell with the number n in brackets.

    Rests on ``history_manager.input_hist_parsed``.
    """
    return _history(shell, "input_hist_parsed")


def written(shell: object | None) -> list[str]:
    """The same as it was written, magics included. Rests on ``history_manager.input_hist_raw``."""
    return _history(shell, "input_hist_raw")


def _history(shell: object | None, name: str) -> list[str]:
    history = getattr(getattr(shell, "history_manager", None), name, None)
    return list(history) if isinstance(history, list) else []
