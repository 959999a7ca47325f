"""Do shortcuts ever decide a mark alone? Grades classes, judges what shortcuts saved in full as well, and plants wrong results.

    python tests/quality/shortcuts.py                     all classes, and the section "shortcuts" of docs/quality.md
    python tests/quality/shortcuts.py --only light --keep FILE    one class; the section has those classes that the file has
    python tests/quality/shortcuts.py --seed 3 --pages 10 other classes, smaller ones; nothing is written

A class is made of references, alternatives and mistakes: each page has one of them for each of its functions, drawn by the seed.
It is graded once; then again with what the first run has stored, and all of it is judged in full. Then wrong results are put
into the stored ones, each under its right key with a right signature, as a bug of the kit would: how many are found?
"""

from __future__ import annotations

import argparse
import json
import math
import random
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator
from dataclasses import asdict, dataclass, replace
from hashlib import sha256
from pathlib import Path

import numpy as np

ROOT = Path(__file__).parents[2]
sys.path.insert(0, str(Path(__file__).parent))

import document  # noqa: E402
import training_spread  # noqa: E402

from autograder.cache import signed_store  # noqa: E402
from autograder.cache.dependencies import hash_of  # noqa: E402
from autograder.cache.result_cache import Known, PageFacts, ResultCache  # noqa: E402
from autograder.content import assignment_folder  # noqa: E402
from autograder.content.assignment import Assignment  # noqa: E402
from autograder.content.discovery import Handed  # noqa: E402
from autograder.core.records import Outcome, Report  # noqa: E402
from autograder.core.settings import LEAST_RECHECK, Settings  # noqa: E402
from autograder.core.shortcuts import Shortcut  # noqa: E402
from autograder.grading.batch import grade  # noqa: E402
from autograder.grading.recheck import Recheck, Run  # noqa: E402

SEED = 11
KINDS = ("reference", "alternative", "mistake")
WEIGHTS = (0.5, 0.3, 0.2)
PLANTED = 8  # wrong results in a class
DRAWS = 40  # times that a share is drawn, each by another key
TRIED = 20_000  # draws by which the expected number is calculated


@dataclass(frozen=True)
class Plan:
    """A class to make: an assignment, the functions that are judged, the number of pages, and whether results are planted."""

    assignment: str
    functions: tuple[str, ...]
    pages: int
    planted: int = 0


CLASSES = {
    "light": Plan("mnist", ("count_labels", "normalize"), 10, PLANTED),
    "models": Plan("mnist", ("build_model",), 6),
}


@dataclass(frozen=True)
class Found:
    """What was found of a class.

    Attributes:
        results: of exercises; by: shortcut -> results that came by it, in the first run.
        redone, seconds_redone: results that were judged in full as well at the least share, and the share of the seconds of
            judging that this took.
        differences: of all that is judged in full, in both runs; all_redone: how many that are.
        planted: wrong results that were put in. found: of them, with everything judged in full; found_least, expected_least,
            deviation: on average at the least share, what was to be expected, and the standard error of the average.
    """

    results: int
    by: dict[str, int]
    redone: int
    seconds_redone: float
    differences: int
    all_redone: int
    planted: int = 0
    found: int = 0
    found_least: float = 0.0
    expected_least: float = 0.0
    deviation: float = 0.0


def pages(assignment: Assignment, plan: Plan, seed: int) -> Iterator[str]:
    """The text of each page: the reference, with some functions written anew behind it."""
    rng = random.Random(f"{seed} {plan}")
    for number in range(plan.pages):
        text = [assignment.source]
        for name in plan.functions:
            (kind,) = rng.choices(KINDS, WEIGHTS)
            programs = {"reference": (), "alternative": assignment.alternatives, "mistake": assignment.mistakes}[kind]
            fitting = [one.source for one in programs if one.function == name]
            text += ["# %%", rng.choice(fitting)] if fitting else []
        yield "\n".join([*text, f"# %% [markdown]\n# {number}\n"])


class GradedClass:
    """A class in a folder.

    Args:
        folder: for its pages and what is stored.
    """

    def __init__(self, assignment: Assignment, plan: Plan, seed: int, folder: Path, jobs: int) -> None:
        self.assignment, self.folder, self.jobs = assignment, folder, jobs
        self.settings = Settings(exercises=plan.functions, dataset=assignment.substitute)
        self.handed = []
        for number, text in enumerate(pages(assignment, plan, seed)):
            path = folder / f"student{number:03}.py"
            path.write_text(text, "utf-8")
            self.handed.append(Handed(path.stem, path))

    def graded(self, share: float, kind: type[Recheck] = Recheck) -> tuple[list[Report], Recheck]:
        """The reports, and what was judged in full as well."""
        cache = ResultCache(self.assignment, self.settings, self.folder / "stored")
        checked = kind(cache, share)
        graded = grade(self.handed, self.assignment.folder, self.settings, self.jobs, cache=cache, recheck=checked)
        return list(graded), checked


