"""A process that has loaded what tests need, and runs chosen tests in forks of itself: one request, one fork.

    python warm.py collected DESCRIPTOR …  has collected all fast tests, so it holds the engine, too; a fork gets the
                                           mutant by exchanging the code of the functions around the change
    python warm.py cold DESCRIPTOR FILE    has loaded libraries only (a list, in JSON); a fork imports the engine from files

Requests and answers are lines of JSON on a socket. Mutants are in the engine's files as well, so processes that a test
starts have them, too. Whatever a fork leaves behind is ended.
"""

from __future__ import annotations

import contextlib
import ctypes
import gc
import importlib
import json
import os
import select
import shutil
import signal
import socket
import sys
import tempfile
import types
import warnings
from collections.abc import Callable
from pathlib import Path

import operators
import pytest
from _pytest.runner import runtestprotocol
from own_time import OwnTime

FAST = ["-m", "not keras and not slow", "-p", "no:cacheprovider", "-W", "ignore::pytest.PytestAssertRewriteWarning"]
NOT_SHARED = ("autograder", "tensorflow", "keras", "warm", "operators", "conftest", "__main__", "test_", "tests")
PR_SET_PDEATHSIG, PR_SET_CHILD_SUBREAPER = 1, 36
STARTING = 60  # seconds until the first test begins
LOOK = 0.5  # seconds between two readings of a fork's clock


class Server:
    """Answers requests until the other side hangs up.

    Args:
        run: runs tests in a fork, in this order, until one fails. Returns the name of that one, or "".
        prepare: exchanges code in a fork, before anything else. Returns False where this process cannot.
    """

    def __init__(self, connection: socket.socket, run: Callable, prepare: Callable | None = None) -> None:
        self.stream = connection.makefile("rw")
        self.run = run
        self.prepare = prepare
        self.number = 0
        ctypes.CDLL(None).prctl(PR_SET_CHILD_SUBREAPER, 1, 0, 0, 0)  # whatever tests start and leave alone becomes ours

    def serve(self, hello: dict) -> None:
        gc.collect()
        gc.freeze()  # or a collection in a fork would copy all that is here
        self.say(hello)
        for line in self.stream:
            self.say(self.answer(json.loads(line)))

    def say(self, answer: dict) -> None:
        self.stream.write(json.dumps(answer) + "\n")
        self.stream.flush()

    def answer(self, request: dict) -> dict:
        """{"failed": test or "", "why": of an end without an answer, "seconds": …}

        Args:
            request: tests, in order; limits, the seconds for each; mutant, if there is one.
        """
        self.number += 1
        place = Path(tempfile.gettempdir(), f"m{self.number}")
        place.mkdir()
        reading, writing = os.pipe()
        child = os.fork()
        if child == 0:
            os.close(reading)
            self._be_the_fork(request, place, writing)
        os.close(writing)
        clock = OwnTime(child)
        found = _listen(reading, child, request, clock)
        os.close(reading)
        end_children()
        shutil.rmtree(place, ignore_errors=True)
        return found | {"seconds": round(clock.seconds, 3)}

    def _be_the_fork(self, request: dict, place: Path, writing: int) -> None:
        def say(**content: object) -> None:
            os.write(writing, json.dumps(content).encode() + b"\n")

        try:
            os.setpgid(0, 0)
            ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, signal.SIGKILL, 0, 0, 0)  # it ends with this server
            os.environ |= {"TMPDIR": str(place), "AUTOGRADER_CACHE": str(place / "cache"), "PYTHONDONTWRITEBYTECODE": "1"}
            sys.dont_write_bytecode = True
            tempfile.tempdir = None
            if request.get("mutant") and self.prepare and not self.prepare(request["mutant"]):
                say(failed="", why="cannot exchange")
            else:
                say(failed=self.run(request["tests"], place / "p", lambda test: say(begins=test)))
        except BaseException as error:
            say(failed=None, why=repr(error))
        finally:
            os._exit(0)


def _listen(reading: int, child: int, request: dict, clock: OwnTime) -> dict:
    """What a fork says in the end; where it says nothing, or not in time, the test that it was at has failed."""
    limits = dict(zip(request["tests"], request["limits"], strict=True))
    at, text = request["tests"][0], b""
    end = STARTING + request["limits"][0]
    ended = os.pidfd_open(child)  # a process that it has started may keep the pipe open
    try:
        while True:
            ready, _, _ = select.select([reading, ended], [], [], LOOK)
            now = clock.read()
            if not ready:
                if now > end:
                    return {"failed": at, "why": "timeout"}
                continue
            data = os.read(reading, 65536) if reading in ready else b""
            if not data:
                return {"failed": at, "why": "ended"}
            *lines, text = (text + data).split(b"\n")
            for said in map(json.loads, lines):
                if "failed" in said:
                    return said | {"failed": at if said["failed"] is None else said["failed"]}
                at, end = said["begins"], now + limits[said["begins"]]
    finally:
        os.close(ended)


