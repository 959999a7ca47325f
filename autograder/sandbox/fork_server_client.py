"""Workers from a warm fork server: the judge's side of the line to it (Linux)."""

from __future__ import annotations

import json
import os
import socket
import time
from collections.abc import Callable
from dataclasses import asdict

from autograder.sandbox.fork_server_handle import StartFailed
from autograder.sandbox.isolation import ProcessLimits
from autograder.sandbox.last_words import read_now
from autograder.sandbox.worker_handle import READY_SECONDS, WorkerHandle, ready
from autograder.transport.channel import Channel

SOON = 60  # seconds for a fork to be confined on a loaded machine


class ForkServerClient:
    """Starts workers from a warm process, over a line to it that several judges may hold.

    Each worker has its own socket to the server, on which it is ended, and which ends it when its judge is gone.

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
        worker = WorkerHandle(Channel(ours), lambda: read_now(read), lambda kill: self._end(life, kill), level, lambda: self._waited(life))
        return ready(worker, SOON)

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
            return self._say(life, {"kill": kill})["status"]

    def _waited(self, life: socket.socket) -> float:
        """What ``seconds_waited`` says of a worker; its server sees the process, which has another number here."""
        return self._say(life, {"waited": True})["waited"]

    def _say(self, life: socket.socket, request: dict) -> dict:
        """Asks the server something about a worker that there is. Returns the answer."""
        try:
            life.sendall(json.dumps(request).encode())
            return self._answer(life)
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
