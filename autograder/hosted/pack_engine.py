"""The kit's own files, as they are packed: the package, what installs it, and nothing that lies about."""

from __future__ import annotations

from pathlib import Path

import autograder
from autograder.content.assignment import Assignment
from autograder.core import keras_backend
from autograder.core.installed import PAPERS, extra_file
from autograder.core.languages import message

LEFT_OUT = {"__pycache__", ".DS_Store"}
NOT_THE_ENGINE = (
    "autograder/authoring/templates/",  # whole assignments with their answers, to begin a new one
    "autograder/assignments/",          # those that a wheel brings
)  # fmt: skip


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
    papers = {name: extra_file(name) for name in PAPERS}
    missing = [name for name, path in papers.items() if path is None]
    if missing:
        raise NothingToPack(message("{names} did not come with the kit. Install it from a wheel or a clone, then try again.", names=", ".join(missing)))
    found = {name: path.read_bytes() for name, path in papers.items() if path}
    engine = below(package, "autograder")
    return found | {name: content for name, content in engine.items() if not name.startswith(NOT_THE_ENGINE)}


def below(folder: Path, name: str) -> dict[str, bytes]:
    """Relative path, beginning with ``name``, -> content of all files in a folder; caches are left out."""
    return {
        f"{name}/{path.relative_to(folder).as_posix()}": path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and path.suffix != ".pyc" and not LEFT_OUT & set(path.parts)
    }
