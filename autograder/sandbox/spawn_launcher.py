"""Workers as fresh interpreters: where forking after the libraries are loaded is unsafe (macOS and Windows)."""

from __future__ import annotations

import functools
import json
import os
import signal
import socket
import subprocess
import sys
from dataclasses import asdict

from autograder.sandbox.fork_server_handle import USUAL_HASHES, Scratch
from autograder.sandbox.isolation import ProcessLimits
from autograder.sandbox.last_words import Drained
from autograder.sandbox.processor_wait import seconds_waited
from autograder.sandbox.worker_handle import READY_SECONDS, WorkerHandle, ready
from autograder.transport.channel import Channel

EXIT_SECONDS = 5  # seconds for a spawned process to end by itself


class SpawnLauncher:
    """Starts each worker as a fresh interpreter: slower, and with the same results."""

    level = "none"  # of isolation, of its workers
    shares = False  # a fresh interpreter gets what it is sent

    def __init__(self, modules: tuple[str, ...], highest_level: str = "full", backend: str = "", hashes: str = USUAL_HASHES) -> None:
        self.modules = modules
        self.highest_level = highest_level
        self.backend = backend
        self.hashes = hashes
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
            env=self.scratch.environment(self.backend, self.hashes),
            cwd=self.scratch.folder,
            stdin=subprocess.PIPE,
            stdout=subprocess.DEVNULL,
            stderr=write,
            start_new_session=True,  # so that what the page starts can be ended with it
        )
        os.close(write)
        words = Drained(read)
        if on_windows:
            settings["shared"] = theirs.share(process.pid).hex()
        process.stdin.write(json.dumps(settings).encode())
        process.stdin.close()
        theirs.close()
        waited = functools.partial(seconds_waited, process.pid)
        worker = WorkerHandle(Channel(ours), words.take, lambda kill: _end_process(process, kill), "none", waited)
        return ready(worker, READY_SECONDS)

    def close(self) -> None:
        self.scratch.remove()


def _end_process(process: subprocess.Popen, kill: bool) -> int:
    """Ends a spawned process and what it has left behind in its session; gives the exit code."""
    if not kill:
        try:
            process.wait(EXIT_SECONDS)  # so that it can report how it ended
        except subprocess.TimeoutExpired:
            pass  # it hung up and stays
    process.kill()
    if os.name != "nt":
        try:
            os.killpg(process.pid, signal.SIGKILL)
        except (ProcessLookupError, PermissionError):
            pass  # it has ended
    return process.wait()
