"""How long a warm ``check("normalize")`` takes in a notebook, as a ratio to ``python -c "import tensorflow"``.

    python tests/benchmarks/notebook.py [--rounds 5]

A real Jupyter kernel runs the cell, and the time is taken from the request to the last of its outputs, as a student
waits. Each round imports TensorFlow once and checks ten times, so that whatever else the machine does falls on both;
the median counts. Seconds are printed for orientation only.
"""

from __future__ import annotations

import argparse
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).parents[2]
CHECKS = 10  # in a round
TOOLS = "import matplotlib.pyplot as plt\nimport numpy as np\n\nfrom autograder import check"
FUNCTIONS = {
    "right": "def normalize(images):\n    return images / 255",
    "wrong": "def normalize(images):\n    return images / 256",
}
LIMIT = 0.02


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--rounds", type=int, default=5)
    settings = parser.parse_args()
    from jupyter_client.manager import start_new_kernel

    with tempfile.TemporaryDirectory() as folder:
        page = Path(folder, "mnist")
        shutil.copytree(ROOT / "assignments" / "mnist", page)
        manager, client = start_new_kernel(cwd=str(page))
        try:
            found = _measure(client, settings.rounds)
        finally:
            client.stop_channels()
            manager.shutdown_kernel(now=True)
    whole = statistics.median(found.pop("import tensorflow"))
    print(f"import tensorflow            {whole:7.3f} s   1")
    for name, seconds in found.items():
        median = statistics.median(seconds)
        print(f'check("normalize"), {name:8} {median:7.3f} s   {median / whole:.4f}   (at most {LIMIT})')
    return int(any(statistics.median(seconds) > LIMIT * whole for seconds in found.values()))


def _measure(client, rounds: int) -> dict[str, list[float]]:
    _run(client, TOOLS)
    found: dict[str, list[float]] = {"import tensorflow": [], **{name: [] for name in FUNCTIONS}}
    for number in range(rounds):
        started = time.perf_counter()
        subprocess.run([sys.executable, "-c", "import tensorflow"], check=True, capture_output=True)
        found["import tensorflow"].append(time.perf_counter() - started)
        for name, source in FUNCTIONS.items():
            _run(client, source)
            _run(client, 'check("normalize")')  # the first one loads what it needs
            found[name] += [_run(client, 'check("normalize")') for _ in range(CHECKS)]
        print(f"round {number + 1} of {rounds} done", file=sys.stderr)
    return found


def _run(client, source: str) -> float:
    """Seconds from the request to the last output.

    Raises:
        RuntimeError: the cell ended in an error.
    """
    started = time.perf_counter()
    reply = client.execute_interactive(source, output_hook=lambda _message: None, timeout=120)
    if reply["content"]["status"] != "ok":
        raise RuntimeError(f"{source!r}: {reply['content'].get('evalue')}")
    return time.perf_counter() - started


if __name__ == "__main__":
    sys.exit(main())
