"""Which files are submissions, and whose they are.

Nobody may vanish in silence: who has no page is told, and so are pages that lie beside the one that counts.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from autograder.page import ENDINGS

MOST_TOLD = 3  # files of a student's folder, by name
IGNORED = {"__pycache__", ".ipynb_checkpoints", "checks", "node_modules"}


@dataclass(frozen=True)
class Handed:
    """One handed-in file and whose it is."""

    name: str
    path: Path


@dataclass(frozen=True)
class Found:
    """What lies in the files and folders of a class.

    Attributes:
        handed: the submissions, in order of name; every name once.
        without: who has no page, and what there is instead.
        beside: who has other pages beside the one that counts, and which.
        twice: names that were given because another file has the student's: ``{"ada-2": "ada"}``.
    """

    handed: list[Handed]
    without: dict[str, str] = field(default_factory=dict)
    beside: dict[str, str] = field(default_factory=dict)
    twice: dict[str, str] = field(default_factory=dict)


def collect(paths: list[Path], assignment: str) -> Found:
    """Finds the submissions in files and folders.

    A file is one submission. A folder holds one submission per file, or one folder per student (as nbgrader, Moodle
    and Classroom lay them out); of several pages in a student's folder the one named after the assignment counts,
    a notebook before a script, else the newest. A link that leads out of the folder is no page, and no student's folder.

    Args:
        paths: files and folders that exist.
        assignment: its name.
    """
    chosen: dict[str, Path] = {}
    found = Found([])
    for path in paths:
        if path.is_file():
            _add(chosen, found, path.stem, path)
            continue
        for entry in sorted(path.iterdir()):
            is_page = entry.is_file() and entry.suffix in ENDINGS
            if entry.name.startswith(".") or entry.name in IGNORED or not (is_page or entry.is_dir()):
                continue
            if leads_out(entry, path):
                found.without[entry.name] = "a link that leads elsewhere"
            elif is_page:
                _add(chosen, found, entry.stem, entry)
            elif pages := pages_of(entry, assignment):
                name = _add(chosen, found, entry.name, pages[0])
                if others := [page.relative_to(entry).as_posix() for page in pages[1:]]:
                    found.beside[name] = few(others)
            else:
                found.without[entry.name] = _instead(entry)
    found.handed.extend(Handed(name, chosen[name]) for name in sorted(chosen))
    return found


def pages_of(folder: Path, assignment: str) -> list[Path]:
    """The pages in a student's folder, however deep (``alice/mnist/mnist.ipynb``), the one that counts first.

    A link that leads out of the folder is no page.
    """
    pages = [
        path
        for path in sorted(folder.rglob("*"))
        if path.is_file()
        and path.suffix in ENDINGS
        and not IGNORED & set(path.relative_to(folder).parts)
        and not leads_out(path, folder)
    ]
    return sorted(pages, key=lambda path: _fit(path, assignment), reverse=True)


def leads_out(path: Path, folder: Path) -> bool:
    """Whether what seems to lie in a folder lies elsewhere, by a link. That is not read: it could be the answers."""
    return not path.resolve().is_relative_to(folder.resolve())


def _instead(folder: Path) -> str:
    """What a student's folder without a page holds: ``mnist.pdf``, ``empty folder``."""
    files = [path for path in sorted(folder.rglob("*")) if path.is_file()]
    names = [f"{path.name}, a link that leads elsewhere" if leads_out(path, folder) else path.name for path in files]
    return few(names) or "empty folder"


def few(names: list[str], most: int = MOST_TOLD) -> str:
    """The first of some names, and how many more there are.

    Example:
        >>> few(["a.py", "b.py", "c.py"], 2)
        'a.py, b.py, and 1 more'
    """
    more = [f"and {len(names) - most} more"] if len(names) > most else []
    return ", ".join(names[:most] + more)


def _fit(path: Path, assignment: str) -> tuple:
    """Sorts pages: the assignment's name first, a notebook before a script, the newest."""
    return (path.stem == assignment, assignment in path.stem, path.suffix == ".ipynb", path.stat().st_mtime)


def _add(chosen: dict[str, Path], found: Found, name: str, path: Path) -> str:
    """Adds a submission by a name that is still free, and returns it."""
    unique, number = name, 2
    while unique in chosen:
        unique, number = f"{name}-{number}", number + 1
    if unique != name:
        found.twice[unique] = name
    chosen[unique] = path
    return unique
