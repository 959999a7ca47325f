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
import itertools
import json
import random
import sys
from collections import Counter
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
from autograder.grading.similar.pairs import COMMON, FEWEST_COMMON, SimilarPair, similar_pairs
from autograder.grading.similar.token_rows import rows_of

SEEDS = (201, 202, 203)  # settings were chosen with other ones: 1 to 50
STUDENTS, PLANTED, FIRST = 30, 50, 60
NEEDED = 0.9  # of the planted copies, in the first pairs
WRONG = 0.25  # of a class's answers
ROUNDS = 2  # of rewriting, each with one to four operators
FEWEST_OWN = 3  # statements of an answer that is copied, which no program of the assignment and few of the class have, apart from names
ALONE = 1000  # answers to functions of one line
ONE_LINE = 3  # statements of a program at most: the definition, its line, and perhaps an import
MOST_TRIES = 40
WORDS = "ka lo mi ne po ru sa ti ve zu".split()  # parts of words that a student has thought of
NOT_SAID = {"getattr", "hasattr", "setattr"}  # calls whose texts are names
THAT_SAY = frozenset(  # operators that add a text of the student's own: what is printed, why something is asserted, the name of a key
    "asserts counts_its_calls decorated descriptions earlier_version_above locals_in_an_object messages_elsewhere prints tried_out_below".split()
)
COPYING = (("renamed_locals",), ("reordered_statements",), ("helper_for_a_step", "helper_for_the_end"))  # one of each

Place = tuple[str, int]  # exercise, student
Row = tuple[str, ...]  # the tokens of a statement


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


def rewritten(source: str, function: str, rng: random.Random, rounds: int = ROUNDS) -> str:
    """A program after some rounds of rewriting; a text that is new in it is another one for each student."""
    operators = {name: one for name, one in rewrites.OPERATORS.items() if name not in ON_TEXT}  # a syntax tree has no layout
    own = _OwnTexts(source, rng)
    for _ in range(rounds):
        for name in rng.sample(sorted(operators), len(operators))[: rng.randint(2, 2 * rewrites.MOST)]:
            new = rewrites.rewritten(name, source, function, rng)
            source = source if new is None else own.said(new) if name in THAT_SAY else new
    return source


class _OwnTexts(ast.NodeTransformer):
    """Puts other words into the place of texts that an operator has added: two students do not say the same thing in the same words.

    Args:
        source: of the program before; what it says stays.
    """

    def __init__(self, source: str, rng: random.Random) -> None:
        self.rng = rng
        self.words = {node.value: node.value for node in ast.walk(ast.parse(source)) if isinstance(node, ast.Constant) and isinstance(node.value, str)}

    def said(self, source: str) -> str:
        return ast.unparse(self.visit(ast.parse(source))) + "\n"

    def visit_Call(self, node: ast.Call) -> ast.AST:
        if isinstance(node.func, ast.Name) and node.func.id in NOT_SAID:
            return node
        node.func = self.visit(node.func)
        node.args = [self.visit(one) for one in node.args]  # what follows a keyword is a setting
        return node

    def visit_Compare(self, node: ast.Compare) -> ast.AST:
        return node

    def visit_Constant(self, node: ast.Constant) -> ast.AST:
        if not isinstance(node.value, str) or not node.value:
            return node
        new = " ".join("".join(self.rng.choices(WORDS, k=self.rng.randint(2, 3))) for _ in node.value.split()[:3])
        return ast.copy_location(ast.Constant(self.words.setdefault(node.value, new or "ka")), node)


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


def rows(assignment: Assignment, function: str, source: str) -> set[Row] | None:
    """The statements of an answer as they are compared, without names and without what is nobody's own; None if it cannot be an answer."""
    try:
        ast.parse(source)
        found = answer(assignment, function, "", source)
    except (SyntaxError, ValueError):
        return None
    return None if found is None else {row.tokens for row in found.rows}


def programs(assignment: Assignment, function: str, kind: str) -> dict[str, str]:
    """The right answers or mistakes that the assignment itself has: the reference, alternatives, mistakes."""
    found = fairness_plan.programs_of(assignment, function, kind)
    own = {"reference", *(one.name for one in (*assignment.alternatives, *assignment.mistakes) if one.function == function)}
    return {name: text for name, source in found.items() if name in own and rewrites.can_be_rewritten(text := without_lesson(source), function)}


def rows_of_program(source: str) -> set[Row]:
    """The statements of a program of the assignment."""
    return {row.tokens for row in rows_of((0, one) for one in ast.parse(source).body)}


