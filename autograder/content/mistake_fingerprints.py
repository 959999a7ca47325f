"""What the known mistakes do, check by check, as a build leaves it in an assignment's folder (see ``diagnosis``)."""

from __future__ import annotations

import functools
import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from autograder.content.assignment import Assignment

STORE = "signatures.json"


def stored(assignment: Assignment) -> dict[str, Any]:
    """The signatures that a build left in the folder; empty if there are none."""
    path = assignment.folder / ("checks" if assignment.public else "mistakes") / STORE
    try:
        return _read(path, path.stat().st_mtime_ns)
    except OSError:
        return {}


@functools.lru_cache(maxsize=4)
def _read(path: Path, _changed: int) -> dict[str, Any]:
    """A file of signatures, read once as long as it does not change: it takes ten milliseconds, and each exercise asks."""
    try:
        content = json.loads(path.read_text("utf-8"))
    except ValueError:
        return {}
    return content if isinstance(content, dict) else {}
