"""Does a changed function behave otherwise than before? Found out by running both, without the kit.

    verdicts("mnist", "normalize", ["def normalize(images): …"])      ["same"], or "different", or "error"
    alike("mnist", "normalize", "def normalize(images): …", "…")      whether two programs do the same, right or wrong

An oracle gives a function inputs from a seed and reads from its results what the page asks for: numbers, keys, bars, images,
the outputs of a model (``oracle_mnist`` and others). Two answers are the same if all that is the same: another size of a
figure, another colour map or another batch size is not a difference, because the page asks for none. For ``alike`` what a call
does beside its result counts, too: what it changes, whether it draws from the shared random numbers, figures that stay open.
Nothing of ``autograder`` is imported here; the checks and the oracle can only agree by being right, or by the same error of their two authors.
"""

from __future__ import annotations

import ast
import contextlib
import copy
import importlib
import io
import itertools
import math
import random
import signal
import sys
import warnings
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from types import ModuleType
from typing import Any

ROOT = Path(__file__).parents[2]
SEED = 19
LONGEST = 60  # seconds for all inputs of one function
WITHIN = 1.1e-3  # relative: what rounding to float16 twice takes away, which no page forbids
MOST_ITEMS = 1000  # of a result that gives them one by one, perhaps without end
PAGE = "page_of_the_oracle"  # dataclasses of a program look it up

FAULTS = (("raised",), ("not as asked",), ("changed its arguments",), ("too slow",))

Namespace = dict[str, Any]


class NotAsAsked(Exception):
    """A result is not of the form that the page asks for."""


class TooSlow(BaseException):
    """A changed function does not end."""


@dataclass(frozen=True)
class Oracle:
    """What tells two answers to one exercise apart.

    Attributes:
        cases: from a random generator and the names of the page, with the changed function: the arguments of each call, made anew each time.
        reads: from a result and the arguments of its call: what the page asks for, as plain data.
        together: the same of all calls that gave a result, as pairs of result and arguments: whether a seed gives the same again.
        kept: whether the page says that the arguments are not changed.
        within: the relative difference of two numbers that are taken for the same.
    """

    cases: Callable[[Any, Namespace], list[tuple[Any, ...]]]
    reads: Callable[[Any, tuple[Any, ...], Namespace], Any]
    together: Callable[[list[tuple[Any, tuple[Any, ...]]]], Any] = lambda calls: None
    kept: bool = True
    within: float = WITHIN


def oracles(assignment: str) -> dict[str, Oracle]:
    """Function -> its oracle."""
    module: ModuleType = importlib.import_module(f"oracle_{assignment}")
    found: dict[str, Oracle] = module.ORACLES
    return found


@dataclass
class Call:
    """One call of a function.

    Attributes:
        result: an exception if it raised one; arguments: as they are afterwards.
        changed: whether the arguments have changed. drew: whether the shared random numbers have moved.
    """

    result: Any
    arguments: tuple[Any, ...]
    changed: bool
    drew: bool


def verdicts(assignment: str, function: str, sources: list[str]) -> list[str]:
    """What each changed function is: ``same``, ``different``, or ``error`` if it raises an exception for every input.

    Args:
        sources: each defines the function; all else is the reference page.
    """
    oracle = oracles(assignment)[function]
    names = namespace(assignment, _needs_keras(assignment, function))
    right = behaviour(oracle, names, function, "", SEED)
    if any(isinstance(one, tuple) and one[:1] in FAULTS for one in right):
        raise ValueError(f"the oracle of {function} does not understand the reference: {right}")
    if not same(right, behaviour(oracle, names, function, "", SEED), oracle.within):
        raise ValueError(f"the oracle of {function} does not give the same twice")
    found = []
    for source in sources:
        seen = behaviour(oracle, names, function, source, SEED)
        raised = bool(seen) and all(isinstance(one, tuple) and one[:1] == ("raised",) for one in seen)
        found.append("error" if raised else "same" if same(right, seen, oracle.within) else "different")
    return found


def alike(assignment: str, function: str, source: str, other: str) -> bool:
    """Whether two programs do the same with all inputs, right or wrong.

    Example:
        >>> alike("fashion_mnist", "name_labels", "def name_labels(a, b):\\n    return [b[i] for i in a]",
        ...       "def name_labels(a, b):\\n    return tuple(b[i] for i in a)")
        True
    """
    within = oracles(assignment)[function].within
    return same(_whole(assignment, function, source), _whole.__wrapped__(assignment, function, other), within)


