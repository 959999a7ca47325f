"""A call's arguments, in the worker: plain data becomes what the student's function is to get, and what it left of it."""

from __future__ import annotations

import builtins
import collections
import os
import pathlib
import shutil
from typing import Any

import numpy as np

from autograder.sandbox.kept_objects import KeptObjects, size_of
from autograder.transport.pandas_tables import is_pandas, unpack
from autograder.transport.tables import Table
from autograder.transport.wire import Described
from autograder.values import describe
from autograder.values.keras import computing, models

MAPPINGS = {"OrderedDict": collections.OrderedDict, "Counter": collections.Counter}
MAX_CALLS = 1000  # of a callback that are recorded
MAX_RECORDED = 8 * 2**20  # bytes of all their arguments; what a message can hold, also of lists
CHANGEABLE = (np.ndarray, list, dict, set, collections.abc.MutableMapping)


class Recorder:
    """A function that a check described: it answers as told and takes note of its calls."""

    def __init__(self, name: str, settings: dict) -> None:
        self.__name__ = name
        self.settings = settings
        self.calls: list[object] = []
        self.count = 0
        self.bytes = 0

    def __call__(self, *arguments: object, **named: object) -> object:
        self.count += 1
        if len(self.calls) < MAX_CALLS:
            given = (*arguments, *named.values())
            if self.bytes <= MAX_RECORDED:  # measuring takes time, too
                self.bytes += size_of(given)
            fits = self.bytes <= MAX_RECORDED
            self.calls.append(tuple(describe(one) if fits else Described("opaque", "a value that is not recorded", None) for one in given))
        if self.settings["raises"]:
            raise getattr(builtins, self.settings["raises"])(f"{self.__name__} was told to raise this")
        turns = self.settings["in_turn"]
        if turns:
            return turns[min(self.count, len(turns)) - 1]
        first = arguments[0] if arguments else next(iter(named.values()), None)
        try:
            return self.settings["answers"].get(first, self.settings["returns"])
        except TypeError:  # an argument that is not a key
            return self.settings["returns"]


class GivenFiles:
    """Files that checks pass to functions: each in a separate folder, for one call."""

    def __init__(self) -> None:
        self.folders: list[str] = []
        self.count = 0

    def write(self, name: str, content: bytes) -> str:
        """The path of a new file."""
        if os.path.basename(name) != name or name in ("", ".", ".."):
            raise ValueError("a file's name that leaves its folder")
        self.count += 1
        folder = os.path.join(os.getcwd(), f"given-{self.count}")
        os.mkdir(folder)
        self.folders.append(folder)
        path = os.path.join(folder, name)
        with open(path, "xb") as file:
            file.write(content)
        return path

    def remove(self) -> None:
        while self.folders:
            shutil.rmtree(self.folders.pop(), ignore_errors=True)


def live(value: object, kept: KeptObjects, files: GivenFiles) -> Any:
    """What a student's function gets for plain data from the judge.

    Args:
        kept: objects of earlier calls.
    """
    if type(value) in (list, tuple):
        return type(value)(live(item, kept, files) for item in value)
    if type(value) is dict:
        return {key: live(item, kept, files) for key, item in value.items()}
    if isinstance(value, Table):
        return unpack(value, lambda item: live(item, kept, files))
    return _described(value, kept, files) if isinstance(value, Described) else value


def after(value: object) -> object:
    """What a call has left of an argument, as plain data; of a callback, its calls."""
    if isinstance(value, Recorder):
        return Described("calls", value.__name__, list(value.calls))
    return describe(value)


def is_reported(value: object, sent: object) -> bool:
    """Whether the judge wants to know what a call has left of an argument."""
    if isinstance(value, (np.ndarray, Recorder)) or models.is_model(value):
        return True
    if isinstance(sent, Described) and sent.kind == "kept":
        return True
    return isinstance(value, CHANGEABLE) or is_pandas(value) or (type(value) is tuple and any(is_reported(one, None) for one in value))


def _described(value: Described, kept: KeptObjects, files: GivenFiles) -> Any:
    kind, content = value.kind, value.content
    if kind == "network":
        return computing.build_network(content)
    if kind == "kept":
        return kept.get(content)
    if kind == "numpy":
        return content[()]
    if kind == "path":
        return pathlib.Path(content) if value.type_name == "Path" else content
    if kind == "file":
        path = files.write(value.type_name, content["content"])
        return pathlib.Path(path) if content["as_path"] else path
    if kind == "callback":
        return Recorder(value.type_name, live(content, kept, files))
    if kind == "mapping":
        return MAPPINGS[value.type_name](live(content, kept, files))
    if kind == "masked":
        return np.ma.MaskedArray(content["values"], content["mask"])
    if kind == "objects":
        array = np.empty(len(content["items"]), dtype=object)
        for place, item in enumerate(content["items"]):
            array[place] = live(item, kept, files)
        return array.reshape(content["shape"])
    raise TypeError(f"{kind} is not an argument")
