"""tests/MUTATION.md: how many mutants each module's tests kill, and each survivor with a reason.

Reasons are in ``reasons.toml``: a module, the texts of its mutants, and why no test fails, say

    [[survivors]]
    module = "core.merge"
    mutants = ["merged: count > 0 → count >= 0"]
    reason = "equivalent: the count is never 0 here"
"""

from __future__ import annotations

import tomllib
from collections import defaultdict
from collections.abc import Iterable
from pathlib import Path

from operators import Mutant
from store import KILLED, NOT_REACHED, SURVIVED, Result

REASONS = Path(__file__).with_name("reasons.toml")
HEAD = """# Mutation score

Do the tests notice a changed engine? Each mutant is one small change of a module that decides marks. Written by
`python tests/mutation/mutate.py --report`; see there for what a mutant is and how it is run. Results
from before the last change of a test are included; what was found of another state of a module is not.

"""


def read_reasons(path: Path = REASONS) -> dict[tuple[str, str], str]:
    """(module, text of a mutant) -> why it survives."""
    content = tomllib.loads(path.read_text("utf-8"))
    return {(one["module"], text): one["reason"] for one in content.get("survivors", []) for text in one["mutants"]}


def written(
    mutants: Iterable[Mutant],
    results: dict[Mutant, Result | None],
    reasons: dict[tuple[str, str], str],
    left_out: Iterable[str] = (),
) -> str:
    """The whole file.

    Args:
        results: mutant -> what became of it, or None if that is not known.
        left_out: folders of tests that were not asked.
    """
    by_module: dict[str, list[Mutant]] = defaultdict(list)
    for mutant in mutants:
        by_module[mutant.module].append(mutant)
    rows = [_row(name, [results[one] for one in group]) for name, group in by_module.items()]
    total = _row("all", [results[one] for group in by_module.values() for one in group])
    alive = {
        name: [one for one in group if results[one] is not None and results[one].status != KILLED]
        for name, group in by_module.items()
    }
    lines = [
        "| module | mutants | tried | killed | survived | not reached | score |",
        "|---|---|---|---|---|---|---|",
        *rows,
        total.replace("| all |", "| **all** |"),
        "",
        f"Not asked: tests marked as slow or keras, and {', '.join(left_out) or 'no others'}. Some of them may kill survivors.",
        "",
        _sentence([one for group in alive.values() for one in group], list(results.values()), reasons),
        "",
    ]
    for name, group in alive.items():
        if group:
            lines += [f"## {name}", "", *(_survivor(one, results[one], reasons) for one in group), ""]
    there = {(one.module, one.text) for group in by_module.values() for one in group}
    if gone := sorted(reasons.keys() - there):
        lines += ["## Reasons without a mutant", "", *(f"- {module}: ``{text}``" for module, text in gone), ""]
    return HEAD + "\n".join(lines)


def _row(name: str, found: list[Result | None]) -> str:
    tried = [one.status for one in found if one is not None]
    score = f"{100 * tried.count(KILLED) / len(tried):.0f} %" if tried else ""
    numbers = (len(found), len(tried), tried.count(KILLED), tried.count(SURVIVED), tried.count(NOT_REACHED))
    return f"| {name} | {' | '.join(map(str, numbers))} | {score} |"


def _sentence(alive: list[Mutant], results: list[Result | None], reasons: dict[tuple[str, str], str]) -> str:
    explained = sum((one.module, one.text) in reasons for one in alive)
    tried = sum(one is not None for one in results)
    sample = f"Tried: {tried} of {len(results)} mutants, drawn by the seed. " if tried < len(results) else ""
    share = f" Killed or explained: {100 * (tried - len(alive) + explained) / tried:.0f} %." if tried else ""
    return f"{sample}{len(alive)} mutants survive or are not reached by a fast test; {explained} of them have a reason below.{share}"


def _survivor(one: Mutant, result: Result, reasons: dict[tuple[str, str], str]) -> str:
    reason = reasons.get((one.module, one.text), "no reason yet")
    notes = ", not reached" if result.status == NOT_REACHED else f", {result.left} slow tests not asked" if result.left else ""
    return f"- ``{one.text}``{notes}: {reason}"
