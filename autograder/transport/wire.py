"""Plain data to bytes and back, between the judge and a worker that it does not trust.

A message is a fixed prefix, a JSON header and raw little-endian buffers:

    b"AGW1" | header length (4 bytes) | body length (8 bytes) | header | buffers

The header tags every value, so that what comes back is exactly what was sent: ``True`` is not 1, a tuple is not a
list, a float keeps its last bit. Reading never runs, imports or allocates anything that the sender names: lengths,
depth, dtypes and shapes are checked first, and anything out of line is a ``ProtocolError``.
"""

from __future__ import annotations

import json
import math
import re
import struct
from collections.abc import Collection
from dataclasses import dataclass
from typing import Any

import numpy as np

from autograder.transport import python_values, tables

MAGIC = b"AGW1"
PREFIX = struct.Struct("<4sIQ")
MAX_HEADER = 16 * 2**20  # bytes
MAX_BODY = 256 * 2**20  # bytes
MAX_DEPTH = 16
MAX_ITEMS = 200_000  # values in one message
MAX_DIGITS = 40  # decimal digits of an integer
MAX_PAIRS = 10_000  # in one dict
LARGEST_KEY = 2**53  # whole numbers below it are their own hash
DTYPE = re.compile(r"[<|]([iu][1248]|f[248]|b1)|<c(8|16)|<[mM]8\[(Y|M|W|D|h|m|s|ms|us|ns)\]")
ARRAY_KINDS = "biuf"  # bool, signed, unsigned, float: arrays of numbers
SENT_KINDS = ARRAY_KINDS + "cmM"  # and complex numbers, durations, dates
MAX_TEXT = 256 * 2**20  # bytes of an array of texts


class ProtocolError(ValueError):
    """The bytes are not a message; or the value is not plain data."""


@dataclass(frozen=True)
class Described:
    """A value that was something else before it became plain data.

    Attributes:
        kind: what it is to a check: ``array scalar mapping sequence figure model history opaque``.
        type_name: the original type's name, for messages (``Counter``, ``numpy.uint8``).
        content: plain data.
    """

    kind: str
    type_name: str
    content: object


def encode(value: object) -> list[bytes | memoryview]:
    """Turns plain data into one message, in parts to be sent one after the other.

    Args:
        value: None, bool, int, float, str, bytes, list, tuple, dict, ndarray of numbers, dates or texts, ``Described``,
            ``tables.Table``, what ``python_values`` lists; exactly these types, no subclasses.

    Raises:
        ProtocolError: anything else, or more of it than a message may hold.

    Example:
        >>> decode(b"".join(encode({"labels": (1, 2.5)})))
        {'labels': (1, 2.5)}
    """
    writer = _Writer()
    try:
        tagged = writer.tagged(value, 0)
    except ValueError as error:  # also of ``python_values`` and ``tables``
        raise ProtocolError(str(error)) from error
    header = json.dumps(tagged, ensure_ascii=True, separators=(",", ":")).encode()
    buffers = writer.buffers
    body = sum(len(buffer) for buffer in buffers)
    if len(header) > MAX_HEADER or body > MAX_BODY:
        raise ProtocolError(f"too large for one message: {len(header) + body:,} bytes")
    return [PREFIX.pack(MAGIC, len(header), body) + header, *buffers]


def decode(message: bytes | bytearray | memoryview) -> object:
    """The inverse of ``encode``.

    Raises:
        ProtocolError: the bytes are not exactly one message.
    """
    header_size, body_size = sizes(bytes(message[: PREFIX.size]))
    if len(message) != PREFIX.size + header_size + body_size:
        raise ProtocolError("the message's length differs from the announced one")
    header = bytes(message[PREFIX.size : PREFIX.size + header_size])
    reader = _Reader(memoryview(message)[PREFIX.size + header_size :])
    try:
        tagged = json.loads(header)
        value = reader.value(tagged, 0)
    except ProtocolError:
        raise
    except (ValueError, TypeError, KeyError, IndexError, OverflowError, RecursionError, MemoryError) as error:
        raise ProtocolError(f"not a message: {type(error).__name__}") from error
    if reader.position != body_size:
        raise ProtocolError("the message has unused bytes")
    return value


