"""What each check contributes: the mistakes and mutants that it alone finds, or why it is kept although there are none."""

from __future__ import annotations

import json
import tomllib
from collections import Counter
from pathlib import Path

HERE = Path(__file__).parent
SOLUTIONS = HERE.parents[1] / "solutions"
REASONS = HERE / "kept_checks.toml"
PASSES = ("passed", "skipped", "broken")

Alone = dict[str, dict[str, dict[str, int]]]  # assignment -> function -> check -> how many


def of_mistakes(assignment: str) -> dict[str, Counter[str]]:
    """Function -> check -> how many of the known mistakes it alone finds, from what the build has written."""
    content = json.loads((SOLUTIONS / assignment / "mistakes/signatures.json").read_text("utf-8"))
    found = {}
    for function, of in content["exercises"].items():
        found[function] = Counter[str]()
        for mistake in of["mistakes"]:
            failed = {check.partition("[")[0] for check, (outcome, *_) in mistake["checks"].items() if outcome not in PASSES}
            found[function].update(failed if len(failed) == 1 else ())
    return found


def reasons() -> dict[str, dict[str, dict[str, str]]]:
    """Assignment -> function -> check -> why it is kept although it finds nothing alone."""
    return tomllib.loads(REASONS.read_text("utf-8")) if REASONS.is_file() else {}


def without_contribution(alone: Alone) -> dict[tuple[str, str, str], None]:
    """(assignment, function, check) for each check that alone finds no mistake and no mutant.

    Args:
        alone: how many mutants each check alone finds; all checks are there.
    """
    found: dict[tuple[str, str, str], None] = {}
    for assignment, functions in alone.items():
        mistakes = of_mistakes(assignment)
        for function, checks in functions.items():
            found |= {(assignment, function, check): None for check, count in checks.items() if not count and not mistakes[function][check]}
    return found


def faults(alone: Alone) -> list[str]:
    """Checks that need a reason and have none, and those that have one and need none."""
    needed = set(without_contribution(alone))
    given = {(name, function, check) for name, of in reasons().items() for function, checks in of.items() for check in checks if function in alone.get(name, {})}
    said = [f"{name} {function}: {check} finds nothing alone; say in {REASONS.name} why it is kept" for name, function, check in sorted(needed - given)]
    return said + [f"{name} {function}: {check} has a reason in {REASONS.name}, and finds something alone" for name, function, check in sorted(given - needed)]


def table(alone: Alone) -> list[str]:
    """Lines of Markdown: each check with what it alone finds."""
    missing = without_contribution(alone)
    every = sum(len(checks) for functions in alone.values() for checks in functions.values())
    lines = [
        "### What each check alone finds",
        "",
        f"Of the {every} checks, {every - len(missing)} find a mistake or a mutant that no other check of the function finds: the numbers are mistakes",
        f"and mutants. The other {len(missing)} (0 and 0) are kept for reasons that `tests/quality/kept_checks.toml` gives, most of them",
        "for a clearer message or for a part of the points.",
        "",
        "| function | checks |",
        "|---|---|",
    ]
    for assignment, functions in alone.items():
        mistakes = of_mistakes(assignment)
        for function, checks in functions.items():
            cells = [f"`{check.removeprefix('test_')}` {mistakes[function][check]} and {count}" for check, count in checks.items()]
            lines.append(f"| {assignment} `{function}` | {'; '.join(cells)} |")
    return lines
