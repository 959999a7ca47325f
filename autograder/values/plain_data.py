"""Any value a student's function may return, as plain data. Runs in the worker, once, right after the call.

The table of types is explicit: what it does not know becomes ``opaque`` with the type's name, which gives the student
a sentence and the judge nothing that could run. Laziness ends here: a generator is walked, a view is copied.
"""

from __future__ import annotations

import collections.abc
import itertools
import sys

import numpy as np

from autograder.transport import pandas_tables, tables
from autograder.transport.python_values import MOMENTS
from autograder.transport.wire import ARRAY_KINDS, DTYPE, LARGEST_KEY, MAX_DIGITS, SENT_KINDS, Described
from autograder.values import python_objects
from autograder.values.keras import models
from autograder.values.mpl import figures

MAX_DEPTH = 8
MAX_ITEMS = 10_000  # in one container
MAX_ARRAY = 128 * 2**20  # bytes
MAX_KEY = 200  # characters of a key that is shown as a text
MAX_TEXTS = 100_000  # in one array
LONGEST_SENT = {"f": np.dtype(np.float64), "c": np.dtype(np.complex128)}  # the longest numbers that a message holds

TENSORS = ("tensorflow", "keras", "jax", "jaxlib", "torch")  # packages whose own types hold arrays
LAZY = (collections.abc.Iterator, collections.abc.MappingView, collections.abc.Sequence, set, frozenset)


def describe(value: object, depth: int = 0) -> object:
    """Plain data for ``wire.encode``; a ``Described`` where the value was something else.

    Args:
        value: anything.

    Returns:
        None, bool, int, float, str, list, tuple, dict, ndarray of numbers, dates or texts, a value that
        ``transport.python_values`` lists, ``tables.Table`` for what pandas has, or ``Described``.

    Example:
        >>> describe(np.uint8(5))
        Described(kind='scalar', type_name='numpy.uint8', content=5)
    """
    if depth > MAX_DEPTH:
        return opaque(value)
    kind = type(value)
    if value is None or kind in (bool, float, str):
        return value
    if kind is int:
        return value if abs(value) < 10**MAX_DIGITS else opaque(value)
    if isinstance(value, np.ndarray):
        return _array(value, kind)
    if isinstance(value, np.generic):
        return _scalar(value, kind)
    if python_objects.is_exact(value):
        return value
    if isinstance(value, (list, tuple)) and len(value) > MAX_ITEMS:
        return _too_long(kind, len(value))
    if models.is_like_a_history(value) and not models.is_history(value) and not models.is_model(value):
        return Described("history", kind.__name__, models.describe_history(value))
    if (parts := python_objects.parts(value)) is not None:
        form, content = parts
        return Described(form, name(kind), describe(content, depth + 1))
    if isinstance(value, (list, tuple)):
        items = [describe(item, depth + 1) for item in value]
        return tuple(items) if isinstance(value, tuple) else items
    if isinstance(value, collections.abc.Mapping):
        return _mapping(value, kind, depth)
    if isinstance(value, (bool, int, float, str)):  # a subclass could compare itself equal to anything
        return Described("scalar", name(kind), describe(_builtin(value), depth + 1))
    return _known(value, kind, depth)


def opaque(value: object) -> Described:
    """A value of which only the type's name is described."""
    if isinstance(value, type(sys)):
        return Described("opaque", f"the module {value.__name__}", None)
    if isinstance(value, type):
        return Described("opaque", f"the class {value.__name__}", None)
    return Described("opaque", name(type(value)), None)


def name(kind: type) -> str:
    """A type's name as people write it: ``Counter``, ``numpy.uint8``, ``pandas.Series``."""
    package = str(kind.__module__).partition(".")[0]
    short = kind.__qualname__[:80]
    if package == "jaxlib":  # where the class of JAX's arrays is
        package, short = "jax", short.replace("ArrayImpl", "Array")
    return f"{package}.{short}" if package in ("numpy", "pandas", *TENSORS) else short


def _known(value: object, kind: type, depth: int) -> object:
    """Types of other libraries: pandas, TensorFlow, Keras, Matplotlib; and lazy sequences."""
    if models.is_model(value):
        return Described("model", kind.__name__, models.describe_model(value))
    if models.is_history(value):
        return Described("history", kind.__name__, models.describe_history(value))
    if figures.is_figure(value):
        return Described("figure", kind.__name__, figures.describe_figure(value))
    package = str(kind.__module__).partition(".")[0]
    if pandas_tables.is_pandas(value):
        try:
            return pandas_tables.pack(value, lambda item: describe(item, depth + 4))
        except tables.NotATable:
            return _too_long(kind, len(value))
    if pandas_tables.is_array(value):
        return _of_pandas(value, kind, depth)
    if package in TENSORS and hasattr(value, "__array__"):
        try:
            array = np.asarray(value.detach().cpu() if package == "torch" else value)
        except (TypeError, ValueError, NotImplementedError):  # symbolic: a place in a network, without numbers
            return opaque(value)
        return _array(array, kind) if isinstance(array, np.ndarray) else opaque(value)
    if isinstance(value, LAZY):
        if isinstance(value, collections.abc.Sized) and len(value) > MAX_ITEMS:
            return _too_long(kind, len(value))
        items = [describe(item, depth + 1) for item in itertools.islice(value, MAX_ITEMS + 1)]
        if len(items) > MAX_ITEMS:
            return Described("opaque", f"{name(kind)} of more than {MAX_ITEMS:,} items", None)
        if isinstance(value, (set, frozenset)):
            items.sort(key=repr)  # a set of texts has another order in each process
        return Described("sequence", name(kind), items)
    return opaque(value)