@cache
def _whole(assignment: str, function: str, source: str) -> list[Any]:
    """What the page asks for of each call, and all that the call did beside it."""
    oracle = oracles(assignment)[function]
    names = namespace(assignment, _needs_keras(assignment, function) or _reads_keras(source))
    beside: list[Any] = []

    def note(calls: list[Call]) -> None:
        from oracle_figures import drawn

        plt = sys.modules.get("matplotlib.pyplot")
        beside.append(len(plt.get_fignums()) if plt is not None else 0)
        for one in calls:
            beside.append([one.drew, [_copy(each) for each in one.arguments] if oracle.kept else []])
            if hasattr(one.result, "savefig"):
                beside.append(drawn(one.result))
            if oracle.kept and one.changed:
                beside.append(_read(oracle, one.result, one.arguments, names))

    seen = behaviour(oracle, names, function, source, SEED, note)
    return [seen, beside]


@cache
def namespace(assignment: str, keras: bool) -> Namespace:
    """The imports and functions of a page; without Keras, which takes seconds to load, where nothing needs it."""
    page = (ROOT / "solutions" / assignment / f"{assignment}.py").read_text("utf-8")
    kept: list[ast.stmt] = []
    for node in ast.parse(page).body:
        if isinstance(node, ast.Import) and (keras or node.names[0].name != "keras"):
            kept.append(node)
        elif isinstance(node, (ast.FunctionDef, ast.ClassDef)) or (isinstance(node, ast.ImportFrom) and node.module != "autograder"):
            kept.append(node)
    names: Namespace = {"__name__": PAGE}
    sys.modules.setdefault(PAGE, ModuleType(PAGE))
    exec(compile(ast.Module(kept, []), "page", "exec"), names)
    return names


def behaviour(oracle: Oracle, names: Namespace, function: str, source: str, seed: int, note: Callable[[list[Call]], None] = lambda calls: None) -> list[Any]:
    """What the page asks for, of each call; ``("raised", …)`` where the function raises an exception.

    Args:
        note: is told of the calls when all are done.
    """
    import matplotlib

    matplotlib.use("agg")
    mine = dict(names)
    seen: list[Any] = []
    with _quietly(), _no_longer_than(LONGEST):
        try:
            try:
                exec(compile(source, "mutant", "exec", dont_inherit=True), mine)
                calls = _calls(oracle, mine, function, seed)
            except Exception as error:
                return [("raised", type(error).__name__)]  # the definitions did, before any call
            for one in calls:  # when all are there: a figure that two calls share shows both
                changed = ("changed its arguments",)
                seen.append(changed if oracle.kept and one.changed else _read(oracle, one.result, one.arguments, mine))
            if not any(isinstance(one, tuple) and one[:1] in FAULTS for one in seen):
                seen.append(_together(oracle, [(one.result, one.arguments) for one in calls]))
            note(calls)
        except TooSlow:
            seen.append(("too slow",))
    if "matplotlib.pyplot" in sys.modules:
        sys.modules["matplotlib.pyplot"].close("all")
    return seen


def _calls(oracle: Oracle, names: Namespace, function: str, seed: int) -> list[Call]:
    import numpy as np

    found = []
    for number, arguments in enumerate(oracle.cases(np.random.default_rng(seed), names)):
        before = [_copy(one) for one in arguments]
        _random_numbers(seed + number)
        state = _random_state()
        try:
            result = names[function](*arguments)
        except Exception as error:
            result = error
        drew = _random_state() != state
        found.append(Call(result, arguments, not same(before, [_copy(one) for one in arguments], 0), drew))
    return found


def _read(oracle: Oracle, result: Any, arguments: tuple[Any, ...], names: Namespace) -> Any:
    if isinstance(result, Exception):
        return ("raised", type(result).__name__)
    try:
        return oracle.reads(result, arguments, names)
    except Exception as error:  # what it is instead tells two wrong answers apart
        return ("not as asked", type(error).__name__, type(result).__name__, _copy(_gone_through(result)))


def _gone_through(result: Any) -> Any:
    """What a result gives one by one, such as a map: only then it calls what it was made of, which may raise an exception."""
    if not isinstance(result, Iterator):
        return result
    given: list[Any] = []
    try:
        given += itertools.islice(result, MOST_ITEMS)
    except Exception as error:
        given.append(f"raised {type(error).__name__}")
    return given


