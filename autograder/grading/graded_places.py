"""Where the pages of a class were when it was graded, beside the results: so that they are found again when they are needed.

Who reads them must not trust the place: a page counts only if its content has the hash that the report names.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path

from autograder.cache.result_cache import FOLDER
from autograder.core.files import write_atomically

FILE = "places.json"
MOST = 10_000  # places that are kept: a shell names each page of a class


def note(out: Path, places: Iterable[Path]) -> None:
    """Notes files and folders that were graded into a folder, those of the latest run first."""
    latest = [str(place.absolute()) for place in places]
    before = [str(place) for place in places_of(out)]
    content = json.dumps(list(dict.fromkeys([*latest, *before]))[:MOST], indent=1)
    folder = out / FOLDER
    folder.mkdir(parents=True, exist_ok=True)
    write_atomically(folder / FILE, (content + "\n").encode("utf-8", "backslashreplace"), durable=False)


def places_of(out: Path) -> list[Path]:
    """The places that were noted and are still there; none if nothing can be read."""
    try:
        content = json.loads((out / FOLDER / FILE).read_text("utf-8"))
    except (OSError, ValueError, RecursionError):
        return []
    names = [one for one in content if isinstance(one, str) and "\0" not in one] if isinstance(content, list) else []
    return [path for path in map(Path, names) if path.is_absolute() and path.exists()]
