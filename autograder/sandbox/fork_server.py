"""Clean, warm processes that fork workers: ``python -m autograder.sandbox.fork_server LEVEL CANARY DESCRIPTOR:MODULE,… …``

One for each set of libraries, and forks of each other: what a set has in common with the next one is imported once. A
server imports the libraries and runs none of their operations: of forks after a bare import 182 of 182 worked, of
forks after any TensorFlow operation 32 of 32 hung (measured). It holds no check, no answer, no label and no path to
them, so a child that searches its memory finds nothing. Requests come over a Unix socket that several judges may hold,
as one JSON message each, with the worker's descriptors attached, and last a socket for the answer; on that one the
worker is ended later, and when no process holds it any more.
"""

from __future__ import annotations

import contextlib
import json
import os
import selectors
import signal
import socket
import sys
import threading
import time
import traceback
from pathlib import Path
from typing import NamedTuple

from autograder.sandbox import isolation
from autograder.sandbox.isolation import ProcessLimits, landlock, namespaces, seccomp  # noqa: F401  loaded here, once for all workers
from autograder.sandbox.preload import warm_up
from autograder.sandbox.processor_wait import seconds_waited
from autograder.sandbox.worker_boot import become_worker
from autograder.values.keras import backends

POLL_SECONDS = 0.5  # seconds


class Stage(NamedTuple):
    """One server to be: the line on which judges ask it, and its libraries."""

    connection: socket.socket
    modules: tuple[str, ...]

    @classmethod
    def read(cls, text: str) -> Stage:
        """From ``DESCRIPTOR:MODULE,…``."""
        descriptor, _colon, names = text.partition(":")
        return cls(socket.socket(fileno=int(descriptor)), tuple(filter(None, names.split(","))))


class UnsafeToFork(RuntimeError):
    """A fork now would hang in the child."""


def check_safe_to_fork() -> None:
    """Refuses to fork after an operation of a backend of Keras, or with a second Python thread in this process.

    Raises:
        UnsafeToFork: and says which.
    """
    if name := backends.has_run():
        raise UnsafeToFork(f"an operation of {name} ran in the fork server")
    if threading.active_count() > 1:
        raise UnsafeToFork("a second thread runs in the fork server")


def main(highest_level: str, canary: str, stages: list[Stage]) -> None:
    """Becomes one server after the other: each but the last is left behind as a fork.

    Args:
        highest_level: the highest level of isolation to try.
        canary: a file that no worker must be able to read.
        stages: each with the libraries of the one before, and more.
    """
    level = isolation.best_level(os.getcwd(), canary, highest_level)
    while stages:
        stage, *stages = stages
        _be_called(stage.modules)
        warm_up(stage.modules)
        check_safe_to_fork()
        if not stages or os.fork() == 0:
            for later in stages:
                later.connection.close()  # or no one would see them end
            serve(stage.connection, level)
            return
        stage.connection.close()


def _be_called(modules: tuple[str, ...]) -> None:
    """Shows the last library as the process's name in lists of processes; its workers inherit it."""
    with contextlib.suppress(OSError):
        Path("/proc/self/comm").write_text(modules[-1][:15] if modules else "worker")


def serve(connection: socket.socket, level: str) -> None:
    """Serves until the last judge has hung up, then takes the workers along."""
    if level == "full":
        namespaces.enter_house(os.getcwd())
    children: dict[socket.socket, int] = {}  # the socket on which a worker's judge ends it -> the worker
    ended: set[int] = set()  # workers that were killed and are not gone yet
    with selectors.DefaultSelector() as selector:
        selector.register(connection, selectors.EVENT_READ)
        try:
            while True:
                for key, _events in selector.select(POLL_SECONDS if ended else None):
                    if key.fileobj is connection:
                        request, descriptors, _flags, _address = socket.recv_fds(connection, 65536, 4)
                        if not request:
                            return
                        life = _answer(json.loads(request), descriptors, level, children, ended)
                        if life is not None:
                            selector.register(life, selectors.EVENT_READ)
                        continue
                    asked = _asked(key.fileobj)
                    if "waited" in asked and _tell(key.fileobj, {"waited": seconds_waited(children[key.fileobj])}):
                        continue
                    selector.unregister(key.fileobj)
                    _end(key.fileobj, asked.get("kill", True), children.pop(key.fileobj), ended)
                ended -= {child for child in ended if os.waitpid(child, os.WNOHANG)[0]}
        finally:
            for child in children.values():
                _kill(child)


def _answer(
    request: dict, descriptors: list[int], level: str, children: dict[socket.socket, int], ended: set[int]
) -> socket.socket | None:
    """Answers a judge on the socket that came with the request; gives that socket if there is a worker now."""
    *its_own, own = descriptors
    life = socket.socket(fileno=own)
    child = None
    try:
        reply = {"level": level}
        if "limits" in request:
            child = _fork(ProcessLimits(**request["limits"]), its_own, level)
            children[life] = child
    except (UnsafeToFork, OSError) as error:
        reply = {"error": str(error)}
    for held in its_own:
        os.close(held)
    if not _tell(life, reply) and child is not None:
        _end(life, True, children.pop(life), ended)
        return None
    if child is None:
        life.close()
        return None
    return life


def _fork(limits: ProcessLimits, descriptors: list[int], level: str) -> int:
    check_safe_to_fork()
    child = namespaces.fork() if level == "full" else os.fork()
    if child == 0:
        try:
            become_worker(descriptors, limits, level)  # which closes everything else that is open here
        except BaseException:  # no room on the disk, say; its judge hears of it
            traceback.print_exc()
        finally:
            os._exit(1)  # not a step further: this is a copy of the server, with all of its workers
    return child


def _asked(life: socket.socket) -> dict:
    """What a worker's judge asks of it; to kill it if the judge is gone."""
    try:
        return json.loads(life.recv(4096) or b'{"kill": true}')
    except OSError:
        return {"kill": True}


def _end(life: socket.socket, kill: bool, child: int, ended: set[int]) -> None:
    """Ends a worker and its whole session.

    A request to kill it is answered at once, for the kernel takes ten milliseconds to clear a worker's namespaces away; until
    it is gone, its number is not used again.
    """
    if kill:
        _kill(child)
        ended.add(child)
        status = -signal.SIGKILL
    else:
        _wait(child)
        _kill(child)  # also what it has left behind in its session
        status = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    _tell(life, {"status": int(status)})
    life.close()


def _tell(life: socket.socket, reply: dict) -> bool:
    """Whether the other side is still there."""
    try:
        life.sendall(json.dumps(reply).encode())
        return True
    except OSError:
        return False


def _wait(child: int) -> None:
    """Gives a process that has hung up a moment to end by itself, so that it can report how it ended."""
    for _ in range(int(POLL_SECONDS / 0.005)):
        if os.waitid(os.P_PID, child, os.WEXITED | os.WNOHANG | os.WNOWAIT) is not None:
            return
        time.sleep(0.005)


def _kill(child: int) -> None:
    for end in (os.kill, os.killpg):
        try:
            end(child, signal.SIGKILL)
        except (ProcessLookupError, PermissionError):
            pass


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2], [Stage.read(text) for text in sys.argv[3:]])
    os._exit(0)  # TensorFlow would take 0.2 s to tidy up what the kernel takes back anyway
