"""Do two programs do the same? A plain program that runs both outside of the judge, on its own inputs, and compares.

What is compared: the returned value, or the type of what is raised; what the call did to its arguments; whether it drew from
NumPy's or Python's shared random numbers; how many figures stay open. Of a figure, the drawn image; of a model, its
settings, and what it gives for the same inputs from the same seed. What is printed is not compared.
"""

from __future__ import annotations

import ast
import contextlib
import hashlib
import io
import json
import random
import signal
import sys
import types
import warnings
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np

sys.path.insert(0, str(Path(__file__).parent))

import oracle_inputs  # noqa: E402
from canonical_values import SEED, canonical  # noqa: E402
from rewrites.contracts import CONTRACTS  # noqa: E402

ROOT = Path(__file__).parents[2]
SECONDS = 60  # a program that runs longer proves nothing
PAGE = "page_of_the_oracle"
TWO_STEPS = {"fit_preparation", "prepare"}  # what one gives, the other needs: they are compared together


class TooLong(BaseException):
    """Not an ``Exception``, so that no ``except`` of a program catches it."""


def behaviour(assignment: str, function: str, source: str) -> list[str]:
    """What a program does with each input, in a form that two programs share only if they do the same.

    Args:
        source: of the program; the page of the assignment is around it.
    """
    names = dict(page_names(assignment, reads_keras(source) or _needs_keras(assignment, function)))
    inputs = oracle_inputs.inputs_of(assignment, function, names, SEED)
    try:
        with _limited(SECONDS), _quiet():
            exec(compile(source, "program", "exec", dont_inherit=True), names)
    except (Exception, TooLong) as error:
        return [f"does not start: {type(error).__name__}"]
    return [_called(function, names, make) for make in inputs]


def _called(function: str, names: dict[str, Any], make: oracle_inputs.Make) -> str:
    arguments = make()
    _seed(names)
    before = _random_state()
    try:
        with _limited(SECONDS), _quiet():
            if function in TWO_STEPS:
                value = names["prepare"](arguments[1], names["fit_preparation"](arguments[0]))
            else:
                value = names[function](*arguments)
            said = _said(value, CONTRACTS.get("prepare" if function in TWO_STEPS else function, ""))
    except (Exception, TooLong) as error:
        said = ["raises", type(error).__name__]
    drawn = _random_state() != before
    after = [canonical(one, "") for one in arguments]
    whole = json.dumps([said, after, drawn, _close_figures()], default=str)
    return hashlib.sha256(whole.encode()).hexdigest()


def _said(value: Any, kind: str) -> Any:
    """A wrong answer may have a form that the kind does not know: then its own type says what it is."""
    try:
        return canonical(value, kind)
    except Exception:
        return ["another kind", canonical(value, "")]


def same(assignment: str, function: str, source: str, other: str) -> bool:
    """Whether two programs do the same with all inputs.

    Example:
        >>> same("fashion_mnist", "name_labels", "def name_labels(a, b):\\n    return [b[i] for i in a]",
        ...      "def name_labels(a, b):\\n    return tuple(b[i] for i in a)")
        True
    """
    return _known(assignment, function, source) == behaviour(assignment, function, other)


@cache
def _known(assignment: str, function: str, source: str) -> list[str]:
    return behaviour(assignment, function, source)


@cache
def page_names(assignment: str, with_keras: bool) -> dict[str, Any]:
    """What the reference page imports and defines. Keras takes seconds to load, so it is left out where it is not needed."""
    import matplotlib

    matplotlib.use("Agg")
    tree = ast.parse((ROOT / "solutions" / assignment / f"{assignment}.py").read_text("utf-8"))
    kept = [
        one
        for one in tree.body
        if isinstance(one, (ast.Import, ast.ImportFrom, ast.FunctionDef, ast.ClassDef)) and (with_keras or ast.unparse(one) != "import keras")
    ]
    names: dict[str, Any] = {"__name__": PAGE}
    sys.modules.setdefault(PAGE, types.ModuleType(PAGE))  # dataclasses look it up
    exec(compile(ast.Module(kept, []), assignment, "exec", dont_inherit=True), names)
    return names


@cache
def reads_keras(source: str) -> bool:
    """Whether a program takes Keras from the page; a description that mentions it does not count."""
    return any(isinstance(one, ast.Name) and one.id == "keras" for one in ast.walk(ast.parse(source)))


@cache
def _needs_keras(assignment: str, function: str) -> bool:
    import tomllib

    settings = tomllib.loads((ROOT / "solutions" / assignment / "assignment.toml").read_text("utf-8"))
    return "keras" in settings["exercises"][function]["libraries"]


@contextlib.contextmanager
def _quiet() -> Iterator[None]:
    with contextlib.redirect_stdout(io.StringIO()), contextlib.redirect_stderr(io.StringIO()), warnings.catch_warnings():
        warnings.simplefilter("ignore")
        yield


@contextlib.contextmanager
def _limited(seconds: int) -> Iterator[None]:
    def late(_signal: int, _frame: object) -> None:
        raise TooLong

    before = signal.signal(signal.SIGALRM, late)
    signal.alarm(seconds)
    try:
        yield
    finally:
        signal.alarm(0)
        signal.signal(signal.SIGALRM, before)


def _seed(names: dict[str, Any]) -> None:
    random.seed(SEED)
    np.random.seed(SEED)
    if "keras" in names:
        names["keras"].utils.set_random_seed(SEED)


def _random_state() -> str:
    kind = np.random.get_state()
    return hashlib.sha256(repr((kind[1].tobytes(), kind[2], random.getstate())).encode()).hexdigest()  # type: ignore[index, union-attr]


def _close_figures() -> int:
    plt = sys.modules.get("matplotlib.pyplot")
    if plt is None:
        return 0
    count = len(plt.get_fignums())
    plt.close("all")
    return count
