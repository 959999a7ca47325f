"""What a result depends on beside the page and the assignment: this engine and the libraries it judges with."""

from __future__ import annotations

import functools
import hashlib
import platform
import sys
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from autograder.core import libraries

ENGINE = Path(__file__).parents[1]
LIBRARIES = ("pytest", *libraries.distributions())


@functools.cache
def engine() -> str:
    """A hash of the engine's own text."""
    total = hashlib.sha256()
    for path in sorted(ENGINE.rglob("*.py")):
        total.update(path.relative_to(ENGINE).as_posix().encode() + b"\0")
        total.update(path.read_bytes() + b"\0")
    return total.hexdigest()


@functools.cache
def stamp() -> str:
    """A hash of the engine's own text and of the versions of Python and the libraries; equal where results are equal."""
    total = hashlib.sha256(engine().encode())
    for name in LIBRARIES:
        total.update(f"{name} {of(name)};".encode())
    total.update(f"{sys.version} {platform.machine()}".encode())
    return total.hexdigest()


def judged_by() -> dict[str, str]:
    """What judges here, for a report: the engine, Python and the libraries -> version. Later it shows why a mark is another one."""
    named = {name: of(name) for name in LIBRARIES}
    return {"engine": engine()[:12], "python": platform.python_version()} | {name: one for name, one in named.items() if one != "none"}


@functools.cache
def of(name: str) -> str:
    """A library's version, as it is installed; looked up once, because that takes a millisecond."""
    try:
        return version(name)
    except PackageNotFoundError:
        return "none"
