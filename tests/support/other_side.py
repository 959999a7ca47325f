"""Private names of other libraries, on which a ``compat`` module rests: are they still there?"""

from __future__ import annotations

import contextlib
import re
import tomllib
from collections.abc import Iterator
from importlib.metadata import version
from pathlib import Path

PROJECT = tomllib.loads((Path(__file__).parents[2] / "pyproject.toml").read_text("utf-8"))["project"]


class OtherSideChanged(AssertionError):
    """A library is no longer as a ``compat`` module needs it. The text says what to do."""


@contextlib.contextmanager
def unchanged(library: str, compat: str, what: str) -> Iterator[None]:
    """What is tried or asserted inside is true of the library.

    Args:
        library: the name of its distribution, or Python.
        compat: the module that rests on it, a file below ``autograder/``.
        what: a sentence without a full stop that says what the module needs.
    """
    try:
        yield
    except Exception as error:
        raise OtherSideChanged(
            f"{library} {_version(library)} has changed. autograder/{compat} needs this: {what}. Adapt that module, or exclude this "
            f"version in pyproject.toml. ({type(error).__name__}: {str(error).partition(chr(10))[0]})"
        ) from error


def _version(library: str) -> str:
    import platform

    return platform.python_version() if library == "Python" else version(library)


def requirements(library: str) -> list[str]:
    """What ``pyproject.toml`` asks for in this library, wherever it asks: ``>=8.4,<10``."""
    everywhere = [*PROJECT["dependencies"], *(one for each in PROJECT["optional-dependencies"].values() for one in each)]
    found = [re.match(r"([\w-]+)(?:\[[\w,]+\])?(.*)", one) for one in everywhere]
    return [one[2].strip() for one in found if one and one[1].lower() == library.lower()]
