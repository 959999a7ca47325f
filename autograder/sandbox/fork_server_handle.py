"""Processes that become fork servers (see ``fork_server``). Nothing here needs NumPy, so a command can begin with it: the
slow libraries load while the command loads what it needs itself.
"""

from __future__ import annotations

import contextlib
import os
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Iterator
from pathlib import Path

from autograder.core import keras_backend, libraries
from autograder.core.records import EndsTheRun
from autograder.sandbox.isolation import keep_memory_to_oneself
from autograder.sandbox.package_folders import worker_path
from autograder.sandbox.preload import load_chains

PATIENCE = 10  # seconds for a server to end


class StartFailed(EndsTheRun, RuntimeError):
    """No worker could be started: our fault or the machine's, never the student's."""


# What a worker's environment holds, and nothing else: one thread each (results are then the same to the last digit),
# no GPU, no start-up chatter, no personal configuration.
USUAL_HASHES = "0"
ENVIRONMENT = {"PYTHONIOENCODING": "utf-8"}
BYTECODE = ("PYTHONDONTWRITEBYTECODE", "PYTHONPYCACHEPREFIX")  # compiled modules are kept as the user wishes
OF_WINDOWS = ("SYSTEMROOT", "USERPROFILE", "PROCESSOR_ARCHITECTURE")  # its sockets, ``Path.home`` and ``platform.machine`` need them
PASSED_ON = ("PATH", "HOME", "LANG", "LC_ALL", "MPLCONFIGDIR", "LD_LIBRARY_PATH", *OF_WINDOWS, *BYTECODE)


class Servers:
    """Fork servers that are forks of each other, in processes that begin here (see ``fork_server``).

    Args:
        stages: sets of libraries, each of which holds all of the one before (see ``sandbox.preload.load_chains``).
        highest_level: the highest level of isolation to try, see ``isolation``.
        backend: with which Keras computes, see ``core.keras_backend``; the usual one by default.
        hashes: see ``Scratch.environment``.

    Attributes:
        connections: set of libraries -> the line on which its server is asked.
        last: the set that is loaded last.
    """

    def __init__(self, stages: list[tuple[str, ...]], highest_level: str, backend: str = "", hashes: str = USUAL_HASHES) -> None:
        self.scratch = Scratch()
        pairs = [socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET) for _ in stages]  # each request arrives whole
        theirs = [far for _near, far in pairs]
        self.last = stages[-1]
        self.connections = dict(zip(stages, (near for near, _far in pairs), strict=True))
        words = [f"{far.fileno()}:{','.join(modules)}" for far, modules in zip(theirs, stages, strict=True)]
        self.process = subprocess.Popen(
            [sys.executable, "-P", "-s", "-m", "autograder.sandbox.fork_server", highest_level, self.scratch.canary, *words],
            pass_fds=[far.fileno() for far in theirs],
            env=self.scratch.environment(backend, hashes),
            cwd=self.scratch.folder,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
            start_new_session=True,
        )
        os.set_blocking(self.process.stderr.fileno(), False)
        for far in theirs:
            far.close()

    def last_words(self) -> str:
        """The last line that one of them has written to its standard error."""
        words = (self.process.stderr.read() or b"").decode("utf-8", "replace").strip().splitlines()
        return words[-1] if words else ""

    def stop_loading(self) -> None:
        """Ends the process that becomes the last of them; those that are ready were left behind as its forks."""
        self.process.kill()

    def hang_up(self) -> None:
        """Lets them end; ``close`` waits for it."""
        for connection in self.connections.values():
            with contextlib.suppress(OSError):  # it is gone, or closed
                connection.shutdown(socket.SHUT_WR)

    def close(self) -> None:
        self.hang_up()
        if not all(_has_ended(connection) for connection in self.connections.values()):
            with contextlib.suppress(ProcessLookupError):
                os.killpg(self.process.pid, signal.SIGKILL)
        self.process.wait()
        self.process.stderr.close()
        for connection in self.connections.values():
            connection.close()
        self.scratch.remove()


