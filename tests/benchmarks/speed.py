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

from autograder.content.solution_markers import BEGIN

ROOT = Path(__file__).parents[2]
PAGE = ROOT / "solutions" / "mnist" / "mnist.py"
KINDS = (
    "alike",
    "distinct",
)  # classes that give the same answers, or of which no two answers and no two models are alike
FEW, MANY = 2, 10  # submissions of two classes; what the others cost is the difference
JOBS = 2


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--data", help="folder with mnist.npz; without it, drawn digits")
    settings = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        environment = {**os.environ, **({"AUTOGRADER_DATA": settings.data} if settings.data else {})}
        environment["AUTOGRADER_CACHE"] = str(Path(folder, "cache"))
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
        **{(kind, count): _grade(folder, kind, count) for kind in KINDS for count in (FEW, MANY)},
    }


def _grade(folder: Path, kind: str, count: int) -> list[str]:
    """Grades a class of ``count`` reference pages: nothing fails, so every check runs to its end."""
    handed = folder / f"{kind}{count}"
    handed.mkdir()
    for number in range(count):
        text = PAGE.read_text()
        if kind == "distinct":  # each its own starting weights, so that no training is like another either
            text = text.replace(BEGIN, f"{BEGIN}\n    page = {number}")
            text = text.replace("def build_model():", f"def build_model():\n    keras.utils.set_random_seed({number})")
        text += f"\n# page {number}\n"  # the same page twice is judged once
        (handed / f"student{number:02}.py").write_text(text)
    out = ["--out", str(folder / f"out-{kind}{count}")]
    return [
        sys.executable,
        "-m",
        "autograder",
        "grade",
        str(handed),
        "--assignment",
        "mnist",
        "--regrade",  # or a second round would find everything in the folder of the first
        "--jobs",
        str(JOBS),
        *out,
    ]


def _seconds(command: list[str], environment: dict[str, str]) -> float:
    shutil.rmtree(Path(environment["AUTOGRADER_CACHE"], "trainings"), ignore_errors=True)  # each starts from nothing
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
    further = {kind: (seconds[kind, MANY] - seconds[kind, FEW]) / (MANY - FEW) for kind in KINDS}
    rows = [
        ("cold check of normalize", seconds["check mnist.py normalize"], 0.25),
        ("cold check of all twelve, quick budget", seconds["check mnist.py"], 2.5),
        (f"each further submission of a class, {JOBS} jobs", further["alike"], 0.5),
        ("  and where no two answers are alike", further["distinct"], None),
    ]
    print(f'The unit is python -c "import tensorflow": {unit:.2f} s here.')
    for name, value, limit in rows:
        most = f"(at most {limit})" if limit else ""
        print(f"{name:48} {value / unit:5.2f}   {most:16} {value:.2f} s")


if __name__ == "__main__":
    main()
