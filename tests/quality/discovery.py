"""Does the catalogue grow? Known mistakes are taken out of it, and ``autograder discover`` has to find them again.

    python tests/quality/discovery.py                    30 mistakes of all assignments, and their section in docs/quality.md
    python tests/quality/discovery.py mnist --keep FOLDER --seconds 300      one assignment, in parts

By a seed, ten mistakes of each assignment are taken out of a copy of it. A class is made of ten rewrites of each
(``rewrites``, proven by ``oracle`` as for the fairness certificate), of right answers, and of mistakes that stay known. The class is graded and looked through by the real
commands. Of the right answers, half get a report that says that they fail a check, as after a change of the checks.
"""

from __future__ import annotations

import argparse
import ast
import contextlib
import io
import json
import multiprocessing
import os
import random
import shutil
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Sequence
from concurrent.futures import Executor, ProcessPoolExecutor
from dataclasses import asdict, dataclass, field
from functools import partial
from math import comb
from pathlib import Path
from typing import Any

import document
import oracle
import rewrites

from autograder import cli
from autograder.authoring import answer_groups
from autograder.cache import dependencies
from autograder.content import assignment_folder
from autograder.content.assignment import Assignment, SampleAnswer
from autograder.content.mistake_fingerprints import STORE
from autograder.core import libraries

ROOT = Path(__file__).parents[2]
SEED = 17
TAKEN, HEAVY, REWRITES, RIGHT, NAMED = 10, 1, 10, 3, 2  # mistakes of an assignment; of which need Keras, where none is trained; of each; of each exercise
NEEDED_BACK, NEEDED_INDEX = 0.8, 0.9
MOST_TRIES = 20  # for each rewrite that is wanted


@dataclass
class Found:
    """What came of a class.

    Attributes:
        mistakes: taken out: ``normalize: divides_by_256``.
        truth: the place of the mistake in that list, for each of their rewrites; groups: the group of the same answers; alone, -1.
        other: mistake -> the names that its rewrites got in place of none, and how often.
        right, right_in_groups: right answers, and how many of them are in a group.
        named, named_in_groups: the same of mistakes that are known.
        accepted, drafts: drafts that the audit would accept, and all of them.
    """

    mistakes: list[str]
    truth: list[int]
    groups: list[int]
    other: dict[str, dict[str, int]] = field(default_factory=dict)
    right: int = 0
    right_in_groups: int = 0
    named: int = 0
    named_in_groups: int = 0
    accepted: int = 0
    drafts: int = 0

    @property
    def back(self) -> list[str]:
        """The mistakes that came back: a group holds at least half of the rewrites, and of no other mistake."""
        found = []
        for place, mistake in enumerate(self.mistakes):
            of = [group for group, true in zip(self.groups, self.truth, strict=True) if true == place]
            group, times = Counter(of).most_common(1)[0]
            pure = all(true == place for one, true in zip(self.groups, self.truth, strict=True) if one == group)
            if group >= 0 and 2 * times >= len(of) and pure:
                found.append(mistake)
        return found


def adjusted_rand_index(one: Sequence[int], other: Sequence[int]) -> float:
    """How alike two partitions of the same things are: 1 if they are the same, about 0 if they agree by chance.

    Hubert and Arabie, Comparing partitions, Journal of Classification 2 (1985). Whatever is -1 is alone.

    Example:
        >>> adjusted_rand_index([0, 0, 1, 1], [5, 5, 3, 3]), adjusted_rand_index([0, 0, 1, 1], [0, 1, 0, 1])
        (1.0, -0.5)
    """
    first, second = ([label if label >= 0 else -2 - place for place, label in enumerate(labels)] for labels in (one, other))
    pairs = sum(comb(times, 2) for times in Counter(zip(first, second, strict=True)).values())
    of_one, of_other = (sum(comb(times, 2) for times in Counter(labels).values()) for labels in (first, second))
    chance = of_one * of_other / max(1, comb(len(first), 2))
    most = (of_one + of_other) / 2
    return 1.0 if most == chance else (pairs - chance) / (most - chance)


