"""Are similar answers found, and only these? Classes are composed, with planted copies, and looked through as ``autograder similar`` does.

    python tests/quality/similar.py                         all, and the section in docs/quality.md
    python tests/quality/similar.py mnist --students 20     one assignment, smaller, without the section

In these classes only the planted copies are copies: each other answer is drawn by the seed from the right answers and
the mistakes of an assignment, and then rewritten a few times (``rewrites``). For a planted copy, one student's answer is given to another
one with all variables renamed, statements in another order, and one helper function taken out. Half of the programs that are copied are
ones that the assignment, as the comparison is given it, does not know: a student has written them, and no alternative says the same. What
the assignment says counts for nothing, so only answers are copied of which some statements are in none of its programs, apart from names.
"""

from __future__ import annotations

import argparse
import ast
import json
import random
import sys
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

import document
import fairness_plan
import rewrites
from rewrites.program import ON_TEXT

from autograder.content import submission as submissions
from autograder.content.assignment import Assignment, SampleAnswer
from autograder.content.mistake_fingerprints import STORE
from autograder.core.records import CheckResult, ExerciseResult, Outcome
from autograder.grading.similar.class_answers import ClassAnswer, ClassRead, answer_of
from autograder.grading.similar.known_code import known_code
from autograder.grading.similar.pairs import SimilarPair, similar_pairs

SEED = 22
STUDENTS, PLANTED, FIRST = 30, 50, 60
NEEDED = 0.9  # of the planted copies, in the first pairs
WRONG = 0.25  # of a class's answers
ROUNDS = 2  # of rewriting, each with one to four operators
FEWEST_OWN = 3  # statements of an answer that is copied, which no program of the assignment has, apart from names
ALONE = 1000  # answers to functions of one line
ONE_LINE = 3  # statements of a program at most: the definition, its line, and perhaps an import
MOST_TRIES = 40
FIXED_TEXT = frozenset(  # operators that put in the same unusual lines each time: two answers with them have these from one author
    "asserts constants_on_the_page counts_its_calls decorated descriptions earlier_version_above generator_gives_the_result in_a_thread inside_try "
    "locals_in_an_object loop_with_an_iterator made_by_a_function match_statement messages_elsewhere method_of_a_class partial_of_a_function prints "
    "tried_out_below".split()
)
COPYING = (("renamed_locals",), ("reordered_statements",), ("helper_for_a_step", "helper_for_the_end"))  # one of each

Place = tuple[str, int]  # exercise, student


@dataclass(frozen=True)
class Composed:
    """A class.

    Attributes:
        answers: where each is -> the program, and the mistake that it is made from, or empty.
        copies: (exercise, one student, other student).
        held: programs that the comparison does not know.
    """

    answers: dict[Place, tuple[str, str]]
    copies: set[tuple[str, int, int]]
    held: frozenset[str]


@dataclass(frozen=True)
class Found:
    """What came of a class: its answers, the copies in it, those in the first pairs, and all pairs and copies that are listed."""

    answers: int
    planted: int
    in_first: int
    listed: int
    true: int


def without_lesson(source: str) -> str:
    """A program without descriptions: they are the assignment's."""
    tree = ast.parse(source)
    for node in ast.walk(tree):
        if isinstance(node, (ast.Module, ast.FunctionDef)) and ast.get_docstring(node) is not None:
            del node.body[0]
    return ast.unparse(tree) + "\n"


def rewritten(source: str, function: str, rng: random.Random, left_out: frozenset[str], rounds: int = ROUNDS) -> str:
    """A program after some rounds of rewriting."""
    operators = {name: one for name, one in rewrites.OPERATORS.items() if name not in left_out | ON_TEXT}  # a syntax tree has no layout
    for _ in range(rounds):
        for name in rng.sample(sorted(operators), len(operators))[: rng.randint(2, 2 * rewrites.MOST)]:
            source = rewrites.rewritten(name, source, function, rng) or source
    return source


def copied(source: str, function: str, rng: random.Random) -> str | None:
    """The same program under other names, in another order, and with a helper; None if one of these is not possible."""
    for names in COPYING:
        new = rewrites.rewritten(rng.choice(names), source, function, rng)
        if new is None:
            return None
        source = new
    return source


def answer(assignment: Assignment, function: str, student: str, source: str, result: ExerciseResult | None = None) -> ClassAnswer | None:
    page = submissions.from_source(source, student, assignment.functions, frozenset(), f"{assignment.name}.py", assignment.demo_calls)
    return answer_of(page, function, result, page.page.name)