class SharedServers:
    """Fork servers that several processes ask, over ``connections``. They end with this.

    Args:
        sets: of libraries. spawn: see ``forks``; where workers are not forked, there are no servers.
        highest_level: the highest level of isolation to try, see ``isolation``.
        loading: servers that have begun already (see ``loading_servers``); they are taken out.
        backend: see ``Servers``.
    """

    def __init__(
        self,
        sets: Iterable[tuple[str, ...]],
        spawn: bool | None,
        highest_level: str,
        loading: list[Servers] | None = None,
        backend: str = "",
    ) -> None:
        self.servers: list[Servers] = []
        while loading:
            self.servers.append(loading.pop())
        if forks(spawn):
            missing = [modules for modules in sets if modules not in self.connections()]
            self.servers += begin(missing, highest_level, backend)

    def connections(self) -> dict[tuple[str, ...], socket.socket]:
        """Set of libraries -> the line on which its server is asked, for ``Starters`` in processes that this one starts."""
        return {modules: connection for one in self.servers for modules, connection in one.connections.items()}

    def close(self) -> None:
        end(self.servers)

    def __enter__(self) -> SharedServers:
        return self

    def __exit__(self, *_error: object) -> None:
        self.close()


class Scratch:
    """A folder that workers may write to and that goes away with their starter."""

    def __init__(self) -> None:
        self.folder = tempfile.mkdtemp(prefix="autograder-")
        descriptor, self.canary = tempfile.mkstemp(prefix="autograder-canary-")
        os.close(descriptor)
        os.chmod(self.canary, 0o666)  # so that only the isolation keeps it from being read or written

    def environment(self, backend: str = "", hashes: str = USUAL_HASHES) -> dict[str, str]:
        """What a process that runs students' code finds in its environment.

        Args:
            backend: see ``Servers``.
            hashes: Python's seed for the hashes of texts, which decide the order of a set; always the same one by default.
        """
        kept = {name: os.environ[name] for name in PASSED_ON if name in os.environ}
        folders = {variable: str(Path(self.folder, name)) for variable, name in libraries.folders().items()}
        own = {"TMPDIR": self.folder, "TEMP": self.folder, **folders}
        return {**kept, **worker_path(), **own, **libraries.environment(backend or keras_backend.usual()), **ENVIRONMENT, "PYTHONHASHSEED": hashes}

    def remove(self) -> None:
        shutil.rmtree(self.folder, ignore_errors=True)
        Path(self.canary).unlink(missing_ok=True)


def _has_ended(connection: socket.socket) -> bool:
    """Waits for the end of a server that was hung up on, and not for ever."""
    try:
        connection.settimeout(PATIENCE)
        return not connection.recv(1)
    except TimeoutError:
        return False
    except OSError:  # closed already; or it did not get to read what we said last
        return True


def forks(spawn: bool | None) -> bool:
    """Whether workers are forks of a server.

    Args:
        spawn: True for a fresh interpreter each time, False for fork servers, None for what the platform can do.
    """
    return sys.platform.startswith("linux") if spawn is None else not spawn


def begin(sets: Iterable[tuple[str, ...]], highest_level: str, backend: str = "", hashes: str = USUAL_HASHES) -> list[Servers]:
    """Starts servers for sets of libraries: what sets share is imported once."""
    keep_memory_to_oneself()
    return [Servers(row, highest_level, backend, hashes) for row in load_chains(sets)]


def end(servers: list[Servers]) -> None:
    """Ends servers, side by side, and takes them out of the list."""
    for one in servers:
        one.hang_up()
    while servers:
        servers.pop().close()


@contextlib.contextmanager
def loading_servers(
    sets: Iterable[tuple[str, ...]], spawn: bool | None, highest_level: str, backend: str = ""
) -> Iterator[list[Servers]]:
    """Servers that have begun to load libraries, for ``sandbox.launcher.Starters`` to take out; those left over are ended.

    Args:
        spawn: see ``forks``; where workers are not forked, there are none.
        highest_level: the highest level of isolation to try, see ``isolation``.
        backend: see ``Servers``.
    """
    found = begin(sets, highest_level, backend) if forks(spawn) else []
    try:
        yield found
    finally:
        for one in found:
            one.stop_loading()
        end(found)