def common(assignment: Assignment, answers: dict[Place, tuple[str, str]], students: int) -> set[Row]:
    """The statements that many of a class have written, in whatever exercise: they are nobody's own."""
    pages: dict[int, set[Row]] = {}
    for (function, student), (source, _mistake) in answers.items():
        pages.setdefault(student, set()).update(rows(assignment, function, source) or ())
    having = Counter(row for page in pages.values() for row in page)
    return {row for row, times in having.items() if times > max(FEWEST_COMMON, COMMON * students)}


def compose(assignment: Assignment, students: int, planted: int, seed: int, functions: Sequence[str] = ()) -> Composed:
    """A class with planted copies.

    Args:
        functions: that the class has written; all by default.
    """
    functions = sorted(functions or assignment.functions)
    rng = random.Random(f"{seed} {assignment.name}")
    everything = [*assignment.alternatives, *assignment.mistakes]
    fit_for_it = [one for one in everything if one.function in functions and rewrites.can_be_rewritten(one.source, one.function)]
    held = rng.sample(fit_for_it, min(2 * planted, len(fit_for_it) // 4))
    unknown = {one.path.name for one in held}
    answers: dict[Place, tuple[str, str]] = {}
    pools: dict[str, dict[str, dict[str, str]]] = {}
    for function in functions:
        mine = {one.name for one in held if one.function == function}
        pools[function] = {kind: {name: text for name, text in programs(assignment, function, kind).items() if name not in mine} for kind in ("right", "mistake")}
        for student in range(students):
            for _ in range(MOST_TRIES):
                kind = "mistake" if rng.random() < WRONG else "right"
                name = rng.choice(sorted(pools[function][kind]))
                source = rewritten(pools[function][kind][name], function, rng)
                if rows(assignment, function, source) is not None:
                    answers[function, student] = source, name if kind == "mistake" else ""
                    break
    known = rows_of_program(assignment.source).union(*(rows_of_program(one.source) for one in known_programs(assignment, frozenset(unknown))))
    known |= common(assignment, answers, students)
    copies: set[tuple[str, int, int]] = set()
    taken: set[Place] = set()
    drawn = [(function, name, kind) for function in functions for kind in ("right", "mistake") for name in sorted(pools[function][kind])]
    for _ in range(MOST_TRIES * planted):
        if len(copies) == planted:
            break
        program = rng.choice(held) if held and len(copies) % 2 else None
        if program is not None:
            function, text, mistake = program.function, without_lesson(program.source), program.name if program in assignment.mistakes else ""
        else:
            function, name, kind = rng.choice(drawn)
            text, mistake = pools[function][kind][name], name if kind == "mistake" else ""
        free = [student for student in range(students) if (function, student) not in taken]
        source = rewritten(text, function, rng)
        if len(free) < 2 or len((rows(assignment, function, source) or set()) - known) < FEWEST_OWN:
            continue
        new = copied(source, function, rng)
        if new is None or rows(assignment, function, new) is None:
            continue
        one, other = rng.sample(free, 2)
        answers[function, one], answers[function, other] = (source, mistake), (new, mistake)
        held = [left for left in held if left is not program]
        taken |= {(function, one), (function, other)}
        copies.add((function, min(one, other), max(one, other)))
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


def alone(assignment: Assignment, function: str, count: int, seed: int) -> list[SimilarPair]:
    """The pairs that are listed among independent right answers to one function. There should be none."""
    rng = random.Random(f"{seed} {assignment.name} {function}")
    pool = {name: source for name, source in programs(assignment, function, "right").items() if _statements(source) <= ONE_LINE}
    answers: dict[Place, tuple[str, str]] = {}
    while len(answers) < count:
        source = rewritten(pool[rng.choice(sorted(pool))], function, rng, rounds=1)
        if rows(assignment, function, source) is not None:
            answers[function, len(answers)] = source, ""
    return similar_pairs(read(assignment, answers), {function: known_code(assignment)[function]})


def main(words: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("assignments", nargs="*", help="all, if none is named; only then the section is written")
    parser.add_argument("--students", type=int, default=STUDENTS)
    parser.add_argument("--planted", type=int, default=PLANTED)
    parser.add_argument("--alone", type=int, default=ALONE, help="answers to functions of one line, in all")
    parser.add_argument("--seeds", type=int, nargs="+", default=SEEDS)
    parser.add_argument("--keep", type=Path, help="folder in which finished parts are kept, for a run that is stopped")
    parser.add_argument("--show", action="store_true", help="print what was missed, and what else was listed")
    asked = parser.parse_args(words)
    names = asked.assignments or list(fairness_plan.ASSIGNMENTS)
    found: dict[tuple[str, int], Found] = {}
    for name, seed in itertools.product(names if asked.planted else [], asked.seeds):
        part = kept(asked.keep, f"planted-{name}-{asked.students}-{asked.planted}-{seed}", lambda name=name, seed=seed: planted_in(name, seed, asked))
        found[name, seed] = Found(**part)
        print(name, seed, found[name, seed], flush=True)
    lines = [(name, function) for name in names for function in one_line_functions(fairness_plan.load(name))]
    alone_in: dict[tuple[str, str], tuple[int, int]] = {}
    for number, (name, function) in enumerate(lines if asked.alone else []):
        count = asked.alone // len(lines) + (number < asked.alone % len(lines))
        parts = [kept(asked.keep, f"alone-{name}-{function}-{count}-{seed}", lambda seed=seed, name=name, function=function, count=count: listed_alone(name, function, count, seed, asked)) for seed in asked.seeds]
        alone_in[name, function] = count, sum(parts)
        print(name, function, *alone_in[name, function], flush=True)
    if not asked.assignments and found and alone_in:
        document.write_section("similar", section(found, alone_in, asked))
    return int(bool(faults(found, alone_in)))


def planted_in(name: str, seed: int, asked: argparse.Namespace) -> dict[str, int]:
    assignment = fairness_plan.load(name)
    composed = compose(assignment, asked.students, asked.planted, seed)
    found, missed, others = measure(assignment, composed, asked.planted + FIRST - PLANTED)
    if asked.show:
        show(composed, missed, others)
    return asdict(found)


def listed_alone(name: str, function: str, count: int, seed: int, asked: argparse.Namespace) -> int:
    pairs = alone(fairness_plan.load(name), function, count, seed)
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


def faults(found: dict[tuple[str, int], Found], alone_in: dict[tuple[str, str], tuple[int, int]]) -> list[str]:
    """What is not as it should be."""
    said = [f"{name}, seed {seed}: only {one.in_first} of {one.planted} copies are in the first pairs" for (name, seed), one in found.items() if one.in_first < NEEDED * one.planted]
    return said + [f"{name}, {function}: {pairs} pairs of independent answers are listed" for (name, function), (_count, pairs) in alone_in.items() if pairs]


def section(found: dict[tuple[str, int], Found], alone_in: dict[tuple[str, str], tuple[int, int]], asked: argparse.Namespace) -> str:
    """The section of docs/quality.md."""
    table = "\n".join(f"| `{name}` | {seed} | {one.answers} | {one.planted} | {one.in_first} | {one.listed} | {one.true} |" for (name, seed), one in found.items())
    times = len(asked.seeds)
    lines = "\n".join(f"| `{name}` | `{function}` | {f'{times} × ' if times > 1 else ''}{count} | {times * count * (count - 1) // 2:,} | {pairs} |" for (name, function), (count, pairs) in alone_in.items())
    total, listed = sum(count for count, _pairs in alone_in.values()), sum(pairs for _count, pairs in alone_in.values())
    first = asked.planted + FIRST - PLANTED
    return f"""## Similar answers

In each class of {asked.students}, every answer is a right answer or a mistake of the assignment, rewritten by up to {2 * ROUNDS * rewrites.MOST} operators that keep its
meaning. {asked.planted} answers are then replaced by copies of other students' answers: all variables are renamed, statements are in another order, and one helper function is
taken out. Half of the copied programs are unknown to the comparison. `autograder similar DIR` should have {NEEDED:.0%} of the copies in its first {first} pairs.

| assignment | seed | answers | planted copies | of them in the first {first} pairs | pairs listed | of them planted |
|---|---|---|---|---|---|---|
{table}

What the assignment says counts for nothing, and neither does what is common in the class. So an answer is copied only if {FEWEST_OWN} of its statements are in none
of the assignment's programs and in few other pages, apart from names: a copy of the reference cannot be told from an answer that was written alone. All operators are used. Where one adds a text
(what is printed, a name in a dictionary), each student gets other words: two people do not think of the same ones.

Of {total:,} independent right answers to functions of one line, {f"made again with each of {times} seeds" if times > 1 else f"seed {asked.seeds[0]}"}, {listed} {"pair is" if listed == 1 else "pairs are"} listed:

| assignment | function | answers | pairs | listed |
|---|---|---|---|---|
{lines}

Made by `python tests/quality/similar.py`, seeds {", ".join(map(str, sorted({seed for _name, seed in found})))}; the settings were chosen with other seeds. A sample of it is a test. No answer is run.
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