def sizes(prefix: bytes) -> tuple[int, int]:
    """Header and body length in bytes, checked against the limits before the rest is read.

    Raises:
        ProtocolError: not a prefix, or the lengths are over the limits.
    """
    if len(prefix) != PREFIX.size:
        raise ProtocolError("the message is too short")
    magic, header_size, body_size = PREFIX.unpack(prefix)
    if magic != MAGIC:
        raise ProtocolError("the message has no valid beginning")
    if header_size > MAX_HEADER or body_size > MAX_BODY:
        raise ProtocolError("the message is too large")
    return header_size, body_size


class _Writer:
    """Tags values and collects the buffers in order."""

    def __init__(self) -> None:
        self.buffers: list[bytes | memoryview] = []
        self.items = 0

    def tagged(self, value: Any, depth: int) -> list[Any]:
        self.items += 1
        if depth > MAX_DEPTH:
            raise ProtocolError(f"nested deeper than {MAX_DEPTH} levels")
        if self.items > MAX_ITEMS:
            raise ProtocolError(f"more than {MAX_ITEMS:,} values")
        kind = type(value)
        if value is None:
            return ["n"]
        if kind is bool:
            return ["b", int(value)]
        if kind is int:
            text = str(value) if abs(value) < 10**MAX_DIGITS else ""
            if not text:
                raise ProtocolError(f"an integer of more than {MAX_DIGITS} digits")
            return ["i", text]
        if kind is float:
            return ["f", value.hex()]
        if kind is str:
            return ["s", value.encode("utf-8", "replace").decode("utf-8")]  # a lone surrogate has no bytes
        if kind is bytes:
            self.buffers.append(value)
            return ["y", len(value)]
        if kind in (list, tuple):
            return ["l" if kind is list else "t", [self.tagged(item, depth + 1) for item in value]]
        if kind is dict:
            _check_keys(value)
            pairs = [[self.tagged(key, depth + 1), self.tagged(item, depth + 1)] for key, item in value.items()]
            return ["d", pairs]
        if kind is np.ndarray and value.dtype.kind == "U":
            codes, texts = tables.text_codes(value.ravel().tolist())
            return ["u", list(value.shape), self.tagged(texts, depth + 1), self.tagged(codes, depth + 1)]
        if kind is np.ndarray and value.dtype.kind in SENT_KINDS and DTYPE.fullmatch(value.dtype.newbyteorder("<").str):
            data = np.ascontiguousarray(value, dtype=value.dtype.newbyteorder("<"))
            plain = data.view(np.int64) if data.dtype.kind in "mM" else data  # dates have no buffer of their own
            self.buffers.append(plain.data.cast("B") if data.size else b"")
            return ["a", value.dtype.newbyteorder("<").str, list(value.shape)]
        if kind is Described:
            return ["D", value.kind, value.type_name, self.tagged(value.content, depth + 1)]
        if kind is tables.Table:
            return ["T", self.tagged(tables.to_plain(value), depth + 1)]
        if kind in python_values.KINDS:
            word, write, _read = python_values.KINDS[kind]
            if word in python_values.SETS:
                _check_keys(value)
            return ["x", word, self.tagged(write(value), depth + 1)]
        raise ProtocolError(f"{kind.__name__} is not plain data")


