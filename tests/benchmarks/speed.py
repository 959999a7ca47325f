"""How long the kit takes, as ratios to ``python -c "import tensorflow"`` in the same run.

    python tests/benchmarks/speed.py [--rounds 3] [--data FOLDER]

Everything is measured as a whole process, from the outside, the rounds interleaved, so that whatever else the machine
does falls on all of them alike; the median counts. Seconds are printed for orientation only.
"""

from __future__ import annotations

import argparse
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).parents[2]
PAGE = ROOT / "solutions" / "mnist" / "mnist.py"
FEW, MANY = 2, 10  # submissions of two classes; what the others cost is the difference
JOBS = 2


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--data", help="folder with mnist.npz; without it, the kit's own digits")
    settings = parser.parse_args()
    environment = {**os.environ, **({"AUTOGRADER_DATA": settings.data} if settings.data else {})}
    with tempfile.TemporaryDirectory() as folder:
        commands = _commands(Path(folder))
        for command in commands.values():
            _seconds(command, environment)  # the first time reads files from the disk and writes bytecode
        found: dict[str, list[float]] = {name: [] for name in commands}
        for number in range(settings.rounds):
            for name, command in commands.items():
                found[name].append(_seconds(command, environment))
            print(f"round {number + 1} of {settings.rounds} done", file=sys.stderr)
    _print({name: statistics.median(seconds) for name, seconds in found.items()})


def _commands(folder: Path) -> dict[str, list[str]]:
    python, autograder = [sys.executable], [sys.executable, "-m", "autograder"]
    return {
        "import tensorflow": [*python, "-c", "import tensorflow"],
        "check mnist.py normalize": [*autograder, "check", str(PAGE), "normalize"],
        "check mnist.py": [*autograder, "check", str(PAGE)],
        FEW: _grade(folder, FEW),
        MANY: _grade(folder, MANY),
    }


def _grade(folder: Path, count: int) -> list[str]:
    """Grades a class of ``count`` reference pages: nothing fails, so every check runs to its end."""
    handed = folder / f"class{count}"
    handed.mkdir()
    for number in range(count):
        shutil.copy(PAGE, handed / f"student{number:02}.py")
    out = ["--out", str(folder / f"out{count}")]
    return [
        sys.executable,
        "-m",
        "autograder",
        "grade",
        str(handed),
        "--assignment",
        "mnist",
        "--jobs",
        str(JOBS),
        *out,
    ]


def _seconds(command: list[str], environment: dict[str, str]) -> float:
    started = time.monotonic()
    done = subprocess.run(command, env=environment, cwd=ROOT, capture_output=True, text=True)
    seconds = time.monotonic() - started
    if done.returncode:
        raise SystemExit(
            f"{' '.join(command)} ended with {done.returncode}:\n{done.stdout[-2000:]}{done.stderr[-2000:]}"
        )
    return seconds


def _print(seconds: dict) -> None:
    unit = seconds["import tensorflow"]
    further = (seconds[MANY] - seconds[FEW]) / (MANY - FEW)
    rows = [
        ("cold check of normalize", seconds["check mnist.py normalize"], 0.25),
        ("cold check of all twelve, quick budget", seconds["check mnist.py"], 2.5),
        (f"each further submission of a class, {JOBS} jobs", further, 0.5),
    ]
    print(f'The unit is python -c "import tensorflow": {unit:.2f} s here.')
    for name, value, limit in rows:
        print(f"{name:48} {value / unit:5.2f}   (at most {limit})   {value:.2f} s")


if __name__ == "__main__":
    main()
