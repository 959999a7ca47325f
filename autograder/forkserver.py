"""A clean, warm process that forks workers: ``python -m autograder.forkserver DESCRIPTOR MODULE…``

It imports the libraries once and runs none of their operations: of forks after a bare import 182 of 182 worked, of
forks after any TensorFlow operation 32 of 32 hung (measured). It holds no check, no answer, no label and no path to
them, so a child that searches its memory finds nothing. Requests come from the judge over a Unix socket, as one JSON
line each, with the worker's descriptors attached.
"""

from __future__ import annotations

import gc
import importlib
import json
import os
import signal
import socket
import sys
import threading

from autograder.confine import Limits
from autograder.worker import become_worker


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


def warm_up(modules: list[str]) -> None:
    """Imports libraries, and does now what they otherwise do on the first call; runs none of their operations.

    Each line below was found by profiling a worker's first call: TensorFlow's first ``isinstance(…, Variable)`` walks
    a large class hierarchy (0.18 s), and some of its modules are imported late.
    """
    for name in modules:
        importlib.import_module(name)
    if "matplotlib.pyplot" in modules:
        importlib.import_module("matplotlib.backends.backend_agg")  # the canvas every figure is drawn on
    if "keras" in modules:
        for name in ("concatenate_op", "flat_map_op", "from_tensors_op", "range_op", "zip_op"):
            importlib.import_module(f"tensorflow.python.data.ops.{name}")
        variable = importlib.import_module("tensorflow").Variable
        for value in (warm_up, 0, "", None, ()):
            isinstance(value, variable)  # remembered by the class, and so by every fork


def main(descriptor: int, modules: list[str]) -> None:
    """Serves until the judge hangs up, then takes the workers along."""
    control = socket.socket(fileno=descriptor)
    warm_up(modules)
    gc.collect()
    gc.freeze()  # or each child's first collection walks, and so copies, all of TensorFlow's objects: 0.2 s
    control.sendall(b'{"ready": true}\n')
    children: set[int] = set()
    try:
        while True:
            line, descriptors, _flags, _address = socket.recv_fds(control, 65536, 2)
            if not line:
                return
            request = json.loads(line)
            try:
                reply = _fork(request, descriptors, control, children) if "limits" in request else _reap(request, children)
            except (UnsafeToFork, OSError) as error:
                reply = {"error": str(error)}
            for held in descriptors:
                os.close(held)
            control.sendall(json.dumps(reply).encode() + b"\n")
    finally:
        for child in children:
            _kill(child)


def _fork(request: dict, descriptors: list[int], control: socket.socket, children: set[int]) -> dict:
    check_safe_to_fork()
    child = os.fork()
    if child == 0:
        control.close()
        become_worker(*descriptors, Limits(**request["limits"]))
    children.add(child)
    return {"pid": child}


def _reap(request: dict, children: set[int]) -> dict:
    """Ends a worker and its whole session; only now may its number be used again."""
    child = request["pid"]
    if child not in children:
        return {"error": f"no worker {child}"}
    if request["kill"]:
        _kill(child)
    _child, status = os.waitpid(child, 0)
    children.discard(child)
    return {"status": os.waitstatus_to_exitcode(status)}


def _kill(child: int) -> None:
    for end in (os.kill, os.killpg):
        try:
            end(child, signal.SIGKILL)
        except (ProcessLookupError, PermissionError):
            pass


if __name__ == "__main__":
    main(int(sys.argv[1]), sys.argv[2:])
