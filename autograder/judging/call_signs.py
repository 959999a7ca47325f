"""What several calls show together: the same for every call, nothing that depends on one argument, the same factor in all.

Only calls that checks have made anyway are looked at. A sentence is literally true of them, and is said only where the
expected values differ, so that it is about what is wrong.
"""

from __future__ import annotations

import hashlib
import itertools
from collections.abc import Sequence

import numpy as np

from autograder.core.languages import message
from autograder.expectations import general_signs
from autograder.expectations.answer import Answer
from autograder.expectations.value_words import flat
from autograder.transport.tables import Table
from autograder.transport.wire import Described

LARGEST = 2**20  # bytes of an array; a larger one takes too long to be told from others
MOST_ITEMS = 1000  # of a list or a mapping
MOST_CALLS = 40  # that are held against each other


def of_calls(function: str, answers: Sequence[Answer]) -> list[str]:
    """What the calls of a function show, as sentences.

    Args:
        answers: of all calls so far; those that no word has compared as a whole say nothing.
    """
    calls = [one for one in answers if one.function == function and one.compared and one.error is None][:MOST_CALLS]
    values = [hash_of(flat(one.value)) for one in calls]
    wanted = [hash_of(one.compared[-1].expected) for one in calls]
    if len(calls) < 2 or not all(values) or not all(wanted) or any(one.value is None for one in calls):
        return []
    if len(set(values)) == 1 and len(set(wanted)) > 1:
        if _differ(calls):
            return [message("{number} calls with different arguments gave the same.", number=len(calls))]
        return []
    found: list[str] = [
        message("Where calls differ in {name} alone, it gave the same each time. Does it use {name}?", name=name)
        for name in calls[0].handed
        if _ignores(name, calls, values, wanted)
    ]
    found_in_all = general_signs.of_calls([one.compared[-1][:2] for one in calls])
    return found or ([found_in_all] if found_in_all else [])


def hash_of(value: object) -> str:
    """The same text for the same plain value; empty where a value is too large, or is an object.

    Example:
        >>> hash_of([1, 2]) == hash_of([1, 2]) != hash_of([2, 1])
        True
    """
    parts: list[bytes] = []
    try:
        _collect(value, parts)
    except _Unknown:
        return ""
    return hashlib.blake2b(b"\0".join(parts), digest_size=12).hexdigest()


class _Unknown(Exception):
    """A value that cannot be told from others."""


def _collect(value: object, parts: list[bytes]) -> None:
    if isinstance(value, np.ndarray):
        if value.nbytes > LARGEST or value.dtype.kind == "O":
            raise _Unknown
        parts += [value.dtype.str.encode(), repr(value.shape).encode(), value.tobytes()]
    elif isinstance(value, (list, tuple, dict)) and len(value) <= MOST_ITEMS:
        parts.append(f"{type(value).__name__} {len(value)}".encode())
        for one in itertools.chain.from_iterable(value.items()) if isinstance(value, dict) else value:
            _collect(one, parts)
    elif isinstance(value, Table):
        _collect([value.form, *([one.name, one.dtype, one.items] for one in (*value.levels, *value.columns))], parts)
    elif isinstance(value, Described) and value.kind in ("mapping", "sequence", "array", "numpy"):
        _collect(value.content, parts)
    elif isinstance(value, (str, bytes)) and len(value) <= LARGEST:
        parts += [type(value).__name__.encode(), value if isinstance(value, bytes) else value.encode("utf-8", "backslashreplace")]
    elif isinstance(value, (bool, int, float, complex, np.generic)) or value is None:
        parts.append(repr(value).encode())
    else:
        raise _Unknown


def _differ(calls: Sequence[Answer]) -> bool:
    """Whether two of the calls were surely given different arguments."""
    return any(
        "" not in (given, other.handed.get(name)) and given != other.handed.get(name)
        for one, other in itertools.combinations(calls, 2)
        for name, given in one.handed.items()
    )


def _ignores(name: str, calls: Sequence[Answer], values: list[str], wanted: list[str]) -> bool:
    """Whether calls that differ in one argument alone gave the same each time, and should not have at least once."""
    matters = False
    for one, other in itertools.combinations(range(len(calls)), 2):
        if _differ_in(calls[one].handed, calls[other].handed) == {name}:
            if values[one] != values[other]:
                return False
            matters |= wanted[one] != wanted[other]
    return matters


def _differ_in(one: dict[str, str], other: dict[str, str]) -> set[str]:
    """The arguments in which two calls differ; empty where that is not known of each."""
    if one.keys() != other.keys() or not (all(one.values()) and all(other.values())):
        return set()
    return {name for name, given in one.items() if given != other[name]}
