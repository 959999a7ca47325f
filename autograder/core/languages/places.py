"""Where the catalogues of assignments are, as soon as an assignment is known; nothing is read here."""

from __future__ import annotations

from pathlib import Path

folders: dict[str, Path] = {}  # assignment's name -> the folder of its catalogues


def is_of(assignment: str, folder: Path) -> None:
    """Takes note of where an assignment's catalogues are: in a folder ``locale`` of this one."""
    folders[assignment] = folder / "locale"
