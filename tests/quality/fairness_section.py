"""The section "fairness" of docs/quality.md."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

import document
import rewrites
from fairness_plan import ASSIGNMENTS, Rewrite, load, size_of


def write(found: Sequence[Rewrite], seed: int) -> None:
    document.write_section("fairness", section(found, seed))


def section(found: Sequence[Rewrite], seed: int) -> str:
    """The text of the section.

    Args:
        found: all rewrites, those that were dropped too.
    """
    right = [one for one in found if one.kind == "right" and one.state == "judged"]
    wrong = [one for one in found if one.kind == "mistake" and one.state == "judged"]
    lost = sum(bool(one.changed) for one in right)
    marks = sum("points became" in one.changed for one in wrong)
    names = sum("name: " in one.changed for one in wrong)
    operators = sorted({name for one in found for name in one.operators})
    lines = [
        "## Fair: a right answer in other words",
        "",
        f"`python tests/quality/fairness.py`, seed {seed}. A right answer is rewritten so that it means the same, by one to four of",
        f"{len(rewrites.OPERATORS)} operators: other names, another order, loops, comprehensions and steps over whole arrays, helper functions, early",
        "returns, `match`, `:=`, type hints, dataclasses, other imports, other containers and dtypes where the description allows them,",
        "methods, `functools.partial`, decorators, comments in several scripts. The originals are the references, the alternatives and",
        "the right answers of `tests/quality/answers`. A plain program runs every rewrite and its original on its own inputs, outside",
        "of the judge. If they do not do the same, the rewrite is dropped, whatever its operator promises. None is left unproven, also",
        "of models and trainings; those are run with few images. Each rewrite that is left is judged in full, as a student's page is.",
        "(Networks with equal weights and settings are trained once.)",
        "",
        _sizes(right),
        "",
        "| assignment | rewrites of right answers | lost a point, were named or suspected | rewrites of mistakes | other points | another name |",
        "|---|---|---|---|---|---|",
    ]
    for name in dict.fromkeys(one.assignment for one in found):
        lines.append(f"| {name} | {_row([one for one in right if one.assignment == name], [one for one in wrong if one.assignment == name])} |")
    lines += [
        f"| together | {_row(right, wrong)} |",
        "",
        f"**What this means.** {_meaning(lost, len(right))}",
        "These are the answers that these operators make of these originals. They are not students' answers, and a student can write",
        "what no operator writes.",
        "",
        f"Of the rewrites of known mistakes, {marks} of {len(wrong):,} have other points than their original, and {names} have another name or none",
        f"({_percent(len(wrong) - names, len(wrong))} keep the name).",
        "",
        "| operator | made | proven | dropped | judged | changed a verdict |",
        "|---|---|---|---|---|---|",
    ]
    made = Counter(name for one in found for name in one.operators)
    dropped = Counter(name for one in found if one.state == "dropped" for name in one.operators)
    changed = Counter(name for one in found if one.changed for name in one.operators)
    for name in operators:
        kept = made[name] - dropped[name]
        lines.append(f"| {name.replace('_', ' ')} | {made[name]:,} | {kept:,} | {dropped[name]:,} | {kept:,} | {changed[name]:,} |")
    lines += ["", "A rewrite of several operators counts for each of them."]
    return "\n".join(lines)


def _sizes(right: Sequence[Rewrite]) -> str:
    """How many of them draw or need a model: those take longer, so they are fewer."""
    known = {one.assignment for one in right} & set(ASSIGNMENTS)
    found = Counter(size_of(load(one.assignment), one.function) for one in right if one.assignment in known)
    return f"Of the rewrites of right answers, {found['figure']:,} draw a figure, and {found['model']:,} build, train or ask a model."


def _row(right: Sequence[Rewrite], wrong: Sequence[Rewrite]) -> str:
    numbers = [len(right), sum(bool(one.changed) for one in right), len(wrong)]
    numbers += [sum(word in one.changed for one in wrong) for word in ("points became", "name: ")]
    return " | ".join(f"{number:,}" for number in numbers)


def _meaning(lost: int, judged: int) -> str:
    """The rule of three for none of them; the share for more.

    Example:
        >>> _meaning(0, 10_000)
        'None of 10,000 is treated unfairly. So, at 95 %, the share is at most 3 of 10,000 (0.03 %).'
    """
    if lost == 0:
        return f"None of {judged:,} is treated unfairly. So, at 95 %, the share is at most 3 of {judged:,} ({_percent(3, judged)})."
    return f"{lost} of {judged:,} are treated unfairly ({_percent(lost, judged)})."


def _percent(part: int, whole: int) -> str:
    return f"{100 * part / whole:.3g} %" if whole else "–"