class Timed(Recheck):
    """Adds up the seconds of judging in full, and then judges the rest of what was saved, too."""

    seconds = 0.0
    least = everything = 0

    def carry_out(self, run: Run) -> Iterator:
        def timed(given) -> Iterator:
            for page in run(given):
                self.seconds += sum(part.seconds for part in page.judged.values())
                yield page

        self.taken = len(self.saved)
        self.differing += len(self.compare(self.drawn(), timed))
        self.least, self.share = self.redone, 1.0
        self.differing += len(self.compare(self.drawn(), run))
        self.everything = self.redone - self.least
        return iter(())


class Planted(Recheck):
    """Counts which of the planted results are found: with everything judged in full, and by many draws of the least share.

    Judges each result in full once; a draw then says which of them would have been looked at.
    """

    entries: dict[tuple[str, str], str] = {}  # (submission, exercise) -> the planted result that it gets

    def carry_out(self, run: Run) -> Iterator:
        everything = self.drawn()
        self.found = {(one.one.name, one.exercise) for one, _said in self.compare(everything, run)}
        self.share = LEAST_RECHECK
        self.counts = []
        real = signed_store.secret_digest
        for key in range(DRAWS):
            signed_store.secret_digest = lambda text, key=key: sha256(f"{key} {text}".encode()).digest()
            self.counts.append(sum(bool({one[:2] for one in self.drawn()} & self.found & units) for units in self.units))
        signed_store.secret_digest = real
        return iter(())

    @property
    def units(self) -> list[set[tuple[str, str]]]:
        """Of each planted result, the (submission, exercise) that get it."""
        groups: dict[str, set[tuple[str, str]]] = {}
        for name, exercise in self.saved:
            entry = self.entries.get((name, exercise))
            if entry:
                groups.setdefault(entry, set()).add((name, exercise))
        return list(groups.values())


def plant(place: Path, count: int, rng: random.Random) -> set[str]:
    """Makes stored results wrong: what has earned its points has none, all else has them. Returns the names of their files."""
    stored = [path for path in sorted(place.glob("*.json")) if "exercise" in signed_store.read(path)]
    chosen = rng.sample(stored, min(count, len(stored)))
    for path in chosen:
        content = signed_store.read(path)
        part = signed_store.report(content)
        (exercise,) = part.exercises
        passed = all(one.outcome is Outcome.PASSED for one in exercise.checks)
        checks = tuple(
            replace(one, points=0.0 if passed else one.max_points, outcome=Outcome.PASSED) for one in exercise.checks
        )  # what has failed would not be taken for a result that everybody may use
        wrong = replace(part, exercises=(replace(exercise, checks=checks),))
        signed_store.write(path, {**content, **signed_store.plain(wrong)})
    return {path.stem for path in chosen}


def expected(frames: list[list[int]], groups: list[set[int]], count: int, seed: int) -> float:
    """How many groups have a member that is drawn, on average: of each frame the lowest share, by one order of all.

    Args:
        frames: numbers of results, of each shortcut. groups: numbers of those that get one planted result.
        count: of all results.
    """
    rng = np.random.default_rng(seed)
    hits = 0
    for _ in range(TRIED):
        order = rng.random(count)
        drawn: set[int] = set()
        for frame in frames:
            least = math.ceil(LEAST_RECHECK * len(frame) - 1e-9)
            drawn |= set(np.array(frame)[np.argsort(order[frame])[:least]].tolist()) if frame else set()
        hits += sum(bool(drawn & group) for group in groups)
    return hits / TRIED


def examine(plan: Plan, seed: int, jobs: int = 2) -> Found:
    """Grades a class, and plants wrong results in it."""
    assignment = assignment_folder.load(ROOT / "solutions" / plan.assignment)
    with tempfile.TemporaryDirectory(prefix="autograder-quality-") as place:
        one = GradedClass(assignment, plan, seed, Path(place), jobs)
        reports, first = one.graded(LEAST_RECHECK, Timed)
        by = Counter(shortcut.name for saved in first.saved.values() for shortcut in saved.shortcuts)
        results = sum(len(report.exercises) for report in reports)
        seconds = sum(report.seconds for report in reports)
        found = Found(results, dict(by), first.least, first.seconds / seconds, first.differing, first.everything)
        return _with_planted(found, one, plan, seed) if plan.planted else found


