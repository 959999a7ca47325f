"""Commands run as whole processes: how long they took, and what they were given."""

from __future__ import annotations

import contextlib
import ctypes
import os
import resource
import subprocess
import sys
import time
from pathlib import Path
from typing import NamedTuple

SUBREAPER = 36  # of Linux's prctl: who has lost its parent becomes a child of this process
BIN = Path(sys.executable).parent
NOWHERE = "http://127.0.0.1:9"  # no part of this needs a network, so none shall wait for one
QUIET = {
    "TF_CPP_MIN_LOG_LEVEL": "3",  # stock nbgrader gives no points to a cell that writes to standard error,
    "TF_ENABLE_ONEDNN_OPTS": "0",  # and TensorFlow does
    "CUDA_VISIBLE_DEVICES": "-1",
    "MPLBACKEND": "Agg",
}


class Took(NamedTuple):
    """What a command took, in seconds.

    Attributes:
        clock: from its start to its end. processor: of all its processes together, their own time and the system's.
    """

    clock: float
    processor: float


def surroundings(home: Path, **more: str) -> dict[str, str]:
    """The environment of a command: this one's, without personal settings and without a network."""
    dropped = {"AUTOGRADER_DATA", "AUTOGRADER_CACHE", "NO_PROXY", "no_proxy", "PYTHONPATH", "PYTHONDONTWRITEBYTECODE"}
    kept = {name: text for name, text in os.environ.items() if name not in dropped}
    folders = ("HOME", "JUPYTER_CONFIG_DIR", "JUPYTER_DATA_DIR", "JUPYTER_RUNTIME_DIR", "IPYTHONDIR", "KERAS_HOME")
    for name in folders:
        (home / name).mkdir(parents=True, exist_ok=True)
    own = {name: str(home / name) for name in folders}
    proxies = {name: NOWHERE for name in ("HTTPS_PROXY", "https_proxy", "HTTP_PROXY", "http_proxy")}
    return {**kept, **own, **proxies, **QUIET, "PATH": f"{BIN}{os.pathsep}{os.environ['PATH']}", **more}


def run(command: list, folder: Path, environment: dict[str, str]) -> float:
    """Runs a command to its end. Returns the seconds it took, by the clock.

    Raises:
        SystemExit: it failed; with the end of what it said.
    """
    return measured(command, folder, environment).clock


def measured(command: list, folder: Path, environment: dict[str, str]) -> Took:
    """Runs a command to its end, with all the processes that it starts, which must end with it.

    Raises:
        SystemExit: it failed; with the end of what it said.
    """
    _adopt()
    others = _children()
    words = [str(word) for word in command]
    before, started = _of_children(), time.monotonic()
    done = subprocess.run(words, cwd=folder, env=environment, capture_output=True, text=True)
    clock = time.monotonic() - started
    while left := _children() - others:  # they have lost their parent: their time counts once they have been waited for
        for process in left:
            with contextlib.suppress(ChildProcessError):
                os.waitpid(process, 0)
    if done.returncode:
        raise SystemExit(
            f"{' '.join(words)} ended with {done.returncode}:\n{done.stdout[-3000:]}\n{done.stderr[-3000:]}"
        )
    return Took(clock, _of_children() - before)


def _children() -> set[int]:
    """This process's own, and on Linux those that have lost their parent below it."""
    found: set[int] = set()
    for thread in Path(f"/proc/{os.getpid()}/task").glob("*/children"):
        found |= set(map(int, thread.read_text().split()))
    return found


def _of_children() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def _adopt() -> None:
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(SUBREAPER, 1, 0, 0, 0)
