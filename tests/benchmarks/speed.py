"""How long the kit takes, as ratios to ``python -c "import tensorflow"`` in the same run.

    python tests/benchmarks/speed.py [ASSIGNMENT] [--rounds 3] [--data FOLDER]

Everything is measured as a whole process, from the outside, the rounds interleaved, so that whatever else the machine
does falls on all of them alike; the median counts. Seconds are printed for orientation only.
"""

from __future__ import annotations

import argparse
import os
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import pages

from autograder.content.assignment import Assignment
from autograder.content.solution_markers import BEGIN

KINDS = (
    "alike",
    "distinct",
)  # classes that give the same answers, or of which no two answers and no two models are alike
FEW, MANY = 2, 10  # submissions of two classes; what the others cost is the difference
JOBS = 2


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("assignment", nargs="?", default="mnist", help="default: mnist")
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--data", help="folder with the file of its data set; without it, the kit's own data")
    settings = parser.parse_args()
    assignment = pages.load(settings.assignment)
    with tempfile.TemporaryDirectory() as folder:
        environment = {**os.environ, **({"AUTOGRADER_DATA": settings.data} if settings.data else {})}
        environment["AUTOGRADER_CACHE"] = str(Path(folder, "cache"))
        commands = _commands(Path(folder), assignment)
        for command in commands.values():
            _seconds(command, environment)  # the first time reads files from the disk and writes bytecode
        found: dict[str, list[float]] = {name: [] for name in commands}
        for number in range(settings.rounds):
            for name, command in commands.items():
                found[name].append(_seconds(command, environment))
            print(f"round {number + 1} of {settings.rounds} done", file=sys.stderr)
    _print({name: statistics.median(seconds) for name, seconds in found.items()}, list(commands))


def _commands(folder: Path, assignment: Assignment) -> dict:
    python, autograder = [sys.executable], [sys.executable, "-m", "autograder"]
    page = assignment.folder / f"{assignment.name}.py"
    light = min(assignment.exercises, key=lambda exercise: len(exercise.libraries)).name
    return {
        "import tensorflow": [*python, "-c", "import tensorflow"],
        f"cold check of {light}": [*autograder, "check", str(page), light],
        "cold check of all, quick budget": [*autograder, "check", str(page)],
        **{(kind, count): _grade(folder, assignment, kind, count) for kind in KINDS for count in (FEW, MANY)},
    }


def own_page(assignment: Assignment, number: int) -> str:
    """The reference's page with another text in each function, and other starting weights in each network."""
    text = re.sub(f"^( +){BEGIN}$", rf"\1{BEGIN}\n\1page = {number}", assignment.source, flags=re.MULTILINE)
    for name in pages.builders(assignment):
        before, definition, after = text.partition(f"def {name}(")
        after = after.replace(f"page = {number}\n", f"keras.utils.set_random_seed({number})\n", 1)
        text = before + definition + after
    return text


def _grade(folder: Path, assignment: Assignment, kind: str, count: int) -> list[str]:
    """Grades a class of ``count`` reference pages: nothing fails, so every check runs to its end."""
    handed = folder / f"{kind}{count}"
    handed.mkdir()
    for number in range(count):
        text = own_page(assignment, number) if kind == "distinct" else assignment.source
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
        str(assignment.folder),
        "--regrade",  # or a second round would find everything in the folder of the first
        "--jobs",
        str(JOBS),
        *out,
    ]


def _seconds(command: list[str], environment: dict[str, str]) -> float:
    shutil.rmtree(Path(environment["AUTOGRADER_CACHE"], "trainings"), ignore_errors=True)  # each starts from nothing
    started = time.monotonic()
    done = subprocess.run(command, env=environment, cwd=pages.ROOT, capture_output=True, text=True)
    seconds = time.monotonic() - started
    if done.returncode:
        raise SystemExit(
            f"{' '.join(command)} ended with {done.returncode}:\n{done.stdout[-2000:]}{done.stderr[-2000:]}"
        )
    return seconds


def _print(seconds: dict, names: list) -> None:
    """The ratios. names: of the commands, in their order."""
    unit = seconds["import tensorflow"]
    further = {kind: (seconds[kind, MANY] - seconds[kind, FEW]) / (MANY - FEW) for kind in KINDS}
    rows = [
        (names[1], seconds[names[1]], 0.25),
        (names[2], seconds[names[2]], 2.5),
        (f"each further submission of a class, {JOBS} jobs", further["alike"], 0.5),
        ("  and where no two answers are alike", further["distinct"], None),
    ]
    print(f'The unit is python -c "import tensorflow": {unit:.2f} s here.')
    for name, value, limit in rows:
        most = f"(at most {limit})" if limit else ""
        print(f"{name:48} {value / unit:5.2f}   {most:16} {value:.2f} s")


if __name__ == "__main__":
    main()
