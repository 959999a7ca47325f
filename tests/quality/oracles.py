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
import math
import random
import signal
import sys
import types
import warnings
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np

sys.path.insert(0, str(Path(__file__).parent))

import oracle_inputs  # noqa: E402
from rewrites.contracts import CONTRACTS  # noqa: E402

ROOT = Path(__file__).parents[2]
SEED = 99
SECONDS = 60  # a program that runs longer proves nothing
DIGITS = 5  # of numbers; float32 instead of float64 is within them
DPI = 40
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
            said = canonical(value, CONTRACTS.get("prepare" if function in TWO_STEPS else function, ""))
    except (Exception, TooLong) as error:
        said = ["raises", type(error).__name__]
    drawn = _random_state() != before
    after = [canonical(one, "") for one in arguments]
    whole = json.dumps([said, after, drawn, _close_figures()], default=str)
    return hashlib.sha256(whole.encode()).hexdigest()


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


def canonical(value: Any, kind: str) -> Any:
    """A value as lists, texts and numbers: what the contract calls the same has the same form.

    Args:
        kind: of the function's result, from ``contracts``; empty where each type is another thing.

    Example:
        >>> canonical({1: 2, 3: 0}, "counts") == canonical([0, 2], "counts")
        True
    """
    if kind in ("counts", "shares", "shapes"):
        return _mapping(value, kind)
    if kind == "names":
        return [kind, [str(one) if isinstance(one, str) else ["not a text", str(one)] for one in value]]
    if kind in ("whole numbers", "floats"):
        found = np.asarray(value)
        return [kind, _dtype(found.dtype), list(found.shape), _plain(found.tolist())]
    if kind in ("two numbers", "two whole numbers"):
        return [kind, [_number(one, kind == "two whole numbers") for one in value]]
    if kind in ("number", "whole number"):
        return [kind, _number(value, kind == "whole number")]
    if kind == "pairs":
        return [[canonical(one, "") for one in pair] for pair in value]
    if kind == "table and numbers":
        return [canonical(value[0], ""), [float(one) for one in np.asarray(value[1])]]
    return _described(value)


def _mapping(value: Any, kind: str) -> Any:
    if kind == "counts" and not isinstance(value, Mapping) and not hasattr(value, "items"):
        pairs = list(enumerate(np.asarray(value).tolist()))
    else:
        pairs = list(value.items())
    if kind == "shapes":
        return sorted([str(name), type(one).__name__, _plain(list(one))] for name, one in pairs)
    whole = all(isinstance(one, (int, np.integer)) for _, one in pairs)
    found = [[_plain(name), _plain(float(one))] for name, one in pairs if kind != "counts" or one != 0]
    return [whole if kind == "counts" else "", sorted(found, key=str)]


def _number(value: Any, whole: bool) -> Any:
    array = np.asarray(value)
    if whole and array.dtype.kind not in "iu":
        return ["not whole", str(array.dtype)]
    return _plain(array.item())


def _dtype(dtype: np.dtype) -> str:
    return {"u": "i"}.get(dtype.kind, dtype.kind)


def _plain(value: Any) -> Any:
    """Numbers to a few digits; whole numbers of NumPy's as Python's."""
    if isinstance(value, (list, tuple)):
        return [_plain(one) for one in value]
    if isinstance(value, (bool, np.bool_)):
        return bool(value)
    if isinstance(value, (int, np.integer)):
        return int(value)
    if isinstance(value, (float, np.floating)):
        number = float(value)
        return float(f"{number:.{DIGITS}g}") + 0.0 if math.isfinite(number) else str(number)
    return str(value)


def _described(value: Any) -> Any:
    name = type(value).__name__
    if isinstance(value, np.ndarray):
        return ["array", value.dtype.str, list(value.shape), _plain(value.tolist())]
    if isinstance(value, np.generic):
        return [name, _plain(value.item())]
    if isinstance(value, dict):
        return [name, [[_plain(key), _described(one)] for key, one in value.items()]]
    if isinstance(value, (list, tuple)):
        return [name, [_described(one) for one in value]]
    if isinstance(value, (bool, int, float, str, type(None), Path)):
        return [name, _plain(value)]
    if name in ("DataFrame", "Series"):
        columns = [str(one) for one in value.columns] if name == "DataFrame" else [str(value.name)]
        kinds = [str(one) for one in value.dtypes] if name == "DataFrame" else [str(value.dtype)]
        return [name, columns, kinds, _plain(value.index.tolist()), _plain(value.to_numpy().tolist())]
    if name == "Figure" or hasattr(value, "savefig"):
        return ["figure", _drawn(value)]
    if hasattr(value, "get_weights") and hasattr(value, "compiled"):
        return ["model", *_model(value)]
    if isinstance(getattr(value, "history", None), dict):
        return ["history", _described({str(key): _plain(list(one)) for key, one in value.history.items()})]
    return ["object", name]


def _drawn(figure: Any) -> str:
    from matplotlib.backends.backend_agg import FigureCanvasAgg

    seen = [figure.get_size_inches().tolist(), type(figure.get_layout_engine()).__name__]
    figure.set_layout_engine("none")  # it takes longer than all the rest, and does the same for the same axes
    figure.set_dpi(DPI)
    canvas = FigureCanvasAgg(figure)
    canvas.draw()
    return hashlib.sha256(repr(seen).encode() + bytes(canvas.buffer_rgba())).hexdigest()


def _model(model: Any) -> list[Any]:
    """Layers and settings without the numbers in their names, weights, and outputs for random inputs."""
    import re

    import keras

    def settings(thing: Any) -> str:
        if thing is None or isinstance(thing, str):
            return str(thing)
        try:
            return re.sub(r"_\d+\b", "", json.dumps([type(thing).__name__, thing.get_config()], default=str, sort_keys=True))
        except (AttributeError, NotImplementedError):
            return type(thing).__name__

    layers = [settings(one) for one in model.layers]
    compiled = [settings(getattr(model, "optimizer", None)), str(getattr(model, "loss", None)) if isinstance(getattr(model, "loss", None), str) else settings(getattr(model, "loss", None))]
    compiled.append(str([settings(one) for one in (getattr(model, "_compile_metrics", None) and model._compile_metrics._user_metrics or [])]))
    shape = tuple(getattr(model, "input_shape", None) or (None, 28, 28))[1:]
    try:
        keras.utils.set_random_seed(SEED)
        given = np.random.default_rng(SEED).random((3, *shape)).astype(np.float32)
        outputs = np.asarray(model(given)).tolist()
    except Exception as error:
        outputs = [type(error).__name__]
    weights = hashlib.sha256(b"".join(np.round(one, 4).tobytes() for one in model.get_weights())).hexdigest()
    return [layers, re.sub(r" at 0x\w+|_\d+\b", "", str(compiled)), _plain(outputs), weights]
