"""How this kit was installed, and where the files are that came with it and are not in the package.

In a clone they lie beside the package. A wheel brings them in the folder ``share`` of the environment; which folder that
is, the installation's own list of files says (``RECORD``, https://packaging.python.org/specifications/recording-installed-packages/).
"""

from __future__ import annotations

import functools
import json
import os
import sys
from collections.abc import Iterable
from importlib.metadata import Distribution, PackageNotFoundError, distribution
from pathlib import Path
from urllib.parse import urlsplit

from autograder.core.languages import message, with_and

KIT = "mnist-exercise-kit"  # what pip calls it
SHARE = f"share/{KIT}"
ARCHIVE = "solutions.zip"
PAPERS = ("LICENSE", "README.md", "constraints.txt", "pyproject.toml")
PACKAGE = Path(__file__).resolve().parents[1]
CLONE = PACKAGE.parent
PYTHON = "Programming Language :: Python :: "
EXTRAS = {  # which modules they bring, without what an assignment asks for by itself
    "build": ("jupytext", "nbformat"),
    "nbgrader": ("nbgrader", "nbconvert"),
    "desk": ("sqlalchemy", "starlette", "uvicorn", "cryptography"),
    "desk,lms": ("canvasapi", "httpx", "keyring", "jwt", "pylti1p3", "tomlkit"),
    "postgres": ("psycopg",),
    "cluster": ("dask", "distributed"),
}


def in_clone() -> bool:
    """Whether the package lies in a clone, or in a copy of one with all its papers."""
    return all((CLONE / name).is_file() for name in PAPERS)


@functools.cache
def extra_file(name: str) -> Path | None:
    """A file that came with the kit, by name; None if it was installed without it.

    Args:
        name: ``solutions.zip`` or one of ``PAPERS``.
    """
    if in_clone():
        return CLONE / name if (CLONE / name).is_file() else None
    found = _installation()
    listed = (found.files or []) if found else []
    places = [Path(str(one.locate())) for one in listed if one.as_posix().endswith(f"{SHARE}/{name}")]
    places.append(CLONE / SHARE / name)  # where ``pip install --target`` moves it, which does not correct the list
    return next((place.resolve() for place in places if place.is_file()), None)


def untried_python(version: tuple[int, int] | None = None, tried: Iterable[str] | None = None) -> str:
    """A sentence if the kit's tests were not run on this version of Python; empty if they were, or if that is unknown.

    Args:
        version: this Python's by default. tried: classifiers, the installed ones by default.

    Example:
        >>> untried_python((3, 15), ["Programming Language :: Python :: 3.12", "Programming Language :: Python :: 3.13"])
        'The kit was tried on Python 3.12 and 3.13, not on 3.15: run its tests before you trust its marks.'
    """
    major, minor = version or sys.version_info[:2]
    found = _installation()
    given = tried if tried is not None else (found.metadata.get_all("Classifier") or []) if found else []
    known = [one.removeprefix(PYTHON) for one in given if one.startswith(PYTHON) and "." in one.removeprefix(PYTHON)]
    if not known or f"{major}.{minor}" in known:
        return ""
    listed = with_and([*filter(None, [", ".join(known[:-1])]), known[-1]])
    return message("The kit was tried on Python {versions}, not on {this}: run its tests before you trust its marks.", versions=listed, this=f"{major}.{minor}")


def extra(name: str) -> str:
    """What installs the packages that one of the kit's extras needs, as it is typed.

    Example:
        >>> extra("nbgrader")  # doctest: +SKIP
        "pip install 'mnist-exercise-kit[nbgrader]'"
    """
    if in_clone():
        place = "." if Path.cwd() == CLONE else str(CLONE)
        return f'pip install --editable "{place}[{name}]"'
    return install_for_good(name) or f"pip install '{_source()}[{name}]'"


def extra_of(module: str) -> str:
    """The name of the kit's extra that brings a module; empty if none does.

    Example:
        >>> extra_of("jupytext"), extra_of("numpy")
        ('build', '')
    """
    return next((name for name, modules in EXTRAS.items() if module.partition(".")[0] in modules), "")


def install_for_good(extra: str = "") -> str:
    """What installs the command ``autograder`` for good, if it runs in an environment that uvx or ``pipx run`` made for this one time;
    else empty.

    Args:
        extra: the name of one of the kit's extras that is to be installed with it.
    """
    source = f"'{_source()}[{extra}]'" if extra else _quoted(_source())
    parts = Path(sys.prefix).parts
    if os.environ.get("UV") and any(one.startswith("archive-v") for one in parts):
        return f"uv tool install {source}"
    if "pipx" in parts and "venvs" not in parts:  # those that stay are in pipx/venvs
        return f"pipx install {source}"
    return ""


def _installation() -> Distribution | None:
    """What pip knows of the kit; None where it was not installed."""
    try:
        return distribution(KIT)
    except PackageNotFoundError:
        return None


def _source() -> str:
    """What pip installs the kit from: a file on this machine, if it came from one (PEP 610), else its name."""
    found = _installation()
    try:
        url = urlsplit(json.loads((found and found.read_text("direct_url.json")) or "{}").get("url", ""))
    except ValueError:
        return KIT
    from urllib.request import url2pathname  # here, because it loads all of HTTP

    path = Path(url2pathname(url.path))
    return str(path) if url.scheme == "file" and path.is_file() else KIT


def _quoted(text: str) -> str:
    return f'"{text}"' if " " in text else text
