"""What does a first check cost with each backend of Keras? Time of computing and memory, as ratios to ``import tensorflow``.

    python tests/benchmarks/backends.py --python jax=.venv-jax/bin/python --python torch=.venv-torch/bin/python

Each backend is measured with the interpreter that has it; TensorFlow, of which all ratios are made, with the one that runs this
program, unless another one is named. Seconds of computing of a process and all its children are compared, not the time that
passes: other work on the machine then changes little. Memory is that of the largest process. The checks are those of one
function of the kit's page, in a fresh process with an empty cache. All is measured in turn, several times, and the least counts.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path

from autograder.core import keras_backend, libraries

ROOT = Path(__file__).resolve().parents[2]
PAGE = ROOT / "solutions" / "mnist" / "mnist.py"
UNIT = ("tensorflow", "import tensorflow")
FUNCTIONS = ("normalize", "build_model")  # one that needs no Keras, and one that builds and trains a network
MEASURED = """
import json, resource, subprocess, sys
done = subprocess.run(sys.argv[1:], stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True)
used = resource.getrusage(resource.RUSAGE_CHILDREN)
print(json.dumps({"code": done.returncode, "seconds": used.ru_utime + used.ru_stime, "memory": used.ru_maxrss, "said": done.stderr[-500:]}))
"""


def cost(python: Path, backend: str, words: list[str], folder: str) -> tuple[float, float]:
    """Seconds of computing of a command and its children, and MiB of the largest of them.

    Raises:
        RuntimeError: it failed.
    """
    environment = {**os.environ, **libraries.environment(backend), "AUTOGRADER_CACHE": folder, "AUTOGRADER_DATA": "", "PYTHONPATH": ""}
    run = subprocess.run([str(python), "-c", MEASURED, str(python), *words], env=environment, capture_output=True, text=True, check=True, cwd=folder)
    found = json.loads(run.stdout)
    if found["code"]:
        raise RuntimeError(f"{' '.join(words)} with {backend}: {found['said']}")
    return found["seconds"], found["memory"] / 1024


def commands(backend: str) -> dict[str, list[str]]:
    """What is measured with a backend, by name."""
    checks = {f"check of {one}": ["-m", "autograder", "check", str(PAGE), one] for one in FUNCTIONS}
    return {f"import {backend}": ["-c", f"import {backend}"], "import keras": ["-c", "import keras"], **checks}


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--python", action="append", default=[], metavar="BACKEND=PATH")
    parser.add_argument("--rounds", type=int, default=3)
    options = parser.parse_args()
    pythons = {"tensorflow": Path(sys.executable)} | {name: Path(path).absolute() for name, _, path in (one.partition("=") for one in options.python)}
    least: dict[tuple[str, str], tuple[float, float]] = {}
    for _round in range(options.rounds):
        for backend, python in pythons.items():
            for name, words in commands(backend).items():
                with tempfile.TemporaryDirectory() as folder:
                    found = cost(python, backend, words, folder)
                before = least.get((backend, name), found)
                least[backend, name] = min(before[0], found[0]), min(before[1], found[1])
    seconds, memory = least[UNIT]
    print(f"{'backend':12} {'what':22} computing  memory   (1 is import tensorflow, {options.rounds} rounds)")
    for (backend, name), (one, mib) in least.items():
        print(f"{keras_backend.TITLES[backend]:12} {name:22} {one / seconds:9.2f}  {mib / memory:6.2f}")


if __name__ == "__main__":
    main()