def _with_planted(found: Found, one: GradedClass, plan: Plan, seed: int) -> Found:
    names = plant(one.folder / "stored", plan.planted, random.Random(seed))
    entries: dict[tuple[str, str], str] = {}
    known = ResultCache.known

    def noted(self: ResultCache, facts: PageFacts, exercise: str) -> Known | None:
        key = self.key(facts, exercise)
        for name in {key, hash_of([key, facts.place])} & names:  # of everybody who has written the same, or of this page
            entries[facts.report.submission, exercise] = name
        return known(self, facts, exercise)

    Planted.entries = entries
    ResultCache.known = noted
    try:
        _reports, checked = one.graded(1.0, Planted)
    finally:
        ResultCache.known = known
    order = {key: number for number, key in enumerate(checked.saved)}
    frames = [[order[key] for key, saved in checked.saved.items() if shortcut in saved.shortcuts] for shortcut in Shortcut]
    groups = [{order[key] for key in units} for units in checked.units]
    mean = sum(checked.counts) / DRAWS
    error = float(np.std(checked.counts, ddof=1)) / DRAWS**0.5
    hit = sum(bool(units & checked.found) for units in checked.units)
    likely = expected(frames, groups, len(order), seed)
    return replace(
        found, planted=len(groups), found=hit, found_least=mean, expected_least=likely, deviation=error
    )


def text(found: dict[str, Found], seed: int) -> str:
    """The section of the document."""
    lines = [
        "## Shortcuts never decide a mark alone",
        "",
        "Grading saves work: an answer that several students wrote is judged once, equal networks are trained once, a network whose "
        "description is confirmed by numbers is trained from it, and results of earlier runs are taken again. In each class, "
        f"{LEAST_RECHECK:.0%} of the results that came by each of these shortcuts, and at least one, are judged in full as well. If "
        "one comes out differently, the whole class is judged without that shortcut. `--recheck 1` judges all of them in full.",
        "",
        "| class | pages | results | by a shortcut | judged in full at 2 % | seconds for it | judged in full at 100 % | differences |",
        "|---|---|---|---|---|---|---|---|",
    ]
    for name, one in found.items():
        plan = CLASSES[name]
        saved = ", ".join(f"{Shortcut[kind].value}: {count}" for kind, count in sorted(one.by.items()))
        lines.append(
            f"| {name}: {', '.join(f'`{function}`' for function in plan.functions)} | {plan.pages} | {one.results} | {saved} | "
            f"{one.redone} | {one.seconds_redone:.0%} of the class | {one.all_redone} | {one.differences} |"
        )
    lines += [
        "",
        "| class | wrong results planted | found at 100 % | found at 2 %, on average | expected at 2 % |",
        "|---|---|---|---|---|",
    ]
    lines += [
        f"| {name} | {one.planted} | {one.found} | {one.found_least:.2f} ± {one.deviation:.2f} | {one.expected_least:.2f} |"
        for name, one in found.items()
        if one.planted
    ]
    lines += [
        "",
        "The pages are made of references, alternatives and mistakes. The planted results have the right key and a right signature, "
        f"as a bug of the kit would leave them; the average is over {DRAWS} draws. One wrong result is rarely found at 2 %. A "
        "shortcut that is wrong for many results is: if one in ten is wrong, "
        f"a class with 500 such results notices it with probability {1 - 0.9**10:.0%}, and with 1,500 with {1 - 0.9**30:.0%}.",
        "",
        *([said, ""] if (said := training_spread.sentence()) else []),
        f"Made by `python tests/quality/shortcuts.py`, seed {seed}.",
    ]
    return "\n".join(lines)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--seed", type=int, default=SEED)
    parser.add_argument("--only", choices=CLASSES)
    parser.add_argument("--pages", type=int)
    parser.add_argument("--keep", type=Path, help="a file in which what was found is kept; classes that are in it are not graded again")
    options = parser.parse_args()
    kept = json.loads(options.keep.read_text()) if options.keep and options.keep.is_file() else {}
    found = {name: Found(**one) for name, one in kept.items()}
    for name, plan in CLASSES.items():
        if name in found or options.only not in (None, name):
            continue
        found[name] = examine(replace(plan, pages=options.pages or plan.pages), options.seed)
        print(name, found[name], flush=True)
        if options.keep:
            options.keep.write_text(json.dumps({one: asdict(of) for one, of in found.items()}, indent=1))
    if (options.pages, options.seed) == (None, SEED) and (options.keep or options.only is None):
        document.write_section("shortcuts", text(found, SEED))


if __name__ == "__main__":
    main()