def _together(oracle: Oracle, results: list[tuple[Any, tuple[Any, ...]]]) -> Any:
    try:
        return oracle.together(results)
    except Exception as error:
        return ("not as asked", type(error).__name__)


def same(one: Any, other: Any, within: float) -> bool:
    """Whether two pieces of plain data are the same, numbers up to a relative difference.

    Example:
        >>> same({"a": [1.0, 2]}, {"a": [1.0001, 2]}, 1e-3), same([1], [1, 1], 0), same([float("nan")], [float("nan")], 0)
        (True, False, True)
    """
    if isinstance(one, Mapping) and isinstance(other, Mapping):
        return one.keys() == other.keys() and all(same(value, other[key], within) for key, value in one.items())
    if isinstance(one, (list, tuple)) and isinstance(other, (list, tuple)):
        return len(one) == len(other) and all(same(*pair, within) for pair in zip(one, other, strict=True))
    if hasattr(one, "shape") and hasattr(other, "shape"):
        return _same_arrays(one, other, within)
    if isinstance(one, float) or isinstance(other, float):
        if not (isinstance(one, (int, float)) and isinstance(other, (int, float))) or isinstance(one, bool) is not isinstance(other, bool):
            return False
        return math.isclose(one, other, rel_tol=within, abs_tol=within / 100) or (math.isnan(one) and math.isnan(other))
    return type(one) is type(other) and bool(one == other)


def _same_arrays(one: Any, other: Any, within: float) -> bool:
    import numpy as np

    if one.shape != other.shape:
        return False
    if one.dtype.kind in "fiub" and other.dtype.kind in "fiub":
        return bool(np.allclose(one, other, rtol=within, atol=within / 100, equal_nan=True))
    return bool(np.array_equal(one, other))


def _copy(value: Any) -> Any:
    """Plain data of an argument, to be compared with later."""
    if hasattr(value, "to_numpy"):  # of pandas
        labels = [list(getattr(value, name, [])) for name in ("columns", "index")]
        return [*labels, value.to_numpy().tolist()]
    if hasattr(value, "shape") and hasattr(value, "dtype"):
        import numpy as np

        try:
            return [str(value.dtype), np.array(value)]  # a copy; a tensor has no method for it
        except Exception:
            return "something else"  # such as a tensor with gradients
    if isinstance(value, dict):
        return {key: _copy(one) for key, one in value.items()}
    if isinstance(value, (list, tuple)):
        return [_copy(one) for one in value]
    if isinstance(value, (str, int, float, type(None))):
        return copy.deepcopy(value)
    return "something else"


def _random_numbers(seed: int) -> None:
    import numpy as np

    random.seed(seed)
    np.random.seed(seed)  # noqa: NPY002 - what a page may use
    if "keras" in sys.modules:
        sys.modules["keras"].utils.set_random_seed(seed)


def _random_state() -> object:
    import numpy as np

    kind, keys, *rest = np.random.get_state()  # noqa: NPY002 - what a page may use
    return kind, keys.tobytes(), rest, random.getstate()  # type: ignore[union-attr]


@contextlib.contextmanager
def _quietly() -> Iterator[None]:
    with contextlib.redirect_stdout(io.StringIO()), contextlib.redirect_stderr(io.StringIO()), warnings.catch_warnings():
        warnings.simplefilter("ignore")
        yield


@contextlib.contextmanager
def _no_longer_than(seconds: int) -> Iterator[None]:
    def stop(*_: object) -> None:
        raise TooSlow

    before = signal.signal(signal.SIGALRM, stop)
    signal.alarm(seconds)
    try:
        yield
    finally:
        signal.alarm(0)
        signal.signal(signal.SIGALRM, before)


@cache
def _needs_keras(assignment: str, function: str) -> bool:
    """Whether the reference calls Keras or is given a model."""
    page = ast.parse((ROOT / "solutions" / assignment / f"{assignment}.py").read_text("utf-8"))
    node = next(one for one in page.body if isinstance(one, ast.FunctionDef) and one.name == function)
    return "model" in [one.arg for one in node.args.args] or _names_keras(node)


def _reads_keras(source: str) -> bool:
    try:
        return _names_keras(ast.parse(source))
    except SyntaxError:
        return False


def _names_keras(tree: ast.AST) -> bool:
    return any(isinstance(one, ast.Name) and one.id == "keras" for one in ast.walk(tree))