def is_fit(assignment: Assignment, function: str, source: str) -> bool:
    try:
        ast.parse(source)
        return answer(assignment, function, "", source) is not None
    except (SyntaxError, ValueError):
        return False


def programs(assignment: Assignment, function: str, kind: str) -> dict[str, str]:
    """The right answers or mistakes that the assignment itself has: the reference, alternatives, mistakes."""
    found = fairness_plan.programs_of(assignment, function, kind)
    own = {"reference", *(one.name for one in (*assignment.alternatives, *assignment.mistakes) if one.function == function)}
    return {name: text for name, source in found.items() if name in own and rewrites.can_be_rewritten(text := without_lesson(source), function)}


def statements(source: str) -> set[str]:
    """The statements of a program without names, each without those inside of it."""
    found = set()
    for node in ast.walk(ast.parse(source)):
        if not isinstance(node, ast.stmt) or isinstance(node, (ast.Import, ast.ImportFrom, ast.FunctionDef, ast.ClassDef)):
            continue
        fields = [value for name, value in ast.iter_fields(node) if name not in ("body", "orelse", "finalbody", "handlers", "cases")]
        parts = [inner for value in fields for one in (value if isinstance(value, list) else [value]) if isinstance(one, ast.AST) for inner in ast.walk(one)]
        found.add(f"{type(node).__name__} {' '.join(_nameless(one) for one in parts)}")
    return found


def _nameless(node: ast.AST) -> str:
    """A node of a syntax tree in a word, without what people call things."""
    said = getattr(node, "attr", None) or (repr(node.value) if isinstance(node, ast.Constant) else "")
    return f"{type(node).__name__}{said}"


