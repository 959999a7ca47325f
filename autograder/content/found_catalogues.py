"""The catalogues of the assignment that a report is of, wherever the kit has it: a report names its assignment and its version."""

from __future__ import annotations

import contextlib
import functools
import os
from pathlib import Path

from autograder.content import assignment_folder, assignment_search
from autograder.content.assignment import AssignmentBroken, AssignmentNotFound
from autograder.core.languages import places


def make_known(assignment: str, version: str = "") -> None:
    """From here on, texts of this assignment are looked for in its catalogues, and first in those of this version.

    Args:
        assignment: its name. It comes from a file: it is looked up among the assignments, and never opened as a path.
    """
    places.are_of(assignment, _folders(assignment, version, Path.cwd(), os.environ.get(assignment_search.SEARCH_PATH, "")))


@functools.lru_cache(maxsize=64)
def _folders(assignment: str, version: str, _here: Path, _searched: str) -> tuple[Path, ...]:
    """Folders with a folder ``locale``, those of the version first."""
    found = assignment_search.folders_of(assignment)
    if version and len(found) > 1:
        found.sort(key=lambda folder: _version(folder) != version)
    return tuple(folder if (folder / assignment_folder.SETTINGS).is_file() else folder / "checks" for folder in found)


def _version(folder: Path) -> str:
    with contextlib.suppress(AssignmentBroken, AssignmentNotFound, OSError):
        return assignment_folder.load(folder).version
    return ""
