"""Starting workers: the judge's side of the process boundary.

Two ways to start one, with the same results: from a warm fork server (Linux), or as a fresh interpreter
(macOS and Windows, where forking after the libraries are loaded is unsafe).
"""

from __future__ import annotations

import functools
import json
import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterable
from dataclasses import asdict

import numpy as np

from autograder.sandbox.fork_server_handle import Scratch, Servers, StartFailed, begin, end, forks
from autograder.sandbox.isolation import ProcessLimits, keep_memory_to_oneself
from autograder.sandbox.processor_wait import seconds_waited
from autograder.sandbox.worker_handle import WorkerHandle
from autograder.transport import shared_arrays
from autograder.transport.channel import Channel, ChannelClosed, DeadlinePassed
from autograder.transport.wire import ProtocolError

READY_SECONDS = 300  # importing TensorFlow from a cold disk on a loaded machine
SOON = 60  # seconds for a fork to be confined on a loaded machine
EXIT_SECONDS = 5  # seconds for a spawned process to end by itself


class ForkServerClient:
    """Starts workers from a warm process, over a line to it that several judges may hold.

    Each worker has a socket of its own to the server, on which it is ended, and which ends it when its judge is gone.

    Args:
        connection: to the server.
        last_words: gives the last line of its standard error, where this process can read that.
    """

    shares = True  # memory with its workers

    def __init__(self, connection: socket.socket, last_words: Callable[[], str] = str) -> None:
        self.connection = connection
        self.last_words = last_words
        self.reached = ""

    @property
    def level(self) -> str:
        """The level of isolation of its workers; waits for the libraries the first time.

        Raises:
            StartFailed: the server did not come up.
        """
        if not self.reached:
            life, reply = self._ask({}, [], READY_SECONDS)
            life.close()
            self.reached = reply["level"]
        return self.reached

    def wait(self) -> float:
        """Waits for the libraries the first time. Gives the seconds that it took.

        Raises:
            StartFailed: the server did not come up.
        """
        started = time.monotonic()
        _ = self.level
        return time.monotonic() - started

    def start(self, limits: ProcessLimits, memory: int | None = None) -> WorkerHandle:
        """Forks a worker; waits for the libraries the first time.

        Args:
            memory: descriptor of memory that it is given, see ``shared_arrays``; never to one that runs a student's code.

        Raises:
            StartFailed: the server is gone or refuses.
        """
        given = [] if memory is None else [memory]
        level = self.level
        ours, theirs = socket.socketpair()
        read, write = os.pipe()
        try:
            life, _reply = self._ask({"limits": asdict(limits)}, [theirs.fileno(), write, *given])
        except StartFailed:
            ours.close()
            os.close(read)
            raise
        finally:
            theirs.close()
            os.close(write)
        worker = WorkerHandle(Channel(ours), read, lambda kill: self._end(life, kill), level, lambda: self._waited(life))
        return _ready(worker, SOON)

    def close(self) -> None:
        self.connection.close()

    def _ask(self, request: dict, descriptors: list[int], seconds: float = 60) -> tuple[socket.socket, dict]:
        """Sends a request with a fresh socket for the answer. Returns that socket, and the answer."""
        ours, theirs = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
        try:
            socket.send_fds(self.connection, [json.dumps(request).encode()], [*descriptors, theirs.fileno()])
            theirs.close()
            return ours, self._answer(ours, seconds)
        except OSError as error:
            ours.close()
            raise StartFailed(f"the fork server is gone: {error}") from error
        except StartFailed:
            ours.close()
            raise
        finally:
            theirs.close()

    def _end(self, life: socket.socket, kill: bool) -> int:
        with life:
            try:
                life.sendall(json.dumps({"kill": kill}).encode())
                return self._answer(life)["status"]
            except OSError as error:
                raise StartFailed(f"the fork server is gone: {error}") from error

    def _waited(self, life: socket.socket) -> float:
        """What ``seconds_waited`` says of a worker; its server sees the process, which has another number here."""
        try:
            life.sendall(json.dumps({"waited": True}).encode())
            return self._answer(life)["waited"]
        except OSError as error:
            raise StartFailed(f"the fork server is gone: {error}") from error

    def _answer(self, life: socket.socket, seconds: float = 60) -> dict:
        life.settimeout(seconds)
        try:
            line = life.recv(65536)
        except TimeoutError as error:
            raise StartFailed(f"the fork server gave no answer in {seconds:g} s") from error
        if not line:
            raise StartFailed(f"the fork server ended: {self.last_words() or 'it gave no message'}")
        reply = json.loads(line)
        if "error" in reply:
            raise StartFailed(reply["error"])
        return reply


