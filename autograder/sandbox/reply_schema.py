"""What a worker's answers look like. Nothing in them is believed; here they become readable, or are none.

A page may have replaced everything in its process, so a field can hold anything that the wire carries. Whoever reads an
answer afterwards may rely on the kind and on the length of each part but ``value``.
"""

from __future__ import annotations

from collections.abc import Callable

from autograder.transport.wire import ProtocolError

LONGEST = {"output": 70_000, "type": 200, "message": 5000, "missing": 200}  # characters; a worker of ours keeps to less
LONGEST_TEXT = 500  # characters of a text in a list
MOST = 50  # entries of a list


def _text(value: object) -> bool:
    return type(value) is str


def _whole(value: object) -> bool:
    return type(value) is int


def _yes_or_no(value: object) -> bool:
    return type(value) is bool


def _texts(value: object) -> bool:
    return type(value) is list and all(map(_text, value))


def _numbers(value: object) -> bool:
    return type(value) is list and all(map(_whole, value))


def _places(value: object) -> bool:
    """Of an exception: (file, line, function), the last one innermost."""
    kinds = (str, int, str)
    return type(value) is list and all(type(one) is tuple and tuple(map(type, one)) == kinds for one in value)


def _handle(value: object) -> bool:
    return value is None or _whole(value)


def _named(value: object) -> bool:
    return type(value) is dict and all(map(_text, value))


Parts = dict[str, Callable[[object], bool]]
ALWAYS: Parts = {"output": _text, "warnings": _texts, "attempts": _texts}
GIVEN: Parts = {"shown": _numbers, "figures": _whole, "unwritten": _texts, "shared_random": _texts, "arguments": _named}
CALLED: dict[str, Parts] = {"call": {"handle": _handle, **GIVEN}, "row": {"same": _numbers}}
RAISED: Parts = {
    "type": _text,
    "bases": _texts,
    "message": _text,
    "places": _places,
    "raised_in_page": _yes_or_no,
    "missing": _text,
}


def checked_reply(reply: object, request: dict) -> dict:
    """A worker's answer to a request, with texts and lists cut to the usual lengths.

    Args:
        reply: plain data, from the wire.

    Returns:
        ``{"status": "returned", "value": …, …}`` or ``{"status": "raised", "type": …, …}``, see ``worker_main.StudentNamespace``.

    Raises:
        ProtocolError: it is no answer, and says which part of it is not valid.

    Example:
        >>> said = {"status": "returned", "value": 1, "output": "", "warnings": [], "attempts": []}
        >>> checked_reply(said, {"op": "load"}) == said
        True
    """
    status = _status(reply)
    parts = ALWAYS | (RAISED if status == "raised" else CALLED.get(request["op"], {}))
    said = _checked(reply, parts, request)
    if "same" in parts:
        said["value"] = _row(said, request["rows"])
    return said


def _checked(reply: dict, parts: Parts, request: dict) -> dict:
    """A reply whose parts are of their kinds, cut to the usual lengths."""
    for name, fits in parts.items():
        if name not in reply or not fits(reply[name]):
            raise ProtocolError(f"the answer's {name} is not valid")
    if "arguments" in parts and not reply["arguments"].keys() <= request["arguments"].keys():
        raise ProtocolError("the answer's arguments differ from those of the call")
    return {name: _cut(name, value) if name in parts else value for name, value in reply.items()}


def _row(reply: dict, rows: list[dict]) -> list[dict]:
    """The answers to several calls, one for each."""
    value, same = reply["value"], reply["same"]
    if type(value) is not list or not len(value) == len(same) == len(rows):
        raise ProtocolError("the number of answers differs from the number of calls")
    if not all(0 <= first <= place for place, first in enumerate(same)):
        raise ProtocolError("an answer refers to a later call")
    return [
        _checked(one, RAISED if _status(one) == "raised" else GIVEN, {"arguments": row})
        for one, row in zip(value, rows, strict=True)
    ]


def _status(reply: object) -> str:
    """Whether a function returned or raised."""
    status = reply.get("status") if type(reply) is dict else None
    if status not in ("returned", "raised") or (status == "returned" and "value" not in reply):
        raise ProtocolError("the answer has neither a returned value nor an exception")
    return status


def _cut(name: str, value: object) -> object:
    if type(value) is str:
        return value[: LONGEST[name]]
    if type(value) is not list:
        return value
    kept = value[-MOST:] if name == "places" else value[:MOST]
    return [one[:LONGEST_TEXT] if type(one) is str else one for one in kept]
