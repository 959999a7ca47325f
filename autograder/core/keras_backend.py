"""In which of its backends Keras computes: the student's code and the judge's trainings alike.

Who decides, in this order: ``--backend``, the variable ``KERAS_BACKEND`` of whoever starts the judge, and ``backend`` in the
settings of a course. A page cannot: its process gets the variable from here, and has loaded Keras before the page runs.
"""

from __future__ import annotations

import importlib.util
import os
from collections.abc import Iterable
from pathlib import Path

from autograder.core.languages import message
from autograder.core.near_names import suggest

VARIABLE = "KERAS_BACKEND"
TITLES = {"tensorflow": "TensorFlow", "jax": "JAX", "torch": "PyTorch"}  # the usual one first
_AT_IMPORT = os.environ.get(VARIABLE, "")


class UnknownBackend(ValueError):
    """There is no backend of this name. The text says which there are."""


def chosen(typed: str = "", of_course: str = "") -> str:
    """The name of the backend that is asked for, or the usual one.

    Args:
        typed: with the command. of_course: in the settings of a course.

    Raises:
        UnknownBackend: nothing is called so.

    Example:
        >>> chosen("jax", of_course="torch")
        'jax'
    """
    asked = typed or os.environ.get(VARIABLE, "") or of_course
    return known(asked) if asked else _first_installed()


def usual(of_course: str = "") -> str:
    """What is judged with unless a command says something else: ``KERAS_BACKEND``, or what a course says, or TensorFlow, or what is
    installed in its place. An unknown name in the variable is left to ``chosen`` to refuse.

    Args:
        of_course: in the settings of a course; one of ``TITLES``, or empty.
    """
    asked = os.environ.get(VARIABLE, "")
    return asked if asked in TITLES else of_course or _first_installed()


def known(name: str) -> str:
    """The name itself.

    Raises:
        UnknownBackend: nothing is called so.
    """
    if name not in TITLES:
        raise UnknownBackend(message("Keras has no backend {name} here.{near} Known: {names}.", name=repr(name), near=suggest(name, TITLES), names=", ".join(TITLES)))
    return name


def is_installed(name: str) -> bool:
    """Whether the backend can be imported here; it is not."""
    try:
        return importlib.util.find_spec(name) is not None
    except (ImportError, ValueError):
        return False


def missing(name: str) -> str:
    """A sentence that says how to install a backend; empty where it is installed.

    Args:
        name: one of ``TITLES``.
    """
    from autograder.core import installed  # here, because most processes need nothing of it

    if is_installed(name):
        return ""
    here = next((other for other in TITLES if is_installed(other)), "")
    instead = message("   or use what is installed:   --backend {backend}", backend=here) if here else ""
    return message(
        "Keras is to compute with {title}, which is not installed here. Install it, then try again:   {command}{instead}",
        title=TITLES[name], command=installed.extra(name), instead=instead,
    )


def uses_keras(libraries: Iterable[str]) -> bool:
    """Whether Keras, or a backend of it, is among some libraries.

    Example:
        >>> uses_keras(["numpy", "keras.layers"]), uses_keras(["numpy"])
        (True, False)
    """
    return any(name.partition(".")[0] in ("keras", *TITLES) for name in libraries)


def environment_of_judge() -> dict[str, str]:
    """The environment of this process for a judge that it starts, without what a page that runs in it has said of backends.

    A notebook's page runs in the kernel that asks for the judge. Where the system keeps what a process was started with, that
    counts; elsewhere it is what was there when the kit was imported.
    """
    found = {name: value for name, value in os.environ.items() if name != VARIABLE}
    asked = _said_at_start()
    return found | ({VARIABLE: asked} if asked else {})


def _said_at_start() -> str:
    try:
        lines = Path("/proc/self/environ").read_bytes().split(b"\0")
    except OSError:
        return _AT_IMPORT
    begin = f"{VARIABLE}=".encode()
    return next((line.removeprefix(begin).decode("utf-8", "replace") for line in lines if line.startswith(begin)), "")


def _first_installed() -> str:
    return next((name for name in TITLES if is_installed(name)), next(iter(TITLES)))
