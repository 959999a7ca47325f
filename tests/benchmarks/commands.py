"""Commands run as whole processes: how long they took, and what they were given."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from pathlib import Path

BIN = Path(sys.executable).parent
NOWHERE = "http://127.0.0.1:9"  # no part of this needs a network, so none shall wait for one
QUIET = {
    "TF_CPP_MIN_LOG_LEVEL": "3",  # stock nbgrader gives no points to a cell that writes to standard error,
    "TF_ENABLE_ONEDNN_OPTS": "0",  # and TensorFlow does
    "CUDA_VISIBLE_DEVICES": "-1",
    "MPLBACKEND": "Agg",
}


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
    started = time.monotonic()
    words = [str(word) for word in command]
    done = subprocess.run(words, cwd=folder, env=environment, capture_output=True, text=True)
    seconds = time.monotonic() - started
    if done.returncode:
        raise SystemExit(
            f"{' '.join(words)} ended with {done.returncode}:\n{done.stdout[-3000:]}\n{done.stderr[-3000:]}"
        )
    return seconds
