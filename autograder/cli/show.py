"""How a command shows what it is doing, and where its reports are printed."""

from __future__ import annotations

import sys
from collections.abc import Callable
from contextlib import contextmanager
from pathlib import Path


@contextmanager
def progress(what: str, total: int | None):
    """A bar on a terminal, plain lines elsewhere. Gives ``advance(text)`` and ``step()``."""
    from rich.console import Console

    console = Console(stderr=True)
    if not console.is_terminal:
        yield _plain_lines(total), lambda: None
        return
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, SpinnerColumn, TextColumn, TimeRemainingColumn

    columns = [SpinnerColumn(), TextColumn("{task.description}", markup=False)]
    if total:
        columns += [BarColumn(), MofNCompleteColumn(), TimeRemainingColumn()]
    with Progress(*columns, console=console, transient=True) as bar:
        task = bar.add_task(what, total=total)
        yield lambda text: bar.update(task, description=text), lambda: bar.advance(task)


def console():
    """Where reports are printed: coloured on a terminal, plain elsewhere."""
    from rich.console import Console

    class Reports(Console):
        def on_broken_pipe(self) -> None:  # rich would end the program
            raise BrokenPipeError

    return Reports(highlight=False, soft_wrap=False)


def _plain_lines(total: int | None) -> Callable[[str], None]:
    count = 0

    def say(text: str) -> None:
        nonlocal count
        count += 1
        if total:  # one line per submission; a single page needs none
            print(f"[{count}/{total}] {text}", file=sys.stderr, flush=True)

    return say


def relative(path: Path) -> Path:
    """As short as it can be typed from here."""
    try:
        return path.resolve().relative_to(Path.cwd())
    except ValueError:
        return path


def slash() -> str:
    return "\\" if sys.platform == "win32" else "/"
