"""Starting, asking and ending workers: the judge's side of the process boundary.

Two ways to start one, with the same results: from a warm fork server (Linux), or as a fresh interpreter
(macOS and Windows, where forking after the libraries are loaded is unsafe).
"""

from __future__ import annotations

import json
import os
import secrets
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
from dataclasses import asdict
from pathlib import Path

from autograder.channel import Channel, ChannelClosed, DeadlinePassed
from autograder.confine import Limits, keep_memory_to_oneself
from autograder.wire import ProtocolError

READY_SECONDS = 300  # importing TensorFlow from a cold disk on a loaded machine
MOMENT = 5  # seconds for a spawned process to end by itself
MEMORY_WORDS = ("bad_alloc", "pthread_create", "Cannot allocate memory", "out of memory", "OOM", "MemoryError")

# What a worker's environment holds, and nothing else: one thread each (results are then the same to the last digit),
# no GPU, no start-up chatter, no personal configuration.
ENVIRONMENT = {
    "CUDA_VISIBLE_DEVICES": "-1",
    "KERAS_BACKEND": "tensorflow",
    "MPLBACKEND": "Agg",
    "OMP_NUM_THREADS": "1",
    "OPENBLAS_NUM_THREADS": "1",
    "MKL_NUM_THREADS": "1",
    "TF_CPP_MIN_LOG_LEVEL": "3",
    "TF_ENABLE_ONEDNN_OPTS": "0",
    "TF_NUM_INTEROP_THREADS": "1",
    "TF_NUM_INTRAOP_THREADS": "1",
    "PYTHONHASHSEED": "0",
    "PYTHONDONTWRITEBYTECODE": "1",
    "PYTHONIOENCODING": "utf-8",
}
PASSED_ON = ("PATH", "HOME", "LANG", "LC_ALL", "SYSTEMROOT", "MPLCONFIGDIR", "LD_LIBRARY_PATH")


class WorkerLost(Exception):
    """The worker gave no answer. ``outcome`` says how: ``timeout``, ``memory`` or ``crashed``."""

    def __init__(self, outcome: str, detail: str) -> None:
        super().__init__(detail)
        self.outcome = outcome
        self.detail = detail


class StartFailed(RuntimeError):
    """No worker could be started: our fault or the machine's, never the student's."""


class Worker:
    """One untrusted process.

    Args:
        channel: the line to it.
        errors: descriptor with the last words of its C code.
        end: function ``(kill: bool) -> int`` that ends the process and gives its exit code (negative: a signal).
        level: of its isolation, see ``confine``.
    """

    def __init__(self, channel: Channel, errors: int, end, level: str) -> None:
        self.level = level
        self.channel = channel
        self.errors = errors
        self.end = end
        self.alive = True
        self.lessons = ""  # the hash of those that it was given to keep

    def ask(self, request: dict, seconds: float) -> dict:
        """Sends one request and waits for its answer.

        Args:
            request: plain data.
            seconds: wall clock for the request and the whole answer.

        Raises:
            WorkerLost: no answer, not in time, or not one that answers this request. The worker is gone then.
        """
        number = secrets.token_hex(8)
        try:
            if self.channel.has_unread():
                raise ProtocolError("the process spoke without being asked")
            self.channel.send({**request, "id": number}, seconds)
            reply = self.channel.receive(seconds)
            if not isinstance(reply, dict) or reply.get("id") != number:
                raise ProtocolError("the answer does not belong to the question")
            if reply.get("status") == "unsendable":
                raise ProtocolError(str(reply.get("message")))
        except DeadlinePassed:
            self.close(kill=True)
            raise WorkerLost("timeout", f"{seconds:g}") from None
        except ChannelClosed:
            code = self.close(kill=False)
            words = self.last_words
            memory = any(word in words for word in MEMORY_WORDS)
            raise WorkerLost("memory" if memory else "crashed", _ending(code)) from None
        except ProtocolError as error:
            self.close(kill=True)
            raise WorkerLost("crashed", str(error)) from None
        return reply

    def close(self, kill: bool = True) -> int:
        """Ends the process, if it has not ended already. Returns its exit code."""
        if not self.alive:
            return 0
        self.alive = False
        self.channel.close()
        code = self.end(kill)
        os.set_blocking(self.errors, False)
        try:
            self.last_words = os.read(self.errors, 65536).decode("utf-8", "replace")
        except OSError:
            self.last_words = ""
        os.close(self.errors)
        return code