class _Reader:
    """Walks a tagged header and takes the buffers in order."""

    def __init__(self, body: memoryview) -> None:
        self.body = body
        self.position = 0
        self.items = 0

    def value(self, tagged: object, depth: int) -> object:
        self.items += 1
        if depth > MAX_DEPTH or self.items > MAX_ITEMS:
            raise ProtocolError("the message is nested too deeply or holds too many values")
        if type(tagged) is not list or not tagged or type(tagged[0]) is not str:
            raise ProtocolError("a value without a tag")
        tag, *rest = tagged
        if tag == "n" and not rest:
            return None
        if tag == "D":
            kind, type_name, content = rest
            if type(kind) is not str or type(type_name) is not str:
                raise ProtocolError("a description without a name")
            return Described(kind, type_name, self.value(content, depth + 1))
        if tag == "a":
            return self._array(*rest)
        if tag == "u":
            shape, texts, codes = rest
            return self._texts(shape, texts, codes, depth)
        if tag == "x":
            word, content = rest
            return self._exact(word, content, depth)
        (content,) = rest
        if tag == "b" and type(content) is int and content in (0, 1):
            return bool(content)
        if tag == "i" and type(content) is str and len(content) <= MAX_DIGITS + 1:
            return int(content)
        if tag == "f" and type(content) is str:
            return float.fromhex(content)
        if tag == "s" and type(content) is str:
            content.encode()  # a lone surrogate could be written to no file; that is a UnicodeError, and so a ValueError
            return content
        if tag == "y" and type(content) is int:
            return bytes(self._take(content))
        if tag in ("l", "t") and type(content) is list:
            items = [self.value(item, depth + 1) for item in content]
            return items if tag == "l" else tuple(items)
        if tag == "d" and type(content) is list:
            return self._dict(content, depth)
        if tag == "T":
            return tables.from_plain(self.value(content, depth + 1))
        raise ProtocolError("an unknown tag")

    def _dict(self, pairs: list[Any], depth: int) -> dict[Any, Any]:
        items = [(self.value(key, depth + 1), self.value(item, depth + 1)) for key, item in pairs]
        _check_keys([key for key, _item in items])
        result = dict(items)
        if len(result) != len(pairs):
            raise ProtocolError("a key occurs twice")
        return result

    def _array(self, dtype_name: object, shape: object) -> np.ndarray:
        if type(dtype_name) is not str or not DTYPE.fullmatch(dtype_name):
            raise ProtocolError("an array whose dtype is not plain data")
        dtype = np.dtype(dtype_name)
        size = math.prod(_shape(shape)) * dtype.itemsize
        return np.frombuffer(self._take(size), dtype=dtype).reshape(_shape(shape)).copy()

    def _texts(self, shape: object, texts: object, codes: object, depth: int) -> np.ndarray:
        """An array of texts, each as wide as the longest."""
        known, numbers = self.value(texts, depth + 1), self.value(codes, depth + 1)
        found = tables.texts_of(numbers, known)
        widest = max([1, *(len(text) for text in found if text)])
        if None in found or math.prod(_shape(shape)) != len(found) or 4 * widest * len(found) > MAX_TEXT:
            raise ProtocolError("an array of texts of another length, or too large")
        return np.array(found, dtype=f"<U{widest}").reshape(_shape(shape))

    def _exact(self, word: object, content: object, depth: int) -> object:
        """A value of Python's own that JSON does not have."""
        if type(word) is not str or word not in python_values.READERS:
            raise ProtocolError("an unknown kind of value")
        plain = self.value(content, depth + 1)
        if word in python_values.SETS:
            if type(plain) is not list:
                raise ProtocolError("a set without a list")
            _check_keys(plain)
            if len(set(plain)) != len(plain):
                raise ProtocolError("an item occurs twice")
        return python_values.READERS[word](plain)

    def _take(self, size: int) -> memoryview:
        if size < 0 or size > len(self.body) - self.position:
            raise ProtocolError("a buffer is shorter than announced")
        start, self.position = self.position, self.position + size
        return self.body[start : self.position]


def _shape(shape: object) -> list[int]:
    if type(shape) is not list or len(shape) > 32 or any(type(n) is not int or n < 0 for n in shape):
        raise ProtocolError("an array without a shape")
    return shape


def _check_keys(keys: Collection[Any]) -> None:
    """Both sides ask this, so that nothing is sent that would be refused."""
    if len(keys) > MAX_PAIRS:
        raise ProtocolError(f"a dict of more than {MAX_PAIRS:,} keys")
    for key in keys:
        _check_key(key)


def _check_key(key: Any) -> None:
    """Refuses large numbers, also inside a tuple: they can be chosen to collide, and n of them cost n * n."""
    if type(key) is tuple:
        for part in key:
            _check_key(part)
    elif type(key) in (int, float):
        if abs(key) >= LARGEST_KEY:
            raise ProtocolError("a number that large is not a key")
    elif key is not None and type(key) not in (bool, str, bytes, *python_values.MOMENTS):
        raise ProtocolError(f"{type(key).__name__} is not a key")
