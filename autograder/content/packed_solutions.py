"""The kit's own assignments with their answers, as a wheel brings them: in an archive, which is nowhere in sight.

A command for authors and instructors unpacks one for as long as it runs, and ``autograder start --with-solutions`` for good.
Nothing else looks into the archive, so a student's ``check`` runs the public checks only. A student who
looks for the answers finds them: who has the wheel has the archive.
"""

from __future__ import annotations

import shutil
import zipfile
from pathlib import Path

from autograder.core.installed import ARCHIVE, PACKAGE, extra_file

SOLUTIONS, RELEASED = "solutions", "assignments"
_for_now: set[Path] = set()


def names() -> list[str]:
    """The assignments in the archive; none where there is no archive, as in a clone, which has ``solutions/``."""
    archive = extra_file(ARCHIVE)
    if archive is None:
        return []
    with zipfile.ZipFile(archive) as packed:
        return sorted({name.partition("/")[0] for name in packed.namelist()})


def unpack(name: str, folder: Path) -> None:
    """Writes an assignment with its answers.

    Args:
        name: one of ``names()``.
        folder: there and empty; it gets the content of ``solutions/NAME``.
    """
    archive = extra_file(ARCHIVE)
    if archive is None:
        raise FileNotFoundError(ARCHIVE)
    with zipfile.ZipFile(archive) as packed:
        for one in packed.namelist():
            if one.startswith(f"{name}/"):
                target = folder / one.removeprefix(f"{name}/")
                target.parent.mkdir(parents=True, exist_ok=True)
                target.write_bytes(packed.read(one))


def unpack_for_now(name: str, place: Path) -> Path:
    """Lays out both forms of an assignment as in a clone.

    Args:
        place: a private folder, which the caller removes.

    Returns:
        ``place/solutions/NAME``.
    """
    folder = (place / SOLUTIONS / name).resolve()
    folder.mkdir(parents=True)
    unpack(name, folder)
    if (PACKAGE / RELEASED / name).is_dir():
        shutil.copytree(PACKAGE / RELEASED / name, place / RELEASED / name)
    _for_now.add(folder)
    return folder


def is_for_now(folder: Path) -> bool:
    """Whether a folder was unpacked for this command, and goes when it ends: no message may name it."""
    return folder.resolve() in _for_now
