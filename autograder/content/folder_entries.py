"""What is in a folder of submissions, without what tools and systems leave behind."""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path

from autograder.content.page_file import is_page
from autograder.core.files import CIRCLE, kind

IGNORED = {"__pycache__", "__macosx", "checks", "node_modules", "site-packages", "$recycle.bin", "lost+found",
           "system volume information", "thumbs.db", "desktop.ini"}  # by tools and systems; names with a dot first, too  # fmt: skip
OWN_PYTHON = "pyvenv.cfg"  # a folder with it is an environment, not a student's work


def entries(folder: Path) -> list[Path]:
    """What lies in a folder, in order of name, without what tools leave behind; nothing where it cannot be read."""
    try:
        return [path for path in sorted(folder.iterdir()) if not _is_junk(path)]
    except OSError:
        return []


def below(folder: Path) -> Iterable[Path]:
    """The files in a folder, however deep; links to folders are given, and not followed."""
    for entry in entries(folder):
        if os.path.isdir(entry) and not entry.is_symlink():
            if is_page(entry):
                yield entry
            yield from below(entry)
        else:
            yield entry


def leads_out(path: Path, folder: Path) -> bool:
    """Whether what seems to lie in a folder lies elsewhere, by a link. That is not read: it could be the answers."""
    try:
        return kind(path) == CIRCLE or not path.resolve().is_relative_to(folder.resolve())
    except (OSError, RuntimeError):  # links in a circle lead nowhere; since Python 3.13, ``resolve`` does not say so
        return True


def _is_junk(path: Path) -> bool:
    """Left behind by a tool or a system; not the work of a student."""
    return path.name.startswith(".") or path.name.casefold() in IGNORED or os.path.isfile(path / OWN_PYTHON)
