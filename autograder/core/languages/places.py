"""Where the catalogues of assignments are, as soon as an assignment is known; nothing is read here.

Two assignments may have one name, or one may be there in two versions. A text is looked for in the catalogues of all of them, the
first one first: it is found by its English wording, so what is found is a translation of it.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

folders: dict[str, tuple[Path, ...]] = {}  # assignment's name -> the folders of its catalogues


def is_of(assignment: str, folder: Path) -> None:
    """Takes note of where an assignment's catalogues are: in a folder ``locale`` of this one, which is then the first."""
    are_of(assignment, [folder])


def are_of(assignment: str, places: Iterable[Path]) -> None:
    """The same for several folders, the first one first."""
    folders[assignment] = tuple(dict.fromkeys([*(place / "locale" for place in places), *folders.get(assignment, ())]))
