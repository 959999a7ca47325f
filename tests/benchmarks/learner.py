"""How long a learner waits, as ratios to ``python -c "import tensorflow"`` in the same run.

    python tests/benchmarks/learner.py [--rounds 5]

``list`` and ``hint`` are measured as whole processes. ``watch`` runs for the whole time, in plain lines, with its
libraries loaded; what counts is the time from a save to the line with the result. Rounds are interleaved, and the
median counts. Seconds are printed for orientation only. ``notebook.py`` measures ``check`` in a notebook.
"""

from __future__ import annotations

import argparse
import ast
import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).parents[2]
AUTOGRADER = [sys.executable, "-m", "autograder"]
EXERCISE = "normalize"  # plain NumPy
WRONG, RIGHT = "return images / 256", "return images / 255"
LIMITS = {"list": 0.08, "hint": 0.08, "a save, right": 0.05, "a save, wrong": 0.05}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--rounds", type=int, default=5)
    rounds = parser.parse_args().rounds
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run([*AUTOGRADER, "start", "mnist", folder], check=True, stdout=subprocess.DEVNULL)
        found: dict[str, list[float]] = {}
        with Watching(Path(folder)) as watching:
            for number in range(rounds + 1):  # the first one reads files from the disk
                for name, seconds in _round(Path(folder), watching).items():
                    found.setdefault(name, []).append(seconds)
                print(f"round {number} of {rounds} done", file=sys.stderr)
    _print({name: statistics.median(seconds[1:]) for name, seconds in found.items()})


def _round(folder: Path, watching: Watching) -> dict[str, float]:
    return {
        "import tensorflow": _seconds([sys.executable, "-c", "import tensorflow"], folder),
        "list": _seconds([*AUTOGRADER, "list"], folder),
        "hint": _seconds([*AUTOGRADER, "hint", EXERCISE], folder),
        "a save, wrong": watching.seconds_after(WRONG),
        "a save, right": watching.seconds_after(RIGHT),
    }


class Watching:
    """``autograder watch`` beside us, with one function of the page written anew again and again."""

    def __init__(self, folder: Path) -> None:
        self.page = folder / "mnist.py"
        self.number = 0
        lines = self.page.read_text("utf-8").split("\n")
        (function,) = (node for node in ast.parse("\n".join(lines)).body if getattr(node, "name", "") == EXERCISE)
        self.before, self.after = lines[: function.end_lineno - 1], lines[function.end_lineno :]
        self.process = subprocess.Popen(
            [*AUTOGRADER, "watch", str(self.page)],
            cwd=folder,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            text=True,
        )

    def __enter__(self) -> Watching:
        self._line("Next:")
        self.seconds_after("return 0")
        time.sleep(20)  # Keras loads in the background, and would take a core from what is measured
        return self

    def __exit__(self, *_error: object) -> None:
        self.process.terminate()
        self.process.communicate()

    def seconds_after(self, body: str) -> float:
        """Saves the page with this body of the function, each time a little different; waits for the result."""
        self.number += 1
        new = [f"    unused = {self.number}", f"    {body}"]
        part = self.page.with_suffix(".part")
        part.write_text("\n".join([*self.before, *new, *self.after]), "utf-8")
        started = time.monotonic()
        os.replace(part, self.page)
        self._line(EXERCISE)
        seconds = time.monotonic() - started
        self._line("Next:")
        return seconds

    def _line(self, word: str) -> None:
        for line in self.process.stdout:
            if word in line:
                return
        raise SystemExit("watch ended before it should")


def _seconds(command: list[str], folder: Path) -> float:
    started = time.monotonic()
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True)
    seconds = time.monotonic() - started
    if done.returncode:
        raise SystemExit(f"{' '.join(command)} ended with {done.returncode}:\n{done.stdout}{done.stderr[-2000:]}")
    return seconds


def _print(seconds: dict[str, float]) -> None:
    unit = seconds["import tensorflow"]
    print(f'The unit is python -c "import tensorflow": {unit:.2f} s here.')
    for name, limit in LIMITS.items():
        if name in seconds:
            value = seconds[name]
            print(f"{name:24} {value / unit:6.3f}   (at most {limit})   {value:.3f} s")


if __name__ == "__main__":
    main()