def compose(assignment: Assignment, students: int, planted: int, seed: int, functions: Sequence[str] = (), left_out: frozenset[str] = FIXED_TEXT) -> Composed:
    """A class with planted copies.

    Args:
        functions: that the class has written; all by default. left_out: operators that are not used.
    """
    functions = sorted(functions or assignment.functions)
    rng = random.Random(f"{seed} {assignment.name}")
    everything = [*assignment.alternatives, *assignment.mistakes]
    fit_for_it = [one for one in everything if one.function in functions and rewrites.can_be_rewritten(one.source, one.function)]
    held = rng.sample(fit_for_it, min(2 * planted, len(fit_for_it) // 4))
    unknown = {one.path.name for one in held}
    known = statements(assignment.source).union(*(statements(one.source) for one in known_programs(assignment, frozenset(unknown))))
    answers: dict[Place, tuple[str, str]] = {}
    for function in functions:
        pools = {kind: programs(assignment, function, kind) for kind in ("right", "mistake")}
        mine = {one.name for one in held if one.function == function}
        for student in range(students):
            for _ in range(MOST_TRIES):
                kind = "mistake" if rng.random() < WRONG else "right"
                name = rng.choice(sorted(name for name in pools[kind] if name not in mine))
                source = rewritten(pools[kind][name], function, rng, left_out)
                if is_fit(assignment, function, source):
                    answers[function, student] = source, name if kind == "mistake" else ""
                    break
    copies: set[tuple[str, int, int]] = set()
    taken: set[Place] = set()
    fit = [place for place in sorted(answers) if len(statements(answers[place][0]) - known) >= FEWEST_OWN]
    for _ in range(MOST_TRIES * planted):
        program = rng.choice(held) if held and len(copies) % 2 else None
        (function, one), other = rng.choice(fit), rng.randrange(students)
        if program is not None:
            function, one = program.function, rng.randrange(students)
        if one == other or {(function, one), (function, other)} & taken:
            continue
        source, mistake = answers[function, one]
        if program is not None:
            source = rewritten(without_lesson(program.source), function, rng, left_out)
            mistake = program.name if program in assignment.mistakes else ""
            if not is_fit(assignment, function, source) or len(statements(source) - known) < FEWEST_OWN:
                continue
        new = copied(source, function, rng)
        if new is None or not is_fit(assignment, function, new):
            continue
        answers[function, one], answers[function, other] = (source, mistake), (new, mistake)
        held = [left for left in held if left is not program]
        taken |= {(function, one), (function, other)}
        copies.add((function, min(one, other), max(one, other)))
        if len(copies) == planted:
            break
    return Composed(answers, copies, frozenset(unknown))


def _statements(source: str) -> int:
    return sum(isinstance(node, ast.stmt) for node in ast.walk(ast.parse(source)))


def results(assignment: Assignment) -> dict[tuple[str, str], ExerciseResult]:
    """What the checks say of each known mistake, as the build has noted it."""
    store = json.loads((assignment.folder / "mistakes" / STORE).read_text("utf-8"))
    found = {}
    for function, entry in store["exercises"].items():
        for one in entry["mistakes"]:
            checks = tuple(
                CheckResult(check, check, Outcome(outcome), 0.0, 1.0, json.dumps(evidence), one["name"] if outcome != "passed" else None)
                for check, (outcome, evidence) in one["checks"].items()
            )
            found[function, one["name"]] = ExerciseResult(function, checks)
    return found


def read(assignment: Assignment, answers: dict[Place, tuple[str, str]]) -> ClassRead:
    said = results(assignment)
    found = [
        answer(assignment, function, f"{student:04}", source, said.get((function, mistake)))
        for (function, student), (source, mistake) in sorted(answers.items())
    ]
    return ClassRead(len({student for _function, student in answers}), tuple(one for one in found if one is not None), {}, ())


def known_programs(assignment: Assignment, unknown: frozenset[str]) -> list[SampleAnswer]:
    return [one for one in (*assignment.alternatives, *assignment.mistakes) if one.path.name not in unknown]


def measure(assignment: Assignment, composed: Composed, first: int = FIRST) -> tuple[Found, list[tuple[str, int, int]], list[SimilarPair]]:
    """Looks for the planted copies.

    Returns:
        What was found; the copies that are not in the first pairs; the pairs that are listed and no copies.
    """
    of = read(assignment, composed.answers)
    pairs = similar_pairs(of, known_code(assignment, known_programs(assignment, composed.held)))
    places = [(one.exercise, *sorted((int(one.one), int(one.other)))) for one in pairs]
    is_copy = [place in composed.copies for place in places]
    found = Found(len(of.answers), len(composed.copies), sum(is_copy[:first]), len(pairs), sum(is_copy))
    return found, sorted(composed.copies.difference(places[:first])), [pair for pair, true in zip(pairs, is_copy, strict=True) if not true]


def one_line_functions(assignment: Assignment) -> list[str]:
    """The functions whose reference is one line."""
    return [name for name in sorted(assignment.functions) if _statements(programs(assignment, name, "right")["reference"]) == 2]


def alone(assignment: Assignment, function: str, count: int, seed: int, left_out: frozenset[str] = FIXED_TEXT) -> list[SimilarPair]:
    """The pairs that are listed among independent right answers to one function. There should be none."""
    rng = random.Random(f"{seed} {assignment.name} {function}")
    pool = {name: source for name, source in programs(assignment, function, "right").items() if _statements(source) <= ONE_LINE}
    answers: dict[Place, tuple[str, str]] = {}
    while len(answers) < count:
        source = rewritten(pool[rng.choice(sorted(pool))], function, rng, left_out, rounds=1)
        if is_fit(assignment, function, source):
            answers[function, len(answers)] = source, ""
    return similar_pairs(read(assignment, answers), {function: known_code(assignment)[function]})


def main(words: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("assignments", nargs="*", help="all, if none is named; only then the section is written")
    parser.add_argument("--students", type=int, default=STUDENTS)
    parser.add_argument("--planted", type=int, default=PLANTED)
    parser.add_argument("--alone", type=int, default=ALONE, help="answers to functions of one line, in all")
    parser.add_argument("--seed", type=int, default=SEED)
    parser.add_argument("--keep", type=Path, help="folder in which finished parts are kept, for a run that is stopped")
    parser.add_argument("--show", action="store_true", help="print what was missed, and what else was listed")
    asked = parser.parse_args(words)
    names = asked.assignments or list(fairness_plan.ASSIGNMENTS)
    found: dict[str, Found] = {}
    for name in names if asked.planted else []:
        part = kept(asked.keep, f"planted-{name}-{asked.students}-{asked.planted}-{asked.seed}", lambda name=name: planted_in(name, asked))
        found[name] = Found(**part)
        print(name, found[name], flush=True)
    lines = [(name, function) for name in names for function in one_line_functions(fairness_plan.load(name))]
    alone_in: dict[tuple[str, str], tuple[int, int]] = {}
    for number, (name, function) in enumerate(lines if asked.alone else []):
        count = asked.alone // len(lines) + (number < asked.alone % len(lines))
        part = kept(asked.keep, f"alone-{name}-{function}-{count}-{asked.seed}", lambda name=name, function=function, count=count: listed_alone(name, function, count, asked))
        alone_in[name, function] = count, part
        print(name, function, *alone_in[name, function], flush=True)
    if not asked.assignments and found and alone_in:
        document.write_section("similar", section(found, alone_in, asked))
    return int(bool(faults(found, alone_in)))


def planted_in(name: str, asked: argparse.Namespace) -> dict[str, int]:
    assignment = fairness_plan.load(name)
    composed = compose(assignment, asked.students, asked.planted, asked.seed)
    found, missed, others = measure(assignment, composed, asked.planted + FIRST - PLANTED)
    if asked.show:
        show(composed, missed, others)
    return asdict(found)


def listed_alone(name: str, function: str, count: int, asked: argparse.Namespace) -> int:
    pairs = alone(fairness_plan.load(name), function, count, asked.seed)
    if asked.show:
        print(*pairs, sep="\n")
    return len(pairs)


def kept(folder: Path | None, title: str, work: Callable[[], Any]) -> Any:
    """What a part of the measurement has found, from the folder if it was done before."""
    path = folder and folder / f"{title}.json"
    if path is None:
        return work()
    if not path.is_file():
        done = json.dumps(work())
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(done)
    return json.loads(path.read_text())


def faults(found: dict[str, Found], alone_in: dict[tuple[str, str], tuple[int, int]]) -> list[str]:
    """What is not as it should be."""
    said = [f"{name}: only {one.in_first} of {one.planted} copies are in the first pairs" for name, one in found.items() if one.in_first < NEEDED * one.planted]
    return said + [f"{name}, {function}: {pairs} pairs of independent answers are listed" for (name, function), (_count, pairs) in alone_in.items() if pairs]


def section(found: dict[str, Found], alone_in: dict[tuple[str, str], tuple[int, int]], asked: argparse.Namespace) -> str:
    """The section of docs/quality.md."""
    rows = "\n".join(f"| `{name}` | {one.answers} | {one.planted} | {one.in_first} | {one.listed} | {one.true} |" for name, one in found.items())
    lines = "\n".join(f"| `{name}` | `{function}` | {count} | {count * (count - 1) // 2:,} | {pairs} |" for (name, function), (count, pairs) in alone_in.items())
    total, listed = sum(count for count, _pairs in alone_in.values()), sum(pairs for _count, pairs in alone_in.values())
    return f"""## Similar answers

In each class of {asked.students}, every answer is a right answer or a mistake of the assignment, rewritten by up to {2 * ROUNDS * rewrites.MOST} operators that keep its
meaning. Up to {asked.planted} answers are then replaced by copies of other students' answers: all variables are renamed, statements are in another order, and one helper function is
taken out. Half of the copied programs are unknown to the comparison. `autograder similar DIR` should have {NEEDED:.0%} of the copies in its first {asked.planted + FIRST - PLANTED} pairs.

| assignment | answers | planted copies | of them in the first {asked.planted + FIRST - PLANTED} pairs | pairs listed | of them planted |
|---|---|---|---|---|---|
{rows}

What the assignment says counts for nothing, so an answer is copied only if {FEWEST_OWN} of its statements are in none of its programs, apart from
names: a copy of the reference cannot be told from an answer that was written alone. {len(FIXED_TEXT)} operators are not used, because they write the same unusual
lines each time (a pool of threads, all variables in one dictionary): two answers with them have these lines from one author, which is what is looked for.

Of {total:,} independent right answers to functions of one line, {listed} {"pair is" if listed == 1 else "pairs are"} listed:

| assignment | function | answers | pairs | listed |
|---|---|---|---|---|
{lines}

Made by `python tests/quality/similar.py`, seed {asked.seed}; a sample of it is a test. No answer is run.
"""


def show(composed: Composed, missed: list[tuple[str, int, int]], others: list[SimilarPair]) -> None:
    """Prints the programs of pairs that were not found, and of those that should not be listed."""
    for function, one, other in missed:
        print("MISSED", function, one, other)
        print(composed.answers[function, one][0], "-------", composed.answers[function, other][0], sep="\n")
    for pair in others:
        print("ALSO", pair.exercise, pair.one, pair.other, round(pair.bits), round(pair.needed), *pair.reasons)
        print(composed.answers[pair.exercise, int(pair.one)][0], "-------", composed.answers[pair.exercise, int(pair.other)][0], sep="\n")


if __name__ == "__main__":
    sys.exit(main())
