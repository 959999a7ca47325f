"""The arguments of a check's call by the names of the page's parameters, in their order."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import Any


def by_name(function: str, values: Sequence[Any], named: dict[str, Any], parameters: list[str], optional: Collection[str] = ()) -> dict[str, Any]:
    """The arguments of one call, in the order of the parameters: a student's function may call them something else.

    Args:
        values: by place. named: by name. parameters: of the page's function. optional: those that have a default there.

    Raises:
        TypeError: they do not fit; a fault of the check.

    Example:
        >>> by_name("scale", (1,), {"to": 3}, ["value", "to", "again"], ("again",))
        {'value': 1, 'to': 3}
    """
    given = dict(zip(parameters, values, strict=False)) | named
    left_out = [name for name in parameters if name not in given]
    fits = len(values) <= len(parameters) and not named.keys() & set(parameters[: len(values)])
    if not fits or not given.keys() <= set(parameters) or not set(left_out) <= set(optional):
        raise TypeError(f"the check calls {function} with the wrong arguments: its parameters are ({', '.join(parameters)})")
    if parameters[: len(given)] != [name for name in parameters if name in given]:
        raise TypeError(f"the check leaves out {left_out[0]}, and passes a later argument of {function}: pass both")
    return {name: given[name] for name in parameters if name in given}


def in_other_order(parameters: Collection[str], wanted: Collection[str]) -> bool:
    """Whether a function has the parameters that are wanted, by name, in another order."""
    return list(parameters) != list(wanted) and sorted(parameters) == sorted(wanted)
