"""How far apart are the measured numbers of equal networks that are trained twice? The tolerance of ``recheck`` rests on it.

    python tests/quality/training_spread.py                    every check that trains, with SEEDS seeds; writes training_spread.json
    python tests/quality/training_spread.py --seconds 200      goes on where it was stopped, for so long

The reference of each exercise that trains a network is judged with several seeds, each in a process of its own: the network begins
with other weights, and sees its images or rows in another order. Every number that decides points is kept (an accuracy, a recall),
and the section "shortcuts" of docs/quality.md says how much it varies.
"""

from __future__ import annotations

import argparse
import json
import statistics
import sys
import time
from pathlib import Path

ROOT = Path(__file__).parents[2]

from autograder.authoring import answer_groups  # noqa: E402
from autograder.cache.dependencies import fingerprint_key  # noqa: E402
from autograder.content import assignment_folder  # noqa: E402
from autograder.content.assignment import Assignment  # noqa: E402
from autograder.core.files import write_atomically  # noqa: E402
from autograder.core.settings import Settings  # noqa: E402
from autograder.grading.recheck import NEEDED, Tolerance  # noqa: E402
from autograder.judging.judge import judge_submissions  # noqa: E402
from autograder.sandbox.launcher import Starters  # noqa: E402

ASSIGNMENTS = ("mnist", "fashion_mnist", "bank_marketing")
SEEDS = 8
DEVIATIONS = 6  # of the largest spread: so far apart two trainings of equal networks never come, as far as anything says
FOUND = Path(__file__).parent / "training_spread.json"
Numbers = dict[str, dict[str, list[float]]]  # "assignment.function" -> "check: what" -> a number for each seed


def trained(assignment: Assignment) -> list[str]:
    """The exercises in which a check trains a network."""
    return [one.name for one in assignment.exercises if answer_groups.training_checks(one.checks)]


def measured(assignment: Assignment, function: str, seed: int) -> dict[str, float]:
    """The numbers that decide points, of the reference: check and what it measures -> the number."""
    settings = Settings(exercises=(function,), dataset=assignment.substitute, seed=seed, telling=False)
    with Starters(settings.spawn, settings.isolation) as starters:
        (judged,) = judge_submissions([assignment.reference], assignment, settings, starters)
    return {
        f"{check.name}: {what}": number
        for check in judged.report.exercises[0].checks
        for what, number in check.measurements.items()
        if what + NEEDED in check.measurements
    }


def spreads(found: Numbers) -> dict[str, float]:
    """Exercise, check and what is measured -> the standard deviation over the seeds.

    Example:
        >>> spreads({"mnist.train": {"test_a: accuracy": [0.5, 0.5], "test_b: accuracy": [0.5]}})
        {'mnist.train, test_a: accuracy': 0.0}
    """
    return {
        f"{exercise}, {what}": statistics.stdev(numbers)
        for exercise, of in found.items()
        for what, numbers in of.items()
        if len(numbers) > 1
    }


def sentence() -> str:
    """What the document says of it; empty where nothing is measured yet."""
    found = spreads(_read())
    if not found:
        return ""
    where, most = max(found.items(), key=lambda one: one[1])
    return (
        f"Equal networks that are trained again, from other seeds in other processes, differ in their measured numbers: in {len(found)} checks the standard "
        f"deviation is at most {most:.3f} (`{where}`, {SEEDS} seeds). A result that is judged in full may differ by {Tolerance.OTHER_TRAINING.value:g}, "
        f"which is {Tolerance.OTHER_TRAINING.value / most:.1f} of these deviations. Made by `python tests/quality/training_spread.py`."
    )


def _read() -> Numbers:
    content = json.loads(FOUND.read_text("utf-8")) if FOUND.is_file() else {}
    return {name: one["numbers"] for name, one in content.items()}


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--seconds", type=float, default=1e9, help="stop after so long")
    options = parser.parse_args()
    end = time.monotonic() + options.seconds
    for assignment in (assignment_folder.load(ROOT / "solutions" / name) for name in ASSIGNMENTS):
        for function in trained(assignment):
            for seed in range(1, SEEDS + 1):
                content = json.loads(FOUND.read_text("utf-8")) if FOUND.is_file() else {}
                entry = content.get(name := f"{assignment.name}.{function}", {})
                if entry.get("key") != (key := fingerprint_key(assignment, function)):
                    entry = {"key": key, "seeds": 0, "numbers": {}}
                if entry["seeds"] >= seed:
                    continue
                if time.monotonic() > end:
                    print("There is more to do.")
                    return 1
                for what, number in measured(assignment, function, seed).items():
                    entry["numbers"].setdefault(what, []).append(round(number, 5))
                entry["seeds"] = seed
                write_atomically(FOUND, (json.dumps({**content, name: entry}, indent=1, sort_keys=True) + "\n").encode())
                print(name, seed, entry["numbers"], flush=True)
    found = spreads(_read())
    for what, number in sorted(found.items(), key=lambda one: -one[1]):
        print(f"{number:.4f} {what}")
    print(f"{DEVIATIONS} of the largest: {DEVIATIONS * max(found.values()):.3f}; allowed: {Tolerance.OTHER_TRAINING.value:g}")
    return int(DEVIATIONS * max(found.values()) > Tolerance.OTHER_TRAINING.value)


if __name__ == "__main__":
    sys.exit(main())
