"""The packages that an assignment requires: what their lines mean, and whether they are installed."""

from __future__ import annotations

import functools
import importlib.util
from collections.abc import Iterable
from importlib.metadata import PackageNotFoundError, version

from packaging.requirements import InvalidRequirement, Requirement

from autograder.content.assignment import ChecksBroken
from autograder.core import keras_backend
from autograder.core.languages import message


class PackageMissing(ChecksBroken):
    """A required package is not installed, or in another version. The text says which, and how to install it."""


def is_requirement(line: object) -> bool:
    """Whether a line names a package and its versions, as pip understands them; an address is not accepted.

    Example:
        >>> is_requirement("pandas>=2.2"), is_requirement("pandas 2.2")
        (True, False)
    """
    try:
        return isinstance(line, str) and Requirement(line).url is None
    except InvalidRequirement:
        return False


def ensure_installed(requires: tuple[str, ...], title: str) -> None:
    """Does nothing where all packages are installed.

    Args:
        requires: lines as ``is_requirement`` accepts them.
        title: of the assignment, for the sentence.

    Raises:
        PackageMissing: the first package that is not. It concerns all submissions, so it never costs a student points.
    """
    for line in _needed(requires):
        here = installed(line)
        if not here:
            raise PackageMissing(
                message(
                    "{title} needs {line}, which is not installed here. Install it, then try again:   python -m pip install '{line}'",
                    title=title, line=line,
                )
            )
        if not Requirement(line).specifier.contains(here, prereleases=True):
            raise PackageMissing(
                message(
                    "{title} needs {line}; {here} is installed here. Install another version, then try again:   "
                    "python -m pip install '{line}'",
                    title=title, line=line, here=here,
                )
            )


def ensure_libraries(libraries: Iterable[str], title: str) -> None:
    """Does nothing where the packages of all modules that exercises list are here. None of them is imported.

    Raises:
        PackageMissing: one is not: it is mistyped, or not installed.
    """
    for name in dict.fromkeys(libraries):
        package = name.partition(".")[0]
        if not package or importlib.util.find_spec(package) is None:
            raise PackageMissing(
                message(
                    "{title} lists the library {name}, which is not installed here. Is its name right? If it is: requires in the settings "
                    "says which package brings it.",
                    title=title, name=repr(name),
                )
            )


def ensure_backend(name: str, libraries: Iterable[str]) -> None:
    """Does nothing where the backend of Keras is installed, or where none is needed.

    Args:
        name: see ``core.keras_backend``. libraries: that are to be loaded.

    Raises:
        PackageMissing: it is needed and missing.
    """
    if keras_backend.uses_keras(libraries) and (sentence := keras_backend.missing(name)):
        raise PackageMissing(sentence)


@functools.cache
def installed(line: str) -> str:
    """The version of the package that a line names, as it is installed; empty if it is not."""
    try:
        return version(Requirement(line).name)
    except PackageNotFoundError:
        return ""


def _needed(requires: tuple[str, ...]) -> list[str]:
    """The lines whose condition holds on this machine, if they have one: ``tzdata; sys_platform == "win32"``."""
    return [line for line in requires if (marker := Requirement(line).marker) is None or marker.evaluate()]
