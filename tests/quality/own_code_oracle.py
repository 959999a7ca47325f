"""Answers questions about a function in another way than the kit: the call is typed, the function runs under ``sys.settrace``.

    python tests/quality/own_code_oracle.py < REQUEST        a request and its answers are JSON

Runs in a process of its own, with another seed for the hashes of texts. Python's own events are counted here, not marks in the code.
"""

from __future__ import annotations

import ast
import collections
import contextlib
import io
import itertools
import json
import sys
import types
import warnings


class Traced:
    """One call of a function and its statements in the order in which they ran."""

    def __init__(self, source: str, function: str) -> None:
        self.tree = ast.parse(source)
        self.node = [one for one in self.tree.body if getattr(one, "name", "") == function][-1]
        self.start: dict[int, int] = {}  # line -> first line of the statement that it is part of
        for one in ast.walk(self.node):
            if isinstance(one, ast.stmt) and one is not self.node:
                body = getattr(one, "body", None)
                last = body[0].lineno - 1 if isinstance(body, list) else one.end_lineno
                self.start |= {line: one.lineno for line in range(one.lineno, max(last, one.lineno) + 1)}
        self.ends = {one.lineno for one in ast.walk(self.node) if isinstance(one, ast.Return)} or {self.node.lineno}
        page = sys.modules["__page__"] = types.ModuleType("__page__")
        self.names: dict[str, object] = page.__dict__
        exec(compile(self.tree, "page.py", "exec"), self.names)
        self.function = function

    def run(self, call: str) -> None:
        """Runs a call, which is typed as it is shown."""
        self.visits: list[int] = []
        self.after: dict[tuple[int, str], object] = {}
        self.returned: dict[int, object] = {}
        code = self.names[self.function].__code__
        surroundings = {**self.names, **_libraries()}
        sys.settrace(lambda frame, _event, _value: self._line if frame.f_code is code else None)
        try:
            self.result = eval(call, surroundings)
        finally:
            sys.settrace(None)

    def _line(self, frame, event, value):
        start = self.start.get(frame.f_lineno)
        if event == "exception":
            return self._line
        if self.visits and (start != self.visits[-1] or event == "return"):
            last = self.visits[-1]
            for name, there in frame.f_locals.items():
                self.after[last, name] = _plain(there)
            if event == "return":
                self.returned[next((one for one in reversed(self.visits) if one in self.ends), last)] = _plain(value)  # "with" comes once more
        if event == "line" and start is not None and (not self.visits or self.visits[-1] != start):
            self.visits.append(start)
        return self._line

    def times(self, line: int, first: int) -> int:
        """How often the statement of one line led to that of another one."""
        return sum(one == line and other == first for one, other in itertools.pairwise(self.visits))

    def statement(self, line: int) -> ast.stmt:
        return next(one for one in ast.walk(self.node) if isinstance(one, ast.stmt) and one.lineno == line)


def _libraries() -> dict[str, object]:
    import numpy as np

    try:
        import pandas as pd
    except ImportError:
        pd = None
    return {"np": np, "pd": pd}


def _plain(value):
    """What can be asked of a value, taken at once: it may change later."""
    import numpy as np

    found = {"text": None, "shape": None, "dtype": None, "length": None, "items": None}
    if isinstance(value, np.generic):
        value = value.item()
    if isinstance(value, np.ndarray):
        found["shape"], found["dtype"] = str(tuple(map(int, value.shape))), str(value.dtype)
        found["items"] = {str(tuple(map(int, place))): str(value[place]) for place in np.ndindex(value.shape)} if value.size < 99 else None
        value = value.tolist()
    elif hasattr(value, "iloc"):
        found["shape"] = str(tuple(map(int, value.shape)))
    if isinstance(value, dict):
        found["items"] = {repr(_bare(key)): str(_bare(there)) for key, there in value.items()}
    if isinstance(value, (dict, list, tuple, set, frozenset, collections.deque)):
        found["length"] = str(len(value))
    if isinstance(value, (list, tuple)) and len(value) <= 4:
        inside = ", ".join(str(_bare(one)) for one in value)
        found["text"] = f"[{inside}]" if isinstance(value, list) else f"({inside}{',' if len(value) == 1 else ''})"
    elif isinstance(value, (bool, int, str)):
        found["text"] = str(value)
    return found


def _bare(value):
    import numpy as np

    return value.item() if isinstance(value, np.generic) else value


def answer(source: str, function: str, asked: dict) -> str | None:
    """The answer to one question; None where it is not known here.

    Args:
        asked: ``kind``, ``call``, ``line``, ``name`` (or none, for what a line returns) and ``key``.
    """
    kind, line = asked["kind"], asked["line"]
    if kind == "left out":
        return _left_out(source, function, asked)
    traced = Traced(source, function)
    traced.run(asked["call"])
    if kind == "loop":
        return str(traced.times(line, traced.statement(line).body[0].lineno))
    if kind == "branch":
        true = traced.times(line, traced.statement(line).body[0].lineno)
        return str(bool(true)) if asked["options"] else str(true)
    if kind == "items":
        return None
    found = traced.after.get((line, asked["name"])) if asked["name"] else traced.returned.get(line)
    if found is None:
        return "nothing"
    if kind == "item":
        key = asked["key"]
        items = found["items"] or {}
        return items.get(key, items.get(f"({key})", items.get(f"({key},)")))
    return found[{"value": "text", "shape": "shape", "dtype": "dtype", "length": "length"}[kind]]


def _left_out(source: str, function: str, asked: dict) -> str:
    whole = Traced(source, function)
    whole.run(asked["call"])
    one = whole.statement(asked["line"])
    lines = source.split("\n")
    lines[one.lineno - 1 : one.end_lineno] = [" " * one.col_offset + "pass"] + [""] * (one.end_lineno - one.lineno)
    without = Traced("\n".join(lines), function)
    try:
        without.run(asked["call"])
    except Exception:
        return "It raises an error."
    return "The result is the same." if repr(_listed(without.result)) == repr(_listed(whole.result)) else "The result is another one."


def _listed(value):
    if hasattr(value, "tolist"):
        return (str(getattr(value, "dtype", "")), value.tolist())
    if hasattr(value, "to_dict"):
        return value.to_dict("list")
    if isinstance(value, (list, tuple)):
        return type(value)(_listed(one) for one in value)
    return {key: _listed(there) for key, there in value.items()} if isinstance(value, dict) else value


def main() -> None:
    warnings.simplefilter("ignore")
    request = json.load(sys.stdin)
    found = []
    with contextlib.redirect_stdout(io.StringIO()):
        for one in request:
            try:
                found.append([answer(one["source"], one["function"], asked) for asked in one["asked"]])
            except Exception as error:
                found.append([f"{type(error).__name__}: {error}"] * len(one["asked"]))
    print(json.dumps(found))


if __name__ == "__main__":
    main()
