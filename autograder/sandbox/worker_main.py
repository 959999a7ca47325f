"""The untrusted side: holds one student's definitions and answers calls with plain data.

A worker decides nothing and knows nothing: no check, no expected value, no file of ours. It receives the cells that
one function needs, then requests; each answer repeats the request's number.
"""

from __future__ import annotations
import __future__

import ast
import contextlib
import functools
import io
import itertools
import linecache
import operator
import os
import random
import sys
import tempfile
import time
import traceback
import types
import warnings
from collections.abc import Iterator

import numpy as np

from autograder.sandbox import audit_hook, isolation, unwritable_files
from autograder.transport import shared_arrays
from autograder.transport.channel import Channel, ChannelClosed
from autograder.transport.wire import Described, ProtocolError
from autograder.values import describe
from autograder.values.keras import models, recognise, training
from autograder.values.mpl import figures

STANDARD = os.path.dirname(os.__file__)  # where Python's own library is
FIRST_SAFE_DESCRIPTOR = 64  # descriptors from here on are nobody's, and stay until those below have their places
MAX_OUTPUT = 64 * 1024  # characters kept of what a call prints
MAX_WARNINGS = 20
MAX_MESSAGE = 4000  # characters of an exception's text
FUTURE = functools.reduce(
    operator.or_, (getattr(__future__, name).compiler_flag for name in __future__.all_feature_names)
)
SEEDED = {"load", "call", "row"}  # what runs the student's code; each seed makes TensorFlow forget its kernels: 20 ms