class SpawnLauncher:
    """Starts each worker as a fresh interpreter: slower, and with the same results."""

    level = "none"  # of isolation, of its workers
    shares = False  # a fresh interpreter gets what it is sent

    def __init__(self, modules: tuple[str, ...], highest_level: str = "full") -> None:
        self.modules = modules
        self.highest_level = highest_level
        self.scratch = Scratch()

    def wait(self) -> float:
        """Each worker loads its own libraries, so there is nothing to wait for before."""
        return 0.0

    def start(self, limits: ProcessLimits, memory: None = None) -> WorkerHandle:
        """Starts an interpreter and waits until its libraries are there.

        Raises:
            StartFailed: it did not come up.
        """
        ours, theirs = socket.socketpair()
        read, write = os.pipe()
        settings = {
            "limits": asdict(limits),
            "modules": self.modules,
            "level": self.highest_level,
            "canary": self.scratch.canary,
        }
        on_windows = os.name == "nt"
        if not on_windows:
            settings["descriptor"] = theirs.fileno()
        process = subprocess.Popen(
            [sys.executable, "-P", "-s", "-m", "autograder.sandbox.spawn_main"],
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
        waited = functools.partial(seconds_waited, process.pid)
        worker = WorkerHandle(Channel(ours), read, lambda kill: _end_process(process, kill), "none", waited)
        return _ready(worker, READY_SECONDS)

    def close(self) -> None:
        self.scratch.remove()


class Starters:
    """The process starters of one judge, one for each set of libraries, made when first needed.

    Args:
        spawn: see ``sandbox.fork_server_handle.forks``.
        highest_level: the highest level of isolation to try, see ``isolation``.
    """

    def __init__(self, spawn: bool | None = None, highest_level: str = "full") -> None:
        keep_memory_to_oneself()
        self.highest_level = highest_level
        self.spawn = not forks(spawn)
        self.servers: list[Servers] = []  # ours to end
        self.running: dict[tuple[str, ...], ForkServerClient | SpawnLauncher] = {}
        self.own: dict[tuple[str, ...], WorkerHandle] = {}

    def get(self, modules: tuple[str, ...]) -> ForkServerClient | SpawnLauncher:
        """The starter with these libraries; a fork server begins to import them in the background at once."""
        self.load([modules])
        return self.running[modules]

    def load(self, sets: Iterable[tuple[str, ...]]) -> None:
        """Makes the starters for sets of libraries, as far as there are none: what sets share is imported once."""
        missing = [modules for modules in dict.fromkeys(sets) if modules not in self.running]
        if self.spawn:
            self.running |= {modules: SpawnLauncher(modules, self.highest_level) for modules in missing}
        else:
            self.take(begin(missing, self.highest_level))

    def take(self, loading: list[Servers]) -> None:
        """Takes servers that have begun already (see ``sandbox.fork_server_handle.loading_servers``) out of a list: they end with these starters."""
        while loading:
            servers = loading.pop()
            self.running |= {modules: ForkServerClient(connection, servers.last_words) for modules, connection in servers.connections.items()}
            self.servers.append(servers)

    def own_worker(self, modules: tuple[str, ...], limits: ProcessLimits, images: np.ndarray) -> WorkerHandle:
        """A worker for the judge's own errands, which stays from one submission to the next; no page gets into it.

        Args:
            images: that it is to have at hand. Where they are ``shared_arrays.shared_array`` and it can, it sees them without a copy:
                its ``memory`` then is their hash.
        """
        starter, known = self.get(modules), self.own.get(modules)
        memory = shared_arrays.descriptor(images) if starter.shares else None
        theirs = "" if memory is None else shared_arrays.digest(images)
        if known is not None and known.memory != theirs:
            known.close()
        if known is None or not known.alive:
            known = self.own[modules] = starter.start(limits, memory)
            known.memory = theirs
        return known

    def join(self, connections: dict[tuple[str, ...], socket.socket]) -> None:
        """Takes fork servers that another process runs.

        Args:
            connections: set of libraries -> line to its server, from ``fork_server_handle.SharedServers`` over there.
        """
        for modules, connection in connections.items():
            self.running[modules] = ForkServerClient(connection)

    def stop_loading(self) -> None:
        """Ends processes of ours whose last libraries nobody has asked for: they may still load, and would hear us only
        afterwards.
        """
        for servers in self.servers:
            if not self.running[servers.last].reached:
                servers.stop_loading()

    def close(self) -> None:
        while self.own:
            self.own.popitem()[1].close()
        self.stop_loading()
        end(self.servers)
        while self.running:
            self.running.popitem()[1].close()

    def __enter__(self) -> Starters:
        return self

    def __exit__(self, *_error: object) -> None:
        self.close()


def files_out_of_reach(highest_level: str) -> bool:
    """Whether workers are kept from this machine's files at the highest level of isolation that can be had here.

    Args:
        highest_level: the highest level to try, see ``isolation``.
    """
    if highest_level == "none":
        return False
    with Starters(highest_level=highest_level) as starters:
        return starters.get(()).level != "none"


def _ready(worker: WorkerHandle, seconds: float) -> WorkerHandle:
    """Waits until a worker says that it is confined, and at which level; no student's code runs in it before.

    Raises:
        StartFailed: it did not get there. That is our fault or the machine's.
    """
    try:
        worker.level = worker.channel.receive(seconds)["level"]
    except (ChannelClosed, DeadlinePassed, ProtocolError) as error:
        worker.close()
        raise StartFailed(f"a worker did not start: {worker.last_words.strip()[-300:]}") from error
    return worker


def _end_process(process: subprocess.Popen, kill: bool) -> int:
    """Ends a spawned process and what it has left behind in its session; gives the exit code."""
    if not kill:
        try:
            process.wait(EXIT_SECONDS)  # so that it can tell how it ended
        except subprocess.TimeoutExpired:
            pass  # it hung up and stays
    process.kill()
    if os.name != "nt":
        try:
            os.killpg(process.pid, signal.SIGKILL)
        except (ProcessLookupError, PermissionError):
            pass  # nobody is left
    return process.wait()