def _of_pandas(value: object, kind: type, depth: int) -> object:
    """An array of pandas' own, as ``unique()`` gives one: its numbers as an array, what else it holds as a sequence."""
    try:
        (column,) = pandas_tables.pack(sys.modules["pandas"].Series(value), lambda item: describe(item, depth + 4)).columns
    except tables.NotATable:
        return _too_long(kind, len(value))
    if isinstance(column.values, np.ndarray) and (column.missing is None or not column.missing.any()):
        return Described("array", name(kind), column.values)
    if len(column) > MAX_ITEMS:
        return _too_long(kind, len(column))
    return Described("sequence", name(kind), [describe(item, depth + 1) for item in column.items])


def _too_long(kind: type, length: int) -> Described:
    """Told as such: what is cut silently looks like a wrong answer."""
    return Described("opaque", f"{name(kind)} of {length:,} items", None)


def _array(array: np.ndarray, kind: type) -> object:
    if isinstance(array, np.ma.MaskedArray) and np.ma.is_masked(array):
        parts = {"values": _array(np.asarray(array.data), np.ndarray), "mask": np.array(np.ma.getmaskarray(array))}
        return Described("masked", name(kind), parts)
    exact = _of_usual_length(np.asarray(array))
    if exact.dtype.kind == "T":  # NumPy's texts of any length
        exact = np.array(exact.tolist(), "U")  # astype cannot
    if not _is_sendable(exact):
        if exact.dtype.kind == "O" and exact.size <= MAX_ITEMS:
            items = [describe(item, 1) for item in exact.ravel().tolist()]
            return Described("sequence", f"array of {exact.dtype} with shape {exact.shape}", items)
        return Described("opaque", f"array of {exact.dtype} with shape {exact.shape}", None)
    if exact.ndim == 0 and exact.dtype.kind in ARRAY_KINDS:
        return Described("scalar", name(kind), _builtin(exact[()]))
    return exact if kind is np.ndarray else Described("array", name(kind), exact)


def _of_usual_length(array: np.ndarray) -> np.ndarray:
    """Floats that are longer than Python's (``np.longdouble``) as Python's: no check asks for more digits."""
    if array.dtype.kind in LONGEST_SENT and array.dtype.itemsize > LONGEST_SENT[array.dtype.kind].itemsize:
        with np.errstate(over="ignore"):  # what is larger than each float becomes infinite
            return array.astype(LONGEST_SENT[array.dtype.kind])
    return array


def _is_sendable(array: np.ndarray) -> bool:
    if array.nbytes > MAX_ARRAY:
        return False
    if array.dtype.kind == "U":
        return array.size <= MAX_TEXTS
    return array.dtype.kind in SENT_KINDS and DTYPE.fullmatch(array.dtype.newbyteorder("<").str) is not None


def _scalar(value: np.generic, kind: type) -> object:
    value = _of_usual_length(np.asarray(value))[()]
    if value.dtype.kind in ARRAY_KINDS and value.dtype.itemsize <= 8:
        return Described("scalar", name(kind), value.item())
    if value.dtype.kind in "cmM" and _is_sendable(np.asarray(value)):
        return Described("scalar", name(kind), complex(value) if value.dtype.kind == "c" else np.asarray(value))
    return Described("scalar", name(kind), str(value)) if value.dtype.kind == "U" else opaque(value)


def _builtin(value: object) -> object:
    for kind in (bool, int, float, str):
        if isinstance(value, kind):
            return kind(value)
    return value.item()


def _mapping(value: collections.abc.Mapping, kind: type, depth: int) -> object:
    keys = list(value)
    if len(keys) > MAX_ITEMS:
        return _too_long(kind, len(keys))
    content = {_key(key): describe(value[key], depth + 1) for key in keys}
    if len(content) < len(keys):
        return Described("opaque", f"{name(kind)} with keys that look alike", None)
    return content if kind is dict else Described("mapping", name(kind), content)


def _key(key: object) -> object:
    """A key as a plain, hashable value; NumPy integers are fine as keys and become int."""
    if isinstance(key, tuple):
        return tuple(_key(item) for item in key)
    plain = describe(key, MAX_DEPTH - 3)
    if type(plain) in MOMENTS:
        return plain
    if isinstance(plain, Described):
        plain = plain.content if plain.kind in ("scalar", "path") else _key_text(key, plain)
    if type(plain) in (int, float) and abs(plain) >= LARGEST_KEY:
        return str(plain)  # no message takes such a number for a key
    if type(plain) is bytes:
        return plain
    return plain if plain is None or type(plain) in (bool, int, float, str) else _key_text(key, plain)


def _key_text(key: object, plain: object) -> str:
    """A key that no message takes, as a text: ``Colour.RED``, ``1/3``; ``(name)`` for what is not known."""
    if isinstance(plain, Described) and plain.kind == "enum":
        return f"{plain.type_name}.{plain.content['name']}"
    return str(plain)[:MAX_KEY] if python_objects.is_exact(plain) else f"({name(type(key))})"