class StudentNamespace:
    """A student's definitions, and the objects that calls have made.

    Args:
        namespace: where the definitions live.
        memory: descriptor of the judge's images, if this worker was given them for its own errands.
    """

    def __init__(self, namespace: dict, memory: int | None = None) -> None:
        self.namespace = namespace
        self.files: set[str] = set()  # names that count as the student's own, for tracebacks
        self.kept: dict[int, object] = {}
        self.school: training.NetworkTrainer | None = None
        self.memory = memory
        self.seconds = 0.0

    def answer(self, request: dict) -> dict:
        """Does what one request asks and never raises on account of the student's code.

        Args:
            request: ``{"op": "load" | "call" | "row" | "model", …}``, from the judge.

        Returns:
            ``{"status": "returned", …}`` or ``{"status": "raised", …}``, plain data. ``seconds`` are those spent in the
            student's function or in a training, without our work around it; ``drawing``, in drawing figures it gave.
        """
        self.seconds = 0.0
        if request["op"] in SEEDED:
            _seed(request.get("seed", 0))
        output = _Bounded(MAX_OUTPUT, self.files)
        streams = sys.stdout, sys.stderr
        sys.stdout = sys.stderr = output
        try:
            with warnings.catch_warnings(record=True) as caught:
                warnings.simplefilter("always")
                reply = getattr(self, f"_{request['op']}")(request)
        except BaseException as error:  # SystemExit and KeyboardInterrupt are answers too
            reply = self._raised(error)
            caught = caught if "caught" in locals() else []
        finally:
            sys.stdout, sys.stderr = streams
        texts = [str(warning.message)[:500] for warning in caught if self._is_own(warning)]
        reply["warnings"] = list(dict.fromkeys(texts))[:MAX_WARNINGS]
        reply["output"] = output.text()
        reply["attempts"] = audit_hook.take_attempts()
        reply["seconds"] = self.seconds
        reply["drawing"] = figures.take_seconds()
        return reply

    def _load(self, request: dict) -> dict:
        """Runs the definitions, cell by cell, in the page's order."""
        future = 0
        _make_readable(request["cells"])
        with figures.capture_shows():
            for cell in request["cells"]:
                self.files.add(cell["filename"])
                code = select(cell["source"], cell["picks"], cell["filename"], future)
                future |= code.co_flags & FUTURE
                exec(code, self.namespace)
        return {"status": "returned", "value": None}

    def _call(self, request: dict) -> dict:
        with figures.capture_shows() as shows:
            value, reply = self._called(request["function"], request["arguments"], shows)
        reply["handle"] = None
        if models.is_model(value):
            reply["handle"] = self._keep(value)
        return reply

    def _row(self, request: dict) -> dict:
        """Calls a function several times, as one cell of a page does: what a call has left open stays open for the next.

        ``value``: a reply for each; ``same``: for each the place of the first call that gave the same object. A call that
        raises ends itself alone.
        """
        values, replies = [], []
        with figures.capture_shows() as shows:
            for arguments in request["rows"]:
                try:
                    value, reply = self._called(request["function"], arguments, shows)
                except (Exception, SystemExit) as error:
                    value, reply = object(), self._raised(error)
                values.append(value)
                replies.append(reply)
        same = [next(place for place, one in enumerate(values) if one is value) for value in values]
        return {"status": "returned", "value": replies, "same": same}

    def _called(self, name: str, sent: dict, shows: figures.Shows) -> tuple[object, dict]:
        """What the function gave, and a reply that describes it and what the function did beside."""
        function = self.namespace.get(name)
        arguments = {key: self._live(value) for key, value in sent.items()}
        if not callable(function):
            raise TypeError(f"{name} is not a function but {describe(function)!r}")
        missed: list[str] = []
        taken, before = len(shows.taken), figures.open_figures()
        with unwritable_files.ignore_unwritable(missed), self._clock():
            value = function(*arguments.values())
        reply = {
            "status": "returned",
            "shown": shows.taken[taken:],
            "figures": len(figures.open_figures() - before),
            "unwritten": missed,
            "value": describe(value),
            "arguments": {
                key: describe(value)
                for key, value in arguments.items()
                if isinstance(value, np.ndarray) or models.is_model(value)
            },
        }
        return value, reply

    def _lessons(self, request: dict) -> dict:
        """Keeps images and labels, for trainings of the judge's own networks."""
        images = request["images"]
        if isinstance(images, Described):  # they are in memory that was given to this worker
            images = shared_arrays.view(self.memory, images.type_name, images.content)
        self.school = training.NetworkTrainer(images, request["labels"])
        return {"status": "returned", "value": None}

    def _teach(self, request: dict) -> dict:
        """Trains the judge's own network, by the lessons that are here."""
        settings = request["epochs"], request["batch_size"], request["seed"]
        with self._clock():
            weights = self.school.train(request["network"].content, *settings)
        return {"status": "returned", "value": weights}

    def _keep(self, model: object) -> int:
        """A number by which the judge can ask for this model again; the same model keeps its number."""
        for handle, kept in self.kept.items():
            if kept is model:
                return handle
        self.kept[len(self.kept)] = model
        return len(self.kept) - 1

    def _model(self, request: dict) -> dict:
        """Asks something of a model that an earlier call returned."""
        model = self.kept[request["handle"]]
        action = request["action"]
        if action == "outputs":
            value = [models.model_outputs(model, images) for images in request["batches"]]
        elif action == "outputs_with":
            value = models.outputs_with(model, request["batches"], request["weights"])
        elif action == "score":
            value = models.score(model, request["images"], request["labels"])
        elif action == "fit":
            how = request["epochs"], request["batch_size"], request["seed"], request["most_seconds"]
            with self._clock():
                value = training.fit(model, request["images"], request["labels"], *how)
        elif action == "steps":
            value = models.steps(model, request["batches"], request["weights"])
        elif action == "moves":
            value = models.moves(model, request["slopes"])
        else:
            value = models.describe_model(model)
        return {"status": "returned", "value": describe(value)}

    @contextlib.contextmanager
    def _clock(self) -> Iterator[None]:
        """Adds the time inside to the answer's ``seconds``."""
        started = time.monotonic()
        try:
            yield
        finally:
            self.seconds += time.monotonic() - started

    def _live(self, value: object) -> object:
        if isinstance(value, Described) and value.kind == "network":
            return models.build_network(value.content)
        if isinstance(value, Described) and value.kind == "kept":
            return self.kept[value.content]
        return value

    def _raised(self, error: BaseException) -> dict:
        """An exception as text and places in the student's own file; our frames and the library's are left out."""
        places = []
        raised_in = ""
        for frame in traceback.extract_tb(error.__traceback__):
            raised_in = frame.filename
            if frame.filename in self.files:
                places.append((frame.filename, frame.lineno or 0, frame.name))
        try:
            message = str(error)
        except Exception:
            message = ""
        return {
            "status": "raised",
            "type": type(error).__name__,
            "bases": [base.__name__ for base in type(error).__mro__],
            "message": _shortened(message),
            "places": places[-20:],
            "raised_in_page": raised_in in self.files,
            "missing": str(getattr(error, "name", None) or "") if isinstance(error, (NameError, ImportError)) else "",
        }

    def _is_own(self, warning: warnings.WarningMessage) -> bool:
        """Deprecations inside libraries are not the student's business."""
        return not issubclass(warning.category, (DeprecationWarning, FutureWarning, ResourceWarning, ImportWarning))


