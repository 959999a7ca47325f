"""How many wrong answers do the checks find? Judges small changes of the reference that behave otherwise than it.

    python tests/quality/strength.py                                          all that is out of date, and the section of docs/quality.md
    python tests/quality/strength.py --assignment mnist --function normalize  one function, if it is out of date
    python tests/quality/strength.py --again …                                also what is up to date
    python tests/quality/strength.py --function normalize --sample 20         at least so many of its mutants, always the same ones
    python tests/quality/strength.py --keep FILE                              where to keep what is found, function by function

What each change is called (``mutants``), an oracle says whether it matters (``oracle``), and the checks of the kit judge it. A
change that matters and loses no point is a survivor: it gets a reason in ``survivors.toml``, or a check that finds it. A check
that alone finds no mistake and no mutant gets a reason in ``kept_checks.toml``.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import random
import sys
import textwrap
import tomllib
from collections import Counter
from collections.abc import Mapping
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, field
from multiprocessing import get_context
from pathlib import Path
from typing import Any

HERE = Path(__file__).parent
ROOT = HERE.parents[1]
sys.path.insert(0, str(HERE))

import contributions  # noqa: E402
import mutants  # noqa: E402
import oracle  # noqa: E402
from document import write_section  # noqa: E402
from mutant_rows import Row, Rows  # noqa: E402

from autograder.cache import dependencies  # noqa: E402
from autograder.content import assignment_folder  # noqa: E402
from autograder.content.assignment import Assignment, SampleAnswer  # noqa: E402
from autograder.core.files import write_atomically  # noqa: E402
from autograder.core.records import ExerciseResult, Outcome  # noqa: E402
from autograder.core.settings import Settings  # noqa: E402
from autograder.grading.grader import graders, judge_programs  # noqa: E402

ASSIGNMENTS = ("mnist", "fashion_mnist", "bank_marketing")
KEPT = HERE / "strength.json"
REASONS = HERE / "survivors.toml"
TOGETHER = 24  # mutants that are tried before the next are
FAILS_NOT = (Outcome.PASSED, Outcome.SKIPPED, Outcome.BROKEN)

@dataclass
class Found:
    """What came of the mutants of one function.

    Attributes:
        key: of the mutants and of the checks, see ``key_of``.
        made: how many mutants there are; of those that take long, only some are tried.
        raise_: those that raise an exception for every input; all of them differ. different: those that behave otherwise in
            another way; survivors: those of both kinds that lose no point.
        same: those in which the oracle sees no difference; refused: those of them that lose points.
        broken: those that break a check, which is a fault of the check.
        alone: check -> how many of those that differ it alone finds.
    """

    key: str
    made: int
    raise_: int
    different: int
    survivors: list[str]
    same: list[str]
    refused: list[str]
    broken: list[str]
    alone: dict[str, int] = field(default_factory=dict)

    @property
    def equivalent(self) -> int:
        return len(self.same) - len(self.refused)

    @property
    def differ(self) -> int:
        return self.raise_ + self.different

    @property
    def mutants(self) -> int:
        return self.differ + len(self.same)


def examine(assignment: Assignment, function: str, sample: int | None, rows: Rows) -> Found:
    """Makes the mutants of one function, asks the oracle about each, and judges them.

    Args:
        sample: how many mutants; None for all.
        rows: where each mutant's row is kept as soon as there is one; those that are there are not tried again.
    """
    made = mutants.mutants(mutants.function_of(assignment.source, function))
    mixed = random.Random(f"{oracle.SEED} {assignment.name} {function}").sample(made, len(made))
    tried = [one for one in made if one in mixed[:sample]]  # a larger sample holds a smaller one
    open_ = [one for one in tried if one.text not in rows]
    settings = Settings(dataset=assignment.substitute)
    names = judged_together(assignment, function)
    with ProcessPoolExecutor(1, get_context("spawn")) as apart, graders(assignment, names, settings) as pool:
        for first in range(0, len(open_), TOGETHER):
            some = open_[first : first + TOGETHER]
            asked = apart.submit(oracle.verdicts, assignment.name, function, [one.source for one in some])
            programs = [_program(function, first + number, one.source) for number, one in enumerate(some)]
            judged = judge_programs(pool, dict.fromkeys(names, programs), lambda name: None)
            for one, verdict, *judgements in zip(some, asked.result(), *(judged[name] for name in names), strict=True):
                rows[one.text] = row_of(verdict, *(judgement.report.exercises[0] for judgement in judgements))
    return summed_up(key_of(assignment, function), len(made), {one.text: rows[one.text] for one in tried})


def _program(function: str, number: int, source: str) -> SampleAnswer:
    return SampleAnswer(f"mutant_{number}", function, source, Path(f"{function}__mutant_{number}.py"))


def judged_together(assignment: Assignment, function: str) -> tuple[str, ...]:
    """The function, and those whose checks call it while its own checks call them: what is wrong may cost the points of either.

    Example:
        >>> judged_together(assignment_folder.load(ROOT / "solutions/bank_marketing"), "prepare")
        ('prepare', 'fit_preparation')
    """
    mine = dependencies.called(assignment, function)
    return (function, *(one for one in mine if one != function and function in dependencies.called(assignment, one)))


def row_of(verdict: str, result: ExerciseResult, *others: ExerciseResult) -> Row:
    """What the oracle says of one mutant, and what the checks say.

    Args:
        others: results of those that are judged together with it.
    """
    checks = [(check, check.name.partition("[")[0]) for check in result.checks]
    checks += [(check, f"{other.name}.{check.name}".partition("[")[0]) for other in others for check in other.checks]
    return {
        "verdict": verdict,
        "lost": any(one.score < one.max_score for one in (result, *others)),
        "failed": sorted({name for check, name in checks if check.outcome not in FAILS_NOT}),
        "broken": any(check.outcome is Outcome.BROKEN for check, _ in checks),
        "checks": list(dict.fromkeys(name for _, name in checks[: len(result.checks)])),
    }


def key_of(assignment: Assignment, function: str) -> str:
    """Another one when the mutants or the checks change. After a change of the engine or of an oracle, use ``--again``."""
    texts = [one.source for one in mutants.mutants(mutants.function_of(assignment.source, function))]
    files = [assignment.exercise(function).checks, assignment.words]
    texts += [path.read_text("utf-8") for path in files if path.is_file()]
    return hashlib.sha256("\n".join(texts).encode()).hexdigest()[:16]


def summed_up(key: str, made: int, rows: Mapping[str, Row]) -> Found:
    """The figures of one function, from the rows of its mutants."""
    alone: Counter[str] = Counter()
    survivors, same, refused = [], [], []
    for text, row in rows.items():
        if row["verdict"] == "same":
            same.append(text)
            refused += [text] if row["lost"] else []
        else:
            survivors += [] if row["lost"] else [text]
            alone.update(row["failed"] if len(row["failed"]) == 1 else ())
    counted = Counter(row["verdict"] for row in rows.values())
    checks = {check: alone[check] for row in rows.values() for check in row["checks"]}
    broken = [text for text, row in rows.items() if row["broken"]]
    return Found(key, made, counted["error"], counted["different"], survivors, same, refused, broken, checks)


def read(path: Path) -> dict[str, dict[str, Found]]:
    """Assignment -> function -> what was found before."""
    content: dict[str, Any] = json.loads(path.read_text("utf-8")) if path.is_file() else {}
    return {name: {function: Found(**one) for function, one in of.items()} for name, of in content.items()}


def keep(path: Path, known: dict[str, dict[str, Found]]) -> None:
    content = {name: {function: vars(one) for function, one in of.items()} for name, of in known.items()}
    write_atomically(path, (json.dumps(content, indent=1, ensure_ascii=False) + "\n").encode())


def faults(name: str, function: str, one: Found) -> list[str]:
    """Survivors without a reason, reasons for what does not survive, and mutants that break a check."""
    reasons = reasons_for(name, function)
    said = [f"{name} {function}: survives, without a reason: {text}" for text in one.survivors if text not in reasons]
    said += [f"{name} {function}: breaks a check: {text}" for text in one.broken]
    whole = one.mutants == one.made  # of a sample, the others may survive
    return said + [f"{name} {function}: has a reason and does not survive: {text}" for text in reasons if whole and text not in one.survivors]


def reasons_for(name: str, function: str) -> dict[str, str]:
    """Survivor -> why no check finds it."""
    found: dict[str, str] = tomllib.loads(REASONS.read_text("utf-8")).get(name, {}).get(function, {})
    return found


def section(known: dict[str, dict[str, Found]]) -> str:
    """The text for docs/quality.md."""
    every = [one for of in known.values() for one in of.values()]
    differ, survive = sum(one.differ for one in every), sum(len(one.survivors) for one in every)
    quiet = sum(one.different for one in every)
    made, tried = sum(one.made for one in every), sum(one.mutants for one in every)
    text = (
        f"Small changes of each reference are tried: {tried:,} of {made:,} that there are; of slow functions a sample, drawn by the seed. "
        f"An oracle that uses nothing of the kit runs each beside the reference, on inputs from a seed ({oracle.SEED}), and compares what "
        f"the page asks for. {sum(one.equivalent for one in every):,} changes make no difference there (another figure size, another "
        f"batch size, another dtype that the page allows), and lose no point. Of the {differ:,} that do, {quiet:,} give something else, "
        f"and {differ - quiet:,} raise an exception for every input. {differ - survive:,} lose points: {_percent(differ - survive, differ)}. "
        f"Without those that always raise an exception it is {_percent(quiet - survive, quiet)}. Each of the {survive} that lose no point "
        f"has its reason in `tests/quality/survivors.toml`. {sum(len(one.refused) for one in every)} changes lose points although the oracle "
        "sees no difference: the checks try inputs that the oracle does not have, or compare more exactly. `tests/quality/strength.json` "
        "lists them, and all that make no difference. Made by `python tests/quality/strength.py`."
    )
    missing = [f"`{function}` of {name}" for name, of in known.items() for function in oracle.oracles(name) if function not in of]
    text += f" Not tried yet: {', '.join(missing)}." if missing else ""
    lines = ["## How many wrong answers the checks find", "", textwrap.fill(text, 128)]
    for name, of in known.items():
        lines += ["", f"### {name}", "", "| function | mutants | tried | equivalent | more refused | differ | of them always raise | lose points | survive |", "|---|---|---|---|---|---|---|---|---|"]
        for function, one in [*of.items(), ("together", None)]:
            counts = [_counts(each) for each in (of.values() if one is None else [one])]
            numbers = " | ".join(f"{sum(column):,}" for column in zip(*counts, strict=True))
            lines.append(f"| {function if one is None else f'`{function}`'} | {numbers} |")
    return "\n".join([*lines, "", *contributions.table({name: {function: one.alone for function, one in of.items()} for name, of in known.items()})])


def _counts(one: Found) -> list[int]:
    survive = len(one.survivors)
    return [one.made, one.mutants, one.equivalent, len(one.refused), one.differ, one.raise_, one.differ - survive, survive]


def _percent(part: int, whole: int) -> str:
    return f"{100 * part / whole:.1f} %" if whole else "none"


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--assignment", action="append", choices=ASSIGNMENTS)
    parser.add_argument("--function", action="append")
    parser.add_argument("--sample", type=int, metavar="N", help="so many mutants of each function")
    parser.add_argument("--keep", type=Path, default=KEPT, metavar="FILE")
    parser.add_argument("--again", action="store_true", help="also what is up to date")
    parser.add_argument("--no-section", action="store_true", help="leave docs/quality.md as it is")
    options = parser.parse_args()
    known = read(options.keep)
    said: list[str] = []
    for name in ASSIGNMENTS:
        assignment = assignment_folder.load(ROOT / "solutions" / name)
        order = [one.name for one in assignment.exercises]
        for function in order if name in (options.assignment or ASSIGNMENTS) else []:
            if options.function and function not in options.function:
                continue
            before = known.get(name, {}).get(function)
            key = key_of(assignment, function)
            if options.again or before is None or before.key != key or before.mutants < min(before.made, options.sample or before.made):
                rows = Rows(options.keep.with_name(f"{options.keep.stem}.{name}.{function}.rows"), key)
                one = examine(assignment, function, options.sample, rows)
                print(f"{name} {function}: {one.mutants} mutants, {one.equivalent} equivalent, {one.differ} differ, {len(one.survivors)} survive", flush=True)
                print("".join(f"  survives: {text}\n" for text in one.survivors) + "".join(f"  refused: {text}\n" for text in one.refused), end="", flush=True)
                of = known.get(name, {}) | {function: one}
                known = {each: of if each == name else known[each] for each in ASSIGNMENTS if each == name or each in known}
                known[name] = {each: of[each] for each in order if each in of}
                keep(options.keep, known)
                if one.mutants == one.made:
                    rows.done()
            said += faults(name, function, known[name][function])
    if options.no_section:
        tried, whole = (sum(one.mutants for of in found.values() for one in of.values()) for found in (known, read(KEPT)))
        print(f"share of the whole: {tried / max(1, whole):.4f}")
    else:
        write_section("strength", section(known))
    if not options.sample:  # which checks alone find something is known of all mutants only
        said += contributions.faults({name: {function: one.alone for function, one in of.items()} for name, of in known.items()})
    print("\n".join(said))
    return int(bool(said))


if __name__ == "__main__":
    sys.exit(main())