def chosen(assignment: Assignment, rng: random.Random, count: int, heavy: int, only: Sequence[str] = ()) -> list[SampleAnswer]:
    """Mistakes to take out, none of an exercise in which a network is trained: to train a class's networks takes an hour.

    Args:
        heavy: how many of exercises that need Keras all the same, where there are any.
    """
    fit = [one for one in assignment.mistakes if rewrites.can_be_rewritten(one.source, one.function)]
    fit = [one for one in fit if not only or one.function in only]
    slow = {one.name for one in assignment.exercises if libraries.heavy(one.libraries)}
    untrained = {name for name in slow if not answer_groups.training_checks(assignment.exercise(name).checks)}
    light = [one for one in fit if one.function not in slow]
    others = [one for one in fit if one.function in untrained]
    heavy = heavy if others else 0
    return [*rng.sample(light, count - heavy), *rng.sample(others, heavy)]


def without(assignment: Assignment, mistakes: Sequence[SampleAnswer], place: Path) -> Assignment:
    """A copy of an assignment in ``place/solutions`` that does not know some mistakes; what the others do is known as before."""
    folder = place / "solutions" / assignment.name
    shutil.copytree(assignment.folder, folder, ignore=shutil.ignore_patterns("__pycache__"))
    for one in mistakes:
        (folder / "mistakes" / one.path.name).unlink()
    left = assignment_folder.load(folder)
    store = json.loads((folder / "mistakes" / STORE).read_text("utf-8"))
    gone = {(one.function, one.name) for one in mistakes}
    for name, entry in store["exercises"].items():
        entry["mistakes"] = [one for one in entry["mistakes"] if (name, one["name"]) not in gone]
        entry["key"] = dependencies.fingerprint_key(left, name)
    (folder / "mistakes" / STORE).write_text(json.dumps(store), "utf-8")
    return assignment_folder.load(folder)


def page(assignment: Assignment, function: str, source: str) -> str:
    """A student's page with one answer, and those that its checks need beside it; all else is not begun."""
    needed = [one for one in dependencies.called(assignment, function) if one != function]
    tree = ast.parse(assignment.source)
    others = [ast.unparse(node) for node in tree.body if isinstance(node, ast.FunctionDef) and node.name in needed]
    return "\n\n# %% answer\n".join([assignment.stub, *others, source])


@dataclass(frozen=True)
class Plan:
    """A class, in a folder of its own with the assignment in ``solutions``, the pages and, later, the ``grades``.

    Attributes:
        mistakes: that were taken out; exercises: those that they are of.
        answers: page -> the place of its mistake; right, named: pages with right answers, and with known mistakes.
    """

    name: str
    mistakes: list[str]
    exercises: list[str]
    answers: dict[str, int]
    right: list[str]
    named: list[str]


def reworded(assignment: Assignment, one: SampleAnswer, rng: random.Random, count: int, prover: Executor) -> list[str]:
    """Different rewrites of a mistake, each proven to do the same, without its lesson.

    Raises:
        ValueError: so many were not found.
    """
    tree = ast.parse(one.source)
    del tree.body[: int(ast.get_docstring(tree) is not None)]  # a mistake's lesson is not the student's
    source = ast.unparse(tree) + "\n"
    found: dict[str, None] = {}
    for _ in range(MOST_TRIES * count):
        made = rewrites.composed(source, one.function, rng)
        if made is None or made[1] in found:
            continue
        if prover.submit(oracle.alike, assignment.name, one.function, source, made[1]).result():
            found[made[1]] = None
        if len(found) == count:
            return list(found)
    raise ValueError(f"only {len(found)} rewrites of {one.name}, a mistake of {one.function}")


def make_class(
    name: str, folder: Path, count: int, heavy: int, times: int, only: Sequence[str], seed: int, prover: Executor | None = None
) -> Plan:
    """Writes an assignment without some mistakes, and the pages of a class; see ``measure``."""
    if prover is None:
        with ProcessPoolExecutor(1, multiprocessing.get_context("spawn")) as apart:  # an answer may do anything
            return make_class(name, folder, count, heavy, times, only, seed, apart)
    for part in ("solutions", "pages"):
        shutil.rmtree(folder / part, ignore_errors=True)  # of a run that was stopped here
    rng = random.Random(f"{seed} {name}")
    whole = assignment_folder.load(ROOT / "solutions" / name)
    taken = chosen(whole, rng, count, heavy, only)
    left = without(whole, taken, folder)
    exercises = sorted({one.function for one in taken})
    plan = Plan(name, [f"{one.function}: {one.name}" for one in taken], exercises, {}, [], [])
    pages: dict[str, str] = {}

    def page_of(function: str, source: str) -> str:
        student = f"student{len(pages):03}"
        pages[student] = page(whole, function, source)
        return student

    for number, one in enumerate(taken):
        for text in reworded(whole, one, rng, times, prover):
            plan.answers[page_of(one.function, text)] = number
    for exercise in exercises:
        for programs, most, into in ((left.alternatives, RIGHT, plan.right), (left.mistakes, NAMED, plan.named)):
            of = [one for one in programs if one.function == exercise]
            into += [page_of(exercise, one.source) for one in rng.sample(of, min(most, len(of)))]
    for student, text in pages.items():
        place = folder / "pages" / student / f"{name}.py"
        place.parent.mkdir(parents=True)
        place.write_text(text, "utf-8")
    return plan


