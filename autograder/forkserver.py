"""A clean, warm process that forks workers: ``python -m autograder.forkserver DESCRIPTOR LEVEL CANARY MODULE…``

It imports the libraries once and runs none of their operations: of forks after a bare import 182 of 182 worked, of
forks after any TensorFlow operation 32 of 32 hung (measured). It holds no check, no answer, no label and no path to
them, so a child that searches its memory finds nothing. Requests come from the judge over a Unix socket, as one JSON
line each, with the worker's descriptors attached.
"""

from __future__ import annotations

import gc
import json
import os
import signal
import socket
import sys
import threading
import time

from autograder import confine
from autograder.confine import Limits, landlock, rooms, seccomp  # noqa: F401  loaded here, once for all workers
from autograder.warm import warm_up
from autograder.worker import become_worker

MOMENT = 0.5  # seconds


class UnsafeToFork(RuntimeError):
    """A fork now would hang in the child."""


def check_safe_to_fork() -> None:
    """Refuses to fork with a TensorFlow context or a second Python thread in this process.

    Raises:
        UnsafeToFork: and says which.
    """
    context = sys.modules.get("tensorflow.python.eager.context")
    current = getattr(context, "_context", None)
    if current is not None and current._initialized:
        raise UnsafeToFork("a TensorFlow operation has run in the fork server")
    if threading.active_count() > 1:
        raise UnsafeToFork("a second thread runs in the fork server")


def main(descriptor: int, wish: str, canary: str, modules: list[str]) -> None:
    """Serves until the judge hangs up, then takes the workers along.

    Args:
        descriptor: of the socket to the judge.
        wish: the highest level of isolation to try.
        canary: a file that no worker must be able to read.
    """
    control = socket.socket(fileno=descriptor)
    scratch = os.getcwd()
    level = confine.best_level(scratch, canary, wish)
    warm_up(modules)
    gc.collect()
    gc.freeze()  # or each child's first collection walks, and so copies, all of TensorFlow's objects: 0.2 s
    if level == "full":
        check_safe_to_fork()
        rooms.enter_house(scratch)
    control.sendall(json.dumps({"ready": True, "level": level}).encode() + b"\n")
    children: set[int] = set()
    try:
        while True:
            line, descriptors, _flags, _address = socket.recv_fds(control, 65536, 2)
            if not line:
                return
            request = json.loads(line)
            try:
                if "limits" in request:
                    reply = _fork(request, descriptors, control, children, level)
                else:
                    reply = _reap(request, children)
            except (UnsafeToFork, OSError) as error:
                reply = {"error": str(error)}
            for held in descriptors:
                os.close(held)
            control.sendall(json.dumps(reply).encode() + b"\n")
    finally:
        for child in children:
            _kill(child)


def _fork(request: dict, descriptors: list[int], control: socket.socket, children: set[int], level: str) -> dict:
    check_safe_to_fork()
    child = rooms.fork() if level == "full" else os.fork()
    if child == 0:
        control.close()
        become_worker(*descriptors, Limits(**request["limits"]), level)
    children.add(child)
    return {"pid": child}


def _reap(request: dict, children: set[int]) -> dict:
    """Ends a worker and its whole session; only now may its number be used again."""
    child = request["pid"]
    if child not in children:
        return {"error": f"no worker {child}"}
    if not request["kill"]:
        _wait(child)
    _kill(child)  # also what it has left behind in its session
    _child, status = os.waitpid(child, 0)
    children.discard(child)
    return {"status": os.waitstatus_to_exitcode(status)}


def _wait(child: int) -> None:
    """Gives a process that has hung up a moment to end by itself, so that it can tell how it ended."""
    for _ in range(int(MOMENT / 0.005)):
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
    main(int(sys.argv[1]), sys.argv[2], sys.argv[3], sys.argv[4:])
