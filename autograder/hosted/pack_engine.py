"""The kit's own files, as they are packed: the package, what installs it, and nothing that lies about."""

from __future__ import annotations

from pathlib import Path

import autograder
from autograder.content.assignment import Assignment
from autograder.core import keras_backend

PAPERS = ("LICENSE", "README.md", "constraints.txt", "pyproject.toml")
LEFT_OUT = {"__pycache__", ".DS_Store"}
FOR_AUTHORS = "autograder/authoring/templates/"  # whole assignments with their answers, to begin a new one


class NothingToPack(Exception):
    """Something is missing or out of date, or the place is taken. The text says what and what to try."""


def extra(assignment: Assignment, backend: str) -> str:
    """What is asked for beside the kit where it is installed for an assignment: ``[jax]``; empty where nothing needs Keras.

    Args:
        backend: with which Keras computes there, see ``core.keras_backend``.
    """
    needed = keras_backend.uses_keras(name for one in assignment.libraries() for name in one)
    return f"[{backend}]" if needed else ""


def files() -> dict[str, bytes]:
    """Relative path -> content of the package and its papers.

    Raises:
        NothingToPack: the kit was installed without its papers.
    """
    package = Path(autograder.__file__).parent
    clone = package.parent
    missing = [name for name in PAPERS if not (clone / name).is_file()]
    if missing:
        raise NothingToPack(f"{', '.join(missing)} is missing beside the package. Run this in a clone of the kit.")
    found = {name: (clone / name).read_bytes() for name in PAPERS}
    return found | {name: content for name, content in below(package, "autograder").items() if not name.startswith(FOR_AUTHORS)}


def below(folder: Path, name: str) -> dict[str, bytes]:
    """Relative path, beginning with ``name``, -> content of all files in a folder; caches are left out."""
    return {
        f"{name}/{path.relative_to(folder).as_posix()}": path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and path.suffix != ".pyc" and not LEFT_OUT & set(path.parts)
    }