def grade(plan: Plan, jobs: int | None = None) -> dict[str, str]:
    """Grades the class in the current folder. Every second right answer then has a report that says that it is wrong.

    Returns:
        Page -> the known mistake that its answer is called by, where there is one.
    """
    words = ["grade", "pages", "--out", "grades", "--assignment", plan.name, *(["--jobs", str(jobs)] if jobs else [])]
    with contextlib.redirect_stdout(io.StringIO()):
        cli.main(words)
    for student in plan.right[::2]:
        path = Path("grades") / f"{student}.json"
        report = json.loads(path.read_text("utf-8"))
        check = next(check for one in report["exercises"] for check in one["checks"] if check["outcome"] == "passed")
        check.update(outcome="failed", points=0.0)
        path.write_text(json.dumps(report), "utf-8")
    names = {}
    for student in plan.answers:
        report = json.loads((Path("grades") / f"{student}.json").read_text("utf-8"))
        found = [check["mistake"] for one in report["exercises"] for check in one["checks"] if check["mistake"]]
        names |= {student: found[0]} if found else {}
    return names


def discover(exercise: str) -> dict[str, Any]:
    """What ``autograder discover --json`` says of one exercise of the class in the current folder."""
    with contextlib.redirect_stdout(io.StringIO()) as printed:
        cli.main(["discover", "grades", exercise, "--json"])
    return json.loads(printed.getvalue())


def measure(
    name: str,
    count: int = TAKEN,
    heavy: int = HEAVY,
    times: int = REWRITES,
    only: Sequence[str] = (),
    seed: int = SEED,
    keep: Path | None = None,
    is_over: Callable[[], bool] = lambda: False,
    jobs: int | None = None,
    prover: Executor | None = None,
) -> Found | None:
    """Takes mistakes out of an assignment and looks for them.

    Args:
        count: mistakes, of which ``heavy`` need Keras; times: rewrites of each.
        only: exercises to take them from; all by default.
        keep: a folder in which each step is kept for the next run.
        is_over: whether to stop after a step.
        jobs: processes that grade. prover: where programs run beside their rewrites; a process apart by default.

    Returns:
        None if it was stopped.
    """
    with contextlib.ExitStack() as stack:
        scratch = stack.enter_context(tempfile.TemporaryDirectory(prefix="discovery-"))
        folder = keep.resolve() / f"{name}-{seed}" if keep else Path(scratch)
        steps = folder / "steps"
        steps.mkdir(parents=True, exist_ok=True)
        stack.enter_context(contextlib.chdir(folder))

        def step(title: str, work: Callable[[], Any]) -> Any:
            path = steps / f"{title}.json"
            if not path.is_file():
                path.write_text(json.dumps(work()), "utf-8")
            return json.loads(path.read_text("utf-8"))

        plan = Plan(**step("class", lambda: asdict(make_class(name, folder, count, heavy, times, only, seed, prover))))
        names = step("graded", lambda: grade(plan, jobs))
        said = []
        for exercise in plan.exercises:
            if is_over():
                return None
            said.append(step(exercise, partial(discover, exercise)))
    return figures(plan, names, said)


def figures(plan: Plan, names: dict[str, str], said: Sequence[dict[str, Any]]) -> Found:
    """What came of a class.

    Args:
        names: from ``grade``. said: from ``discover``, for each exercise.
    """
    groups = [group for one in said for group in one["groups"]]
    group_of = {student: number for number, group in enumerate(groups) for student in group["students"]}
    found = Found(plan.mistakes, [*plan.answers.values()], [group_of.get(student, -1) for student in plan.answers])
    found.right, found.right_in_groups = len(plan.right), sum(one in group_of for one in plan.right)
    found.named, found.named_in_groups = len(plan.named), sum(one in group_of for one in plan.named)
    found.drafts, found.accepted = len(groups), sum(not group["objection"] for group in groups)
    names = names | {answer["student"]: answer["mistake"] for one in said for answer in one["named"]}
    for student, name in names.items():
        if student in plan.answers:
            times = found.other.setdefault(plan.mistakes[plan.answers[student]], {})
            times[name] = times.get(name, 0) + 1
    return found


