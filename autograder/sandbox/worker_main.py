"""The untrusted side: holds one student's definitions and answers calls with plain data.

A worker decides nothing and knows nothing: no check, no expected value, no file of ours. It receives the cells that
one function needs, then requests; each answer repeats the request's number.
"""

from __future__ import annotations
import __future__

import ast
import contextlib
import functools
import itertools
import linecache
import operator
import random
import sys
import time
import traceback
import types
import warnings
from collections.abc import Iterator

from autograder.core import figure_fonts, libraries
from autograder.sandbox import (
    arguments,
    audit_hook,
    kept_objects,
    marked_code,
    marked_values,
    shared_random,
    unwritable_files,
)
from autograder.sandbox.printed_output import PrintedOutput
from autograder.transport import shared_arrays
from autograder.transport.wire import Described
from autograder.values import describe
from autograder.values.keras import training, worker_ops
from autograder.values.mpl import figures

MAX_OUTPUT = 64 * 1024  # characters kept of what a call prints
MAX_WARNINGS = 20
MAX_MESSAGE = 4000  # characters of an exception's text
FUTURE = functools.reduce(
    operator.or_, (getattr(__future__, name).compiler_flag for name in __future__.all_feature_names)
)
SEEDED = {"load", "call", "row", "watch"}  # what runs the student's code; each seed makes TensorFlow forget its kernels: 20 ms


class StudentNamespace:
    """A student's definitions, and the objects that calls have made.

    Args:
        namespace: where the definitions live.
        memory: descriptor of the judge's images, if this worker was given them for its own errands.
    """

    def __init__(self, namespace: dict, memory: int | None = None) -> None:
        self.namespace = namespace
        self.files: set[str] = set()  # names that count as the student's own, for tracebacks
        self.kept = kept_objects.KeptObjects()
        self.given = arguments.GivenFiles()
        self.school: training.NetworkTrainer | None = None
        self.memory = memory
        self.seconds = 0.0

    def answer(self, request: dict) -> dict:
        """Does what one request asks and never raises on account of the student's code.

        Args:
            request: ``{"op": "load" | "call" | "row" | "watch" | "model", …}``, from the judge.

        Returns:
            ``{"status": "returned", …}`` or ``{"status": "raised", …}``, plain data. ``seconds`` are those spent in the
            student's function or in a training, without our work around it; ``drawing``, in drawing figures it gave.
        """
        self.seconds = 0.0
        if request["op"] in SEEDED:
            _seed(request.get("seed", 0))
        output = PrintedOutput(MAX_OUTPUT, self.files)
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
        reply["handle"] = self.kept.keep(value)
        return reply

    def _row(self, request: dict) -> dict:
        """Calls a function several times, as one cell of a page does: what a call has left open stays open for the next.

        ``value``: a reply for each; ``same``: for each the place of the first call that gave the same object. A call that
        raises ends itself alone.
        """
        values, replies = [], []
        with figures.capture_shows() as shows:
            for row in request["rows"]:
                try:
                    value, reply = self._called(request["function"], row, shows)
                except (Exception, SystemExit) as error:
                    value, reply = object(), self._raised(error)
                values.append(value)
                replies.append(reply)
        same = [next(place for place, one in enumerate(values) if one is value) for value in values]
        return {"status": "returned", "value": replies, "same": same}

    def _watch(self, request: dict) -> dict:
        """Runs the definitions once more, with marks in one function, and calls it (see ``marked_code``).

        ``value``: for each call its marks, what it returned, and the name of what it raised; each call has other random numbers.
        """
        future = 0

        def compiled(tree: ast.Module, filename: str) -> types.CodeType:
            nonlocal future
            code = compile(tree, filename, "exec", flags=future, dont_inherit=True)
            future |= code.co_flags & FUTURE
            return code

        found = []
        with figures.capture_shows():
            names, marks = marked_code.run_marked(request["cells"], request["function"], request["left_out"], compiled)
            for place, sent in enumerate(request["rows"]):
                _seed(request["seed"] + place)
                marks.clear()
                value, raised = None, ""
                try:
                    given = [arguments.live(one, self.kept, self.given) for one in sent.values()]
                    with self._clock():
                        value = names[request["function"]](*given)
                except (Exception, SystemExit) as error:
                    raised = type(error).__name__
                finally:
                    self.given.remove()
                plain = describe(value) if marked_values.is_compared(value) else None
                found.append({"marks": marks.as_plain_data(), "returned": marked_values.noted_value(value), "value": plain, "raised": raised})
        return {"status": "returned", "value": found}

    def _called(self, name: str, sent: dict, shows: figures.Shows) -> tuple[object, dict]:
        """What the function gave, and a reply that describes it and what the function did beside."""
        function = self.namespace.get(name)
        if not callable(function):
            raise TypeError(f"{name} is not a function but {describe(function)!r}")
        missed: list[str] = []
        taken, before = len(shows.taken), figures.open_figures()
        states = shared_random.states()
        try:
            given = {key: arguments.live(value, self.kept, self.given) for key, value in sent.items()}
            with unwritable_files.ignore_unwritable(missed), self._clock():
                value = function(*given.values())
            used = shared_random.moved(states)
            described = describe(value)
        finally:
            self.given.remove()
        reply = {
            "status": "returned",
            "shown": shows.taken[taken:],
            "figures": len(figures.open_figures() - before),
            "unwritten": missed,
            "shared_random": used,
            "value": described,
            "arguments": {
                key: arguments.after(value) for key, value in given.items() if arguments.is_reported(value, sent[key])
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

    def _model(self, request: dict) -> dict:
        """Asks something of a model that an earlier call returned."""
        with self._clock() if request["action"] in worker_ops.TRAINS else contextlib.nullcontext():
            value = worker_ops.ask(self.kept.get(request["handle"]), request)
        return {"status": "returned", "value": describe(value)}

    @contextlib.contextmanager
    def _clock(self) -> Iterator[None]:
        """Adds the time inside to the answer's ``seconds``."""
        started = time.monotonic()
        try:
            yield
        finally:
            self.seconds += time.monotonic() - started

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
        """Deprecations inside libraries are not the student's business, and neither are the fonts of the machine that grades."""
        return not figure_fonts.is_about_letters(str(warning.message)) and not issubclass(warning.category, (DeprecationWarning, FutureWarning, ResourceWarning, ImportWarning))


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


def _seed(seed: int) -> None:
    """The same random numbers for every submission: each call starts from the judge's seed."""
    random.seed(seed)
    libraries.seed(seed)