def _shortened(message: str) -> str:
    """A long exception's text without its middle: TensorFlow says what was wrong at the end of a long way."""
    if len(message) <= MAX_MESSAGE:
        return message
    end = message[-MAX_MESSAGE // 2 :]
    return f"{message[: MAX_MESSAGE // 2]}\n{end.partition(chr(10))[2] or end}"


def select(source: str, picks: list[int], filename: str, future: int = 0) -> types.CodeType:
    """Compiles the picked top-level statements of a cell; every line keeps its number.

    Args:
        future: what earlier cells have imported from ``__future__``, as flags of the compiler: as in a notebook's kernel,
            it holds for all cells after them.
    """
    tree = ast.parse(source, filename)
    tree.body = [tree.body[pick] for pick in picks]
    return compile(tree, filename, "exec", flags=future, dont_inherit=True)


def _make_readable(cells: list[dict]) -> None:
    """Python finds the text of what the page defines, as it does in a notebook: ``tf.function`` makes its graph from it.

    Cells of one name are parts of one file, and each has its lines where the file has them.
    """
    texts: dict[str, list[str]] = {}
    for cell in cells:
        lines = [f"{line}\n" for line in cell["source"].split("\n")]
        pairs = itertools.zip_longest(lines, texts.get(cell["filename"], []), fillvalue="\n")
        texts[cell["filename"]] = [line if line.strip() else other for line, other in pairs]
    for filename, lines in texts.items():
        linecache.cache[filename] = len("".join(lines)), None, lines, filename


def serve(channel: Channel, memory: int | None = None) -> None:
    """Answers requests until the judge hangs up.

    Args:
        memory: see ``StudentNamespace``.
    """
    recognise.remember()
    sys.dont_write_bytecode = True  # our own modules are there; a page leaves no compiled ones behind
    module = types.ModuleType("__page__")
    sys.modules["__page__"] = module
    program = StudentNamespace(module.__dict__, memory=memory)
    audit_hook.pages = program.files
    while True:
        try:
            request = channel.receive()
        except (ChannelClosed, ProtocolError):
            return
        reply = program.answer(request)
        reply["id"] = request["id"]
        try:
            channel.send(reply)
        except ProtocolError as error:  # more than a message may hold
            channel.send({"id": request["id"], "status": "unsendable", "message": str(error)})
        except ChannelClosed:
            return


def become_worker(descriptors: list[int], limits: isolation.ProcessLimits, level: str) -> None:
    """Turns this fresh child into a worker, says that it is ready, and serves until the judge hangs up.

    Args:
        descriptors: of the socket to the judge; of what takes C code's standard error, its last words after a crash; and,
            for a worker that does the judge's own errands, of memory that holds an array.
        limits, level: see ``isolation``. The working directory is the scratch folder.
    """
    import fcntl
    import socket

    from autograder.sandbox.isolation import namespaces

    os.setsid()
    data, errors, *memory = (fcntl.fcntl(one, fcntl.F_DUPFD, FIRST_SAFE_DESCRIPTOR) for one in descriptors)
    null = os.open(os.devnull, os.O_RDWR)
    os.set_blocking(errors, False)  # a full pipe must not stop the student's code
    os.dup2(null, 0)
    os.dup2(null, 1)
    os.dup2(errors, 2)
    kept = [os.dup2(one, place) for place, one in enumerate([data, *memory], 3)]
    os.closerange(3 + len(kept), 1024)
    scratch = os.getcwd() if level == "full" else tempfile.mkdtemp(prefix="autograder-")
    os.chdir(scratch)
    os.environ["TMPDIR"] = os.environ["HOME"] = scratch
    tempfile.tempdir = None
    isolation.confine(limits, scratch, level, prepare=lambda: _prepare(scratch))
    audit_hook.install([scratch, *filter(os.path.isdir, namespaces.readable_paths())])
    channel = Channel(socket.socket(fileno=kept[0]))
    channel.send({"level": level})
    serve(channel, *kept[1:])
    os._exit(0)


def _prepare(scratch: str) -> None:
    """Folders that libraries look for, while folders can still be made."""
    os.environ["MPLCONFIGDIR"] = os.path.join(scratch, "matplotlib")
    os.makedirs(os.environ["MPLCONFIGDIR"], exist_ok=True)


class _Bounded(io.TextIOBase):
    """Standard output that keeps the first part and forgets the rest, so 100 MB of prints cost nothing.

    What a library writes of its own accord, such as a progress bar, is not kept: the student did not print it.

    Args:
        files: names of the student's own files; may grow later.
    """

    def __init__(self, limit: int, files: set[str]) -> None:
        self.limit = limit
        self.files = files
        self.parts: list[str] = []
        self.kept = 0
        self.lost = 0

    def writable(self) -> bool:
        return True

    def write(self, text: str) -> int:
        if not _is_printed_by(self.files, sys._getframe(1)):
            return len(text)
        part = text[: self.limit - self.kept]
        if part:
            self.parts.append(part)
            self.kept += len(part)
        self.lost += len(text) - len(part)
        return len(text)

    def text(self) -> str:
        more = f"\n[{self.lost:,} more characters were left out]" if self.lost else ""
        return "".join(self.parts) + more


def _is_printed_by(files: set[str], frame: types.FrameType | None) -> bool:
    """Whether the code that writes stands in one of these files, or is Python's own (``pprint``) and called from there."""
    while frame is not None:
        name = frame.f_code.co_filename
        if name in files:
            return True
        if (
            not name.startswith((STANDARD, "<")) or "-packages" in name
        ):  # "<…>" is what exec, eval and Python's own import run
            return False
        frame = frame.f_back
    return False


def _seed(seed: int) -> None:
    """The same random numbers for everybody: each call starts from the judge's seed."""
    keras = sys.modules.get("keras")
    if keras is not None:
        keras.utils.set_random_seed(seed)
    else:
        random.seed(seed)
        np.random.seed(seed)