class ForkServer:
    """Starts workers from a warm process. Use as a context manager.

    Args:
        modules: libraries to import before the first fork.
        wish: the highest level of isolation to try, see ``confine``; ``level`` then is the one reached.
    """

    def __init__(self, modules: tuple[str, ...], wish: str = "full") -> None:
        keep_memory_to_oneself()
        self.scratch = _Scratch()
        ours, theirs = socket.socketpair()
        self.control = ours
        self.process = subprocess.Popen(
            [
                sys.executable,
                "-P",
                "-s",
                "-B",
                "-m",
                "autograder.forkserver",
                str(theirs.fileno()),
                wish,
                self.scratch.canary,
                *modules,
            ],
            pass_fds=[theirs.fileno()],
            env=self.scratch.environment(),
            cwd=self.scratch.folder,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
            start_new_session=True,
        )
        theirs.close()
        self.reached = ""

    @property
    def level(self) -> str:
        """The level of isolation of its workers; waits for the libraries the first time.

        Raises:
            StartFailed: the server did not come up.
        """
        if not self.reached:
            self.reached = self._reply(READY_SECONDS)["level"]
        return self.reached

    def start(self, limits: Limits) -> Worker:
        """Forks a worker; waits for the libraries the first time.

        Raises:
            StartFailed: the server is gone or refuses.
        """
        level = self.level
        ours, theirs = socket.socketpair()
        read, write = os.pipe()
        request = json.dumps({"limits": asdict(limits)}).encode()
        try:
            socket.send_fds(self.control, [request], [theirs.fileno(), write])
            pid = self._reply()["pid"]
        except OSError as error:
            raise StartFailed(f"the fork server is gone: {error}") from error
        finally:
            theirs.close()
            os.close(write)
        return Worker(Channel(ours), read, lambda kill: self._end(pid, kill), level)

    def close(self) -> None:
        self.control.close()
        try:
            self.process.wait(10)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()
        self.process.stderr.close()
        self.scratch.remove()

    def __enter__(self) -> ForkServer:
        return self

    def __exit__(self, *_error: object) -> None:
        self.close()

    def _end(self, pid: int, kill: bool) -> int:
        self.control.sendall(json.dumps({"pid": pid, "kill": kill}).encode())
        return self._reply()["status"]

    def _reply(self, seconds: float = 60) -> dict:
        self.control.settimeout(seconds)
        line = bytearray()
        try:
            while not line.endswith(b"\n"):
                part = self.control.recv(65536)
                if not part:
                    words = self.process.stderr.read().decode("utf-8", "replace").strip().splitlines()
                    raise StartFailed(f"the fork server ended: {words[-1] if words else 'no word from it'}")
                line += part
        except TimeoutError as error:
            raise StartFailed(f"the fork server gave no answer in {seconds:g} s") from error
        reply = json.loads(line)
        if "error" in reply:
            raise StartFailed(reply["error"])
        return reply


