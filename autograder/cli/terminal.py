"""How a command shows what it is doing, and where its reports are printed."""

from __future__ import annotations

import sys
import unicodedata
from collections.abc import Iterable
from contextlib import contextmanager
from pathlib import Path

from autograder.core.installed import install_for_good
from autograder.core.languages import shown, spoken
from autograder.learning.progress import Progress


@contextmanager
def progress(what: str, lines: bool = False):
    """Says on a terminal what is being done now, in the reader's language. Gives ``say(text)``. For a class that is judged: ``progress``.

    Args:
        lines: elsewhere, each text in its own line; else nothing.
    """
    from rich.console import Console

    console = Console(stderr=True)
    if not console.is_terminal:
        yield (lambda text: print(shown(text), file=sys.stderr, flush=True)) if lines else (lambda _text: None)
        return
    from rich.progress import Progress, SpinnerColumn, TextColumn

    columns = SpinnerColumn(), TextColumn("{task.description}", markup=False)
    with Progress(*columns, console=console, transient=True) as bar:
        task = bar.add_task(shown(what), total=None)
        yield lambda text: bar.update(task, description=shown(text))


def console():
    """Where reports are printed: coloured on a terminal, plain elsewhere."""
    from rich.console import Console

    class Reports(Console):
        def on_broken_pipe(self) -> None:  # rich would end the program
            raise BrokenPipeError

    return Reports(highlight=False, soft_wrap=False)


def relative(path: Path) -> Path:
    """As short as it can be typed from here."""
    try:
        return path.resolve().relative_to(Path.cwd())
    except ValueError:
        return path


def typed(command: str, words: Iterable[str]) -> str:
    """A command with the words of another one, to be typed in the same place."""
    return " ".join(["autograder", command, *(f'"{word}"' if " " in word else word for word in words)])


def activated() -> str:
    """What to type first, where a shell does not know ``autograder`` yet: ``source .venv/bin/activate && ``. After uvx and
    ``pipx run``, it is what installs the kit for good.
    """
    import shutil

    if once := install_for_good():
        return f"{once}, then   " if sys.platform == "win32" else f"{once} && "
    if not activation() or shutil.which("autograder"):
        return ""
    if sys.platform == "win32":
        return f"{relative(Path(sys.prefix, 'Scripts', 'activate'))}, then   "
    return f"source {relative(Path(sys.prefix, 'bin', 'activate'))} && "


def activation() -> str:
    """What makes a new terminal know ``autograder``, from wherever it begins; empty if every terminal does."""
    if sys.prefix == sys.base_prefix or install_for_good():
        return ""
    if sys.platform == "win32":
        return str(Path(sys.prefix, "Scripts", "activate"))
    return f"source {Path(sys.prefix, 'bin', 'activate')}"


def slash() -> str:
    return "\\" if sys.platform == "win32" else "/"


def say(text: str = "") -> None:
    """Prints a line in the reader's language and in characters that the terminal has; for commands that are done before rich is loaded."""
    from autograder.reports.sanitize import showable

    print(showable(shown(text), sys.stdout.encoding or "utf-8"))


def padded(text: str, width: int) -> str:
    """A text with blanks behind it, so that it fills so many columns of a terminal."""
    return text + " " * max(0, width - columns(text))


def columns(text: str) -> int:
    """How wide a text is on a terminal: an East Asian character takes two columns."""
    return len(text) + sum(unicodedata.east_asian_width(one) in "WF" for one in text)


def remembered(progress: Progress) -> None:
    """Says so, if what was done could not be remembered, or what was remembered could not be read."""
    if progress.problem:
        print(spoken("Note: {text}", text=progress.problem), file=sys.stderr)