def end_children() -> None:
    """Ends all descendants: those of a child that has ended are ours."""
    while True:
        text = Path(f"/proc/self/task/{os.getpid()}/children").read_text()
        children = [int(word) for word in text.split()]
        if not children:
            return
        for child in children:
            with contextlib.suppress(ProcessLookupError):
                os.kill(child, signal.SIGKILL)
        for child in children:
            with contextlib.suppress(ChildProcessError):
                os.waitpid(child, 0)


class Collected:
    """A plugin of pytest: where tests would run, they wait for requests."""

    def __init__(self, connection: socket.socket) -> None:
        self.connection = connection

    @pytest.hookimpl(tryfirst=True)
    def pytest_runtestloop(self, session: pytest.Session) -> bool:
        self.session = session
        self.items = {item.nodeid: item for item in session.items}
        self.functions = _live_functions()
        libraries = sorted(name for name, module in sys.modules.items() if _is_library(name, module))
        Server(self.connection, self.run, exchange_in(self.functions)).serve({"tests": list(self.items), "libraries": libraries})
        os._exit(0)

    def run(self, names: list[str], place: Path, begins: Callable[[str], None]) -> str:
        place.mkdir()
        self.session.config._tmp_path_factory._basetemp = place
        items = [self.items[name] for name in names]
        for item, following in zip(items, [*items[1:], None], strict=True):
            begins(item.nodeid)
            if any(report.failed for report in runtestprotocol(item, log=False, nextitem=following)):
                return item.nodeid
        return ""


class Chosen:
    """A plugin of pytest: only these tests, in this order; it remembers the first that fails."""

    def __init__(self, names: list[str], begins: Callable[[str], None]) -> None:
        self.begins = begins
        self.order = {name: index for index, name in enumerate(names)}
        self.failed = ""

    def pytest_collection_modifyitems(self, items: list[pytest.Item]) -> None:
        items[:] = sorted((item for item in items if item.nodeid in self.order), key=lambda item: self.order[item.nodeid])

    def pytest_runtest_logstart(self, nodeid: str) -> None:
        self.begins(nodeid)

    def pytest_collectreport(self, report: pytest.CollectReport) -> None:
        if report.failed:
            self.failed = self.failed or report.nodeid

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        if report.failed:
            self.failed = self.failed or report.nodeid


def run_cold(names: list[str], place: Path, begins: Callable[[str], None]) -> str:
    chosen = Chosen(names, begins)
    files = list(dict.fromkeys(name.partition("::")[0] for name in names))
    code = pytest.main([*FAST, "-x", "--basetemp", str(place), *files], plugins=[chosen])
    return chosen.failed or ("" if code == 0 else f"pytest ended with {int(code)}")


def _live_functions() -> dict[tuple[str, str, int], list[types.FunctionType]]:
    """(file, qualified name, first line) -> the engine's functions that exist, wherever they are held."""
    found: dict = {}
    engine = str(Path.cwd() / "autograder") + os.sep
    for one in gc.get_objects():
        if type(one) is types.FunctionType and one.__code__.co_filename.startswith(engine):
            code = one.__code__
            found.setdefault((code.co_filename, code.co_qualname, code.co_firstlineno), []).append(one)
    return found


def exchange_in(functions: dict) -> Callable[[dict], bool]:
    """What gives the functions around a change their changed code."""

    def exchange(mutant: dict) -> bool:
        name = f"autograder.{mutant['module'].removesuffix('.__init__')}"
        if name not in sys.modules:
            return True  # it will be imported from its file, which is changed
        file = mutant["file"]
        tree = operators.changed(mutant["source"], mutant["number"])
        new = {(code.co_qualname, code.co_firstlineno): code for code in operators.codes(compile(tree, file, "exec"))}
        count = 0
        for qualified, line in mutant["functions"]:
            for one in functions.get((file, qualified, line), ()):
                try:
                    one.__code__ = new[qualified, line]
                except (ValueError, KeyError):  # it needs other variables of the function around it
                    return False
                count += 1
        return count > 0

    return exchange


def _is_library(name: str, module: object) -> bool:
    """Whether a module may be loaded before the engine is."""
    file = getattr(module, "__file__", None)
    return (
        not name.startswith(NOT_SHARED)
        and (file is None or str(Path(file)).startswith((sys.prefix, sys.base_prefix)))
        and "xdist" not in name
    )


def _collected(connection: socket.socket) -> None:
    pytest.main([*FAST, *sys.argv[3:], "tests"], plugins=[Collected(connection)])


def _cold(connection: socket.socket) -> None:
    for name in json.loads(Path(sys.argv[3]).read_text()):
        with warnings.catch_warnings(), contextlib.suppress(Exception):
            warnings.simplefilter("ignore")
            importlib.import_module(name)
    Server(connection, run_cold).serve({})


if __name__ == "__main__":
    kind, descriptor = sys.argv[1:3]
    far = socket.socket(fileno=int(descriptor))
    {"collected": _collected, "cold": _cold}[kind](far)