class Spawner:
    """Starts each worker as a fresh interpreter: slower, and with the same results."""

    def __init__(self, modules: tuple[str, ...], wish: str = "full") -> None:
        self.modules = modules
        self.wish = wish
        self.scratch = _Scratch()

    def start(self, limits: Limits) -> Worker:
        """Starts an interpreter and waits until its libraries are there.

        Raises:
            StartFailed: it did not come up.
        """
        ours, theirs = socket.socketpair()
        read, write = os.pipe()
        settings = {
            "limits": asdict(limits),
            "modules": self.modules,
            "level": self.wish,
            "canary": self.scratch.canary,
        }
        on_windows = os.name == "nt"
        if not on_windows:
            settings["descriptor"] = theirs.fileno()
        process = subprocess.Popen(
            [sys.executable, "-P", "-s", "-B", "-m", "autograder.spawned"],
            pass_fds=() if on_windows else [theirs.fileno()],
            env=self.scratch.environment(),
            cwd=self.scratch.folder,
            stdin=subprocess.PIPE,
            stdout=subprocess.DEVNULL,
            stderr=write,
            start_new_session=True,  # so that what the page starts can be ended with it
        )
        os.close(write)
        if on_windows:
            settings["shared"] = theirs.share(process.pid).hex()
        process.stdin.write(json.dumps(settings).encode())
        process.stdin.close()
        theirs.close()
        worker = Worker(Channel(ours), read, lambda kill: _end_process(process, kill), "none")
        try:
            worker.level = worker.channel.receive(READY_SECONDS)["level"]
        except (ChannelClosed, DeadlinePassed, ProtocolError) as error:
            worker.close()
            raise StartFailed(f"a worker did not come up: {worker.last_words[-300:]}") from error
        return worker

    def close(self) -> None:
        self.scratch.remove()


class Starters:
    """The process starters of one judge, one for each set of libraries, made when first needed.

    Args:
        spawn: True for a fresh interpreter each time, False for fork servers, None for what the platform can do.
        wish: the highest level of isolation to try, see ``confine``.
    """

    def __init__(self, spawn: bool | None = None, wish: str = "full") -> None:
        self.wish = wish
        self.spawn = not sys.platform.startswith("linux") if spawn is None else spawn
        self.running: dict[tuple[str, ...], ForkServer | Spawner] = {}
        self.own: dict[tuple[str, ...], Worker] = {}

    def get(self, modules: tuple[str, ...]) -> ForkServer | Spawner:
        """The starter with these libraries; a fork server begins to import them in the background at once."""
        if modules not in self.running:
            self.running[modules] = (Spawner if self.spawn else ForkServer)(modules, self.wish)
        return self.running[modules]

    def own_worker(self, modules: tuple[str, ...], limits: Limits) -> Worker:
        """A worker for the judge's own errands, which stays from one submission to the next; no page gets into it."""
        if modules not in self.own or not self.own[modules].alive:
            self.own[modules] = self.get(modules).start(limits)
        return self.own[modules]

    def close(self) -> None:
        while self.own:
            self.own.popitem()[1].close()
        while self.running:
            self.running.popitem()[1].close()

    def __enter__(self) -> Starters:
        return self

    def __exit__(self, *_error: object) -> None:
        self.close()


class _Scratch:
    """A folder that workers may write to and that goes away with their starter."""

    def __init__(self) -> None:
        self.folder = tempfile.mkdtemp(prefix="autograder-")
        descriptor, self.canary = tempfile.mkstemp(prefix="autograder-canary-")
        os.close(descriptor)
        os.chmod(self.canary, 0o666)  # so that only the isolation keeps it from being read or written

    def environment(self) -> dict[str, str]:
        kept = {name: os.environ[name] for name in PASSED_ON if name in os.environ}
        own = {"TMPDIR": self.folder, "TEMP": self.folder, "KERAS_HOME": str(Path(self.folder, "keras"))}
        return {**kept, **own, **ENVIRONMENT}

    def remove(self) -> None:
        shutil.rmtree(self.folder, ignore_errors=True)
        Path(self.canary).unlink(missing_ok=True)


def _end_process(process: subprocess.Popen, kill: bool) -> int:
    """Ends a spawned process and what it has left behind in its session; gives the exit code."""
    if not kill:
        try:
            process.wait(MOMENT)  # so that it can tell how it ended
        except subprocess.TimeoutExpired:
            pass  # it hung up and stays
    process.kill()
    if os.name != "nt":
        try:
            os.killpg(process.pid, signal.SIGKILL)
        except (ProcessLookupError, PermissionError):
            pass  # nobody is left
    return process.wait()


def _ending(code: int) -> str:
    return f"signal {-code}" if code < 0 else f"exit code {code}"
