"""The catalogues of the assignment that a report is of, wherever the kit has it: a report names its assignment and its version."""

from __future__ import annotations

import contextlib
import functools
import os
from pathlib import Path

from autograder.content import assignment_folder, assignment_search, variant_folder
from autograder.content.assignment import AssignmentBroken, AssignmentNotFound
from autograder.content.variants import NoSuchVariant
from autograder.core.languages import places


def make_known(assignment: str, version: str = "", variant: str = "") -> None:
    """From here on, texts of this assignment are looked for in its catalogues, and first in those of this version and variant.

    Args:
        assignment: its name. It comes from a file: it is looked up among the assignments, and never opened as a path.
    """
    folders = _folders(assignment, version, Path.cwd(), os.environ.get(assignment_search.SEARCH_PATH, ""))
    places.are_of(assignment, [*_of_variant(folders, variant), *folders])


@functools.lru_cache(maxsize=64)
def _folders(assignment: str, version: str, _here: Path, _searched: str) -> tuple[Path, ...]:
    """Folders with a folder ``locale``, those of the version first."""
    found = assignment_search.folders_of(assignment)
    if version and len(found) > 1:
        found.sort(key=lambda folder: _version(folder) != version)
    return tuple(folder if (folder / assignment_folder.SETTINGS).is_file() else folder / "checks" for folder in found)


def _of_variant(folders: tuple[Path, ...], variant: str) -> list[Path]:
    """The first of these folders in a variant, whose texts have other values; none if there is no variant, or it cannot be made."""
    full = [folder for folder in folders if (folder / assignment_folder.SETTINGS).is_file() and folder.name != "checks"]
    if variant and full:
        with contextlib.suppress(AssignmentBroken, AssignmentNotFound, NoSuchVariant, OSError):
            return [variant_folder.of(assignment_folder.load(full[0]), variant).folder]
    return []


def _version(folder: Path) -> str:
    with contextlib.suppress(AssignmentBroken, AssignmentNotFound, OSError):
        return assignment_folder.load(folder).version
    return ""