def together(parts: Sequence[Found]) -> Found:
    """The classes of several assignments as one: no group of one is a group of another."""
    whole = Found([], [], [])
    for part in parts:
        offset, before = len(whole.mistakes), max([-1, *whole.groups]) + 1
        whole.mistakes += part.mistakes
        whole.truth += [place + offset for place in part.truth]
        whole.groups += [group + before if group >= 0 else -1 for group in part.groups]
        for name in ("right", "right_in_groups", "named", "named_in_groups", "accepted", "drafts"):
            setattr(whole, name, getattr(whole, name) + getattr(part, name))
    return whole


def faults(found: Found) -> list[str]:
    """What is not as it must be."""
    said = []
    if len(found.back) < NEEDED_BACK * len(found.mistakes):
        said.append(f"only {len(found.back)} of {len(found.mistakes)} mistakes came back")
    if (index := adjusted_rand_index(found.truth, found.groups)) < NEEDED_INDEX:
        said.append(f"the adjusted Rand index is {index:.3f}")
    if found.right_in_groups:
        said.append(f"{found.right_in_groups} right answers are in a group")
    return said


def section(parts: dict[str, Found], seed: int) -> str:
    """The section of docs/quality.md."""
    rows = [*parts.items(), ("together", together(list(parts.values())))]
    lines = [
        "## A catalogue that grows",
        "",
        f"{sum(len(one.mistakes) for one in parts.values())} known mistakes were taken out of the assignments (seed {seed}), and "
        f"{REWRITES} students made each of them, each in other words. Among them were right answers, half of them with a report that "
        "says they are wrong, and mistakes that stayed known. The class was graded, and `autograder discover DIR` looked for "
        "what its wrong answers have in common. A mistake has come back if a group holds at least half of its answers and no answer with "
        "another mistake. No exercise that trains a network is among these. The adjusted Rand index compares the groups with the truth: 1 means that they are the same.",
        "",
        "| assignment | mistakes | answers | came back | adjusted Rand index | right answers | of them in a group | known mistakes | of them in a group | drafts that need a lesson only |",
        "|---|---|---|---|---|---|---|---|---|---|",
    ]
    for name, one in rows:
        index = adjusted_rand_index(one.truth, one.groups)
        cells = [
            name if name == "together" else f"`{name}`",
            len(one.mistakes), len(one.truth), len(one.back), f"{index:.3f}", one.right, one.right_in_groups,
            one.named, one.named_in_groups, f"{one.accepted} of {one.drafts}",
        ]  # fmt: skip
        lines.append(f"| {' | '.join(map(str, cells))} |")
    lost = [mistake for one in parts.values() for mistake in one.mistakes if mistake not in one.back]
    if lost:
        lines += ["", "Not come back:", ""]
        lines += [f"- `{mistake}`{_why(mistake, parts)}" for mistake in lost]
    return "\n".join([*lines, "", "Made by `python tests/quality/discovery.py`; a sample of it is a test."])


def _why(mistake: str, parts: dict[str, Found]) -> str:
    for one in parts.values():
        if names := one.other.get(mistake):
            return ": its answers get the name " + ", ".join(f"`{name}` ({times} times)" for name, times in names.items())
    return ""


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("assignments", nargs="*", help="all, if none is named")
    parser.add_argument("--keep", type=Path, metavar="FOLDER", help="keep each step there, and do only those that are missing")
    parser.add_argument("--seconds", type=float, default=float("inf"), help="stop after the step in which they are over")
    parser.add_argument("--seed", type=int, default=SEED)
    options = parser.parse_args()
    every = sorted(path.parent.name for path in (ROOT / "solutions").glob("*/assignment.toml"))
    os.environ.setdefault("AUTOGRADER_DATA", "")
    started = time.monotonic()
    parts: dict[str, Found] = {}
    for name in options.assignments or every:
        found = measure(name, seed=options.seed, keep=options.keep, is_over=lambda: time.monotonic() - started > options.seconds)
        if found is None:
            print("Not all is measured yet. Run it again.")
            return 1
        parts[name] = found
    text = section(parts, options.seed)
    print(text)
    if set(parts) == set(every):
        document.write_section("discovery", text)
    said = faults(together(list(parts.values())))
    for fault in said:
        print(f"FAULT {fault}")
    return int(bool(said))


if __name__ == "__main__":
    sys.exit(main())
