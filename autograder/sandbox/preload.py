"""Libraries, loaded before there is any student code: in a fork server once for all workers."""

from __future__ import annotations

import gc
import importlib
import io
import logging
import sys
from collections.abc import Iterable

from autograder.core import figure_fonts, libraries


def load_chains(sets: Iterable[tuple[str, ...]]) -> list[list[tuple[str, ...]]]:
    """Puts sets of libraries in rows: each holds all of the one before it, so a process can go from one to the next.

    Example:
        >>> load_chains([("numpy", "keras"), ("numpy",), ("numpy", "scipy")])
        [[('numpy',), ('numpy', 'keras')], [('numpy', 'scipy')]]
    """
    found: list[list[tuple[str, ...]]] = []
    for one in sorted(dict.fromkeys(sets), key=lambda one: len(libraries.brought(one))):
        fitting = [row for row in found if libraries.brought(row[-1]) <= libraries.brought(one)]
        if fitting:
            fitting[0].append(one)
        else:
            found.append([one])
    return found


def warm_up(modules: Iterable[str]) -> None:
    """Imports libraries, and does now what they otherwise do on the first call; runs none of their operations.

    Nothing of what an import makes is garbage, so Python does not look for any meanwhile (a fifth of TensorFlow's import,
    measured), nor ever again: each fork's first collection would walk, and so copy, all of TensorFlow's objects (0.2 s).
    """
    gc.disable()
    _load(modules)
    gc.freeze()
    gc.enable()


def _load(modules: Iterable[str]) -> None:
    for name in modules:
        importlib.import_module(name)
    libraries.warm_up()


# What each library does at the first call otherwise, see ``core.libraries``. Each line was found by profiling that call.


def warm_numpy() -> None:
    importlib.import_module("numpy.random")  # NumPy imports it when it is first used; 7 ms


def warm_pandas() -> None:
    """The first table that is read asks how many processors there are, in files that a worker must not open."""
    pandas = importlib.import_module("pandas")
    pandas.read_csv(io.StringIO("number;text\n1;one\n"), sep=";")


def warm_matplotlib() -> None:
    """Whoever grades may have his own settings, and marks must not hang on them. What students write is drawn in their letters."""
    if "matplotlib.pyplot" in sys.modules:
        importlib.import_module("matplotlib.backends.backend_agg")  # the canvas every figure is drawn on
        importlib.import_module("PIL.Image").init()  # its formats are imported when the first image is written; 30 ms
    sys.modules["matplotlib"].rcdefaults()
    figure_fonts.use()
    logging.getLogger("matplotlib.font_manager").setLevel(logging.ERROR)  # that a font is missing here is not the student's fault
