"""What do the checks say to answers that their author did not think of? Judges new right and wrong answers, and mutants.

    python tests/quality/new_answers.py bank_marketing              all functions, and their rows in ANSWERS.md
    python tests/quality/new_answers.py bank_marketing split        one function, and its row
    python tests/quality/new_answers.py bank_marketing --only 3     some answers of each kind, always the same; nothing is written

The answers to a function are the cells of ``tests/quality/answers/<assignment>/<function>.py``. None is among the mistakes or
alternatives. The first line of a cell says what it is:

    # %% right: <how it is written>
    # %% wrong: <what was done>
    # %% wrong, known as <mistake>: <what was done>      the lesson of this mistake was read, and is true of this answer;
                                                         of two: <mistake> and <mistake>
    # %% equivalent: <mutant, as it is printed>          below it a comment: why the mutant is right

Mutants are small changes of the reference: those of ``tests/mutation/operators.py`` and those of ``autograder draft``.
"""

from __future__ import annotations

import argparse
import ast
import random
import re
import sys
import textwrap
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

ROOT = Path(__file__).parents[2]
sys.path.insert(0, str(ROOT / "tests/mutation"))

import operators  # noqa: E402
from kept_results import KeptResults  # noqa: E402

from autograder.authoring import draft_mutants  # noqa: E402
from autograder.content import assignment_folder  # noqa: E402
from autograder.content.assignment import Assignment, SampleAnswer  # noqa: E402
from autograder.core.records import ExerciseResult  # noqa: E402
from autograder.core.settings import Settings  # noqa: E402
from autograder.grading.grader import graders, judge_programs  # noqa: E402
from autograder.judging.diagnosis import Diagnosis  # noqa: E402
from autograder.sandbox.launcher import Starters  # noqa: E402

ANSWERS = ROOT / "tests/quality/answers"
REPORT = ROOT / "tests/quality/ANSWERS.md"
HEADER = re.compile(r"# %% (right|wrong|equivalent)(?:, known as (\w+(?: and \w+)*))?: (.+)")
TOGETHER = 8  # programs that are judged before their results are kept
HEAD = """# New answers

What the checks say to answers that are not among the mistakes and alternatives, and to small changes (mutants) of the
reference. Written by `python tests/quality/new_answers.py <assignment>`, which says what the words mean; the answers are in
`tests/quality/answers/`.
"""
ROW = re.compile(r"^\| `(\w+)` \| ([\d |]+) \|$", re.MULTILINE)
FAULT = re.compile(r"^- `(\w+)`: (.+)$", re.MULTILINE)
COLUMNS = "| function | mistakes | alternatives | new right | accepted | new wrong | caught | named | mutants | killed | equivalent |"


@dataclass(frozen=True)
class Answer:
    """One cell of a file of answers.

    Attributes:
        kind: ``right``, ``wrong`` or ``equivalent``; known: the mistakes whose lessons are true of it.
        text: what the first line says; source: the code below it.
    """

    kind: str
    known: tuple[str, ...]
    text: str
    source: str


def read_answers(path: Path) -> list[Answer]:
    """The answers of a file.

    Raises:
        ValueError: a cell begins with another line, is not Python or does not define the function; or a title occurs twice.
    """
    answers: list[Answer] = []
    for cell in re.split(r"^(?=# %% )", path.read_text("utf-8"), flags=re.MULTILINE)[1:]:
        first, _, source = cell.partition("\n")
        found = HEADER.fullmatch(first.strip())
        if found is None:
            raise ValueError(f"{path.name}: no such cell: {first}")
        answer = Answer(found[1], tuple(sorted((found[2] or "").replace(" and ", " ").split())), found[3].strip(), source.strip() + "\n")
        if any((answer.kind, answer.text) == (other.kind, other.text) for other in answers):
            raise ValueError(f"{path.name}: twice: {first}")
        if answer.kind != "equivalent" and not re.search(rf"^(def {path.stem}\(|{path.stem}\s*=)", source, re.MULTILINE):
            raise ValueError(f"{path.name}: does not define {path.stem}: {first}")
        ast.parse(source)
        answers.append(answer)
    return answers


def mutants_of(assignment: Assignment, function: str) -> dict[str, str]:
    """What is printed of a mutant -> the source of the function."""
    found = next(
        node
        for cell in assignment.reference.page.cells
        if f"def {function}(" in cell.source
        for node in ast.parse(cell.source).body
        if isinstance(node, ast.FunctionDef) and node.name == function
    )
    bare = ast.unparse(draft_mutants.without_docstring(found))
    sources = {
        ast.unparse(operators.changed(bare, one.number)): one.text.removeprefix(f"{function}: ")
        for one in operators.mutants("page", bare)
    }
    for change in draft_mutants.mutants(found):
        sources.setdefault(change.source, change.shown)
    texts: dict[str, str] = {}
    for source, text in sources.items():
        if source != bare:
            number = sum(other == text or other.startswith(f"{text} #") for other in texts)
            texts[f"{text} #{number + 1}" if number else text] = source
    return texts


@dataclass
class Found:
    """What came of the answers to one function.

    Attributes:
        counts: the numbers of a row of the report. faults: what is not as it should be; notes: what a person reads.
    """

    counts: dict[str, int]
    faults: list[str] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)


def judged(assignment: Assignment, wanted: dict[str, list[SampleAnswer]], kept: KeptResults) -> dict[str, list[ExerciseResult]]:
    """The results of programs, with the names of known mistakes; those that are kept are not judged again."""
    settings = Settings(dataset=assignment.substitute)
    names = tuple(name for name, programs in wanted.items() if any(kept.find(one) is None for one in programs))
    if not names:
        return {name: [found for one in programs if (found := kept.find(one)) is not None] for name, programs in wanted.items()}
    with graders(assignment, names, settings) as pool, Starters(settings.spawn, settings.isolation) as starters:
        diagnosis = Diagnosis(assignment, settings, starters)
        for name in names:
            missing = [one for one in wanted[name] if kept.find(one) is None]
            for first in range(0, len(missing), TOGETHER):
                some = missing[first : first + TOGETHER]
                results = judge_programs(pool, {name: some}, lambda name: None)[name]
                kept.keep({one: diagnosis.name(result).report for one, result in zip(some, results, strict=True)})
            print(f"  {name}", flush=True)
    return {name: [found for one in programs if (found := kept.find(one)) is not None] for name, programs in wanted.items()}


def _program(function: str, kind: str, number: int, source: str) -> SampleAnswer:
    return SampleAnswer(f"{kind}_{number}", function, source, Path(f"{function}__{kind}_{number}.py"))


def _lost(result: ExerciseResult) -> bool:
    return result.score < result.max_score


def examine(assignment: Assignment, functions: list[str], only: int | None, keep: Path | None = None) -> dict[str, Found]:
    """Judges the new answers and the mutants of some functions.

    Args:
        only: so many answers of each kind, and no mutants. keep: see ``KeptResults``.
    """
    answers = {name: read_answers(ANSWERS / assignment.name / f"{name}.py") for name in functions}
    if only is not None:
        answers = {name: list(_some(name, of, only)) for name, of in answers.items()}
    tried = {name: [one for one in of if one.kind != "equivalent"] for name, of in answers.items()}
    mutants = {name: mutants_of(assignment, name) if only is None else {} for name in functions}
    wanted = {
        name: [_program(name, one.kind, number, one.source) for number, one in enumerate(tried[name])]
        + [_program(name, "mutant", number, source) for number, source in enumerate(mutants[name].values())]
        for name in functions
    }
    results = judged(assignment, wanted, KeptResults(keep, assignment))
    found = {}
    for name in functions:
        equivalent = {one.text for one in answers[name] if one.kind == "equivalent"}
        found[name] = _found(assignment, name, tried[name], list(mutants[name]), equivalent, results[name])
    return found


def _some(name: str, answers: list[Answer], only: int) -> Iterator[Answer]:
    for kind in ("right", "wrong"):
        of = [one for one in answers if one.kind == kind]
        yield from random.Random(name).sample(of, min(only, len(of)))


def _found(assignment: Assignment, name: str, tried: list[Answer], mutants: list[str], equivalent: set[str], results: list[ExerciseResult]) -> Found:
    right = [(one, result) for one, result in zip(tried, results, strict=False) if one.kind == "right"]
    wrong = [(one, result) for one, result in zip(tried, results, strict=False) if one.kind == "wrong"]
    of_mutants = dict(zip(mutants, results[len(tried) :], strict=True))
    named = [sorted({check.mistake for check in result.checks if check.mistake}) for _, result in wrong]
    killed = {text for text, result in of_mutants.items() if _lost(result)}
    out = Found(
        {
            "mistakes": sum(one.function == name for one in assignment.mistakes),
            "alternatives": sum(one.function == name for one in assignment.alternatives),
            "new right": len(right),
            "accepted": sum(not _lost(result) for _, result in right),
            "new wrong": len(wrong),
            "caught": sum(_lost(result) for _, result in wrong),
            "named": sum(map(bool, named)),
            "mutants": len(mutants),
            "killed": len(killed),
            "equivalent": len(equivalent - killed),
        }
    )
    for one, result in right:
        if _lost(result):
            out.faults.append(f"refused: {one.text}: {_said(result)}")
        out.notes += [f"right: {one.text}: {check.remark}" for check in result.checks if check.remark][:1]
    for (one, result), names in zip(wrong, named, strict=True):
        if not _lost(result):
            out.faults.append(f"passes: {one.text}")
        if new := sorted({*names} - {*one.known}):
            out.faults.append(f"named, and nobody has read it: {one.text}: {', '.join(new)}")
        if gone := sorted({*one.known} - {*names}):
            out.faults.append(f"no longer named: {one.text}: {', '.join(gone)}")
        out.notes.append(f"wrong: {one.text}: {result.score:g} of {result.max_score:g}; {_said(result)}")
    out.faults += [f"mutant survives: {text}" for text in of_mutants if text not in killed | equivalent]
    if mutants:
        out.faults += [f"not equivalent: {text}" for text in sorted(equivalent) if text in killed or text not in of_mutants]
    return out


def _said(result: ExerciseResult) -> str:
    """The first message that a student reads, with the name of the mistake and the checks that failed."""
    lost = [check for check in result.checks if check.points < check.max_points]
    if not lost:
        return "nothing"
    first = lost[0]
    lesson = next((f" [{check.mistake}: {check.feedback}]" for check in lost if check.mistake), "")
    return f"{' '.join(first.message.split())}{lesson} ({', '.join(check.name.removeprefix('test_') for check in lost)})"


def write(name: str, order: list[str], found: dict[str, Found]) -> None:
    """Puts the rows of some functions into the report; those of others stay as they are.

    Args:
        order: the functions of the assignment.
    """
    parts = {}
    if REPORT.is_file():
        for text in re.split(r"^(?=## )", REPORT.read_text("utf-8"), flags=re.MULTILINE)[1:]:
            parts[text.splitlines()[0].removeprefix("## ")] = text
    rows = {one[1]: [int(number) for number in one[2].split(" | ")] for one in ROW.finditer(parts.get(name, ""))}
    faults = [(one[1], one[2]) for one in FAULT.finditer(parts.get(name, "")) if one[1] not in found]
    rows |= {function: list(one.counts.values()) for function, one in found.items()}
    faults += [(function, fault) for function, one in found.items() for fault in one.faults]
    lines = [f"| `{function}` | {' | '.join(map(str, rows[function]))} |" for function in order if function in rows]
    lines.append(f"| together | {' | '.join(str(sum(column)) for column in zip(*rows.values(), strict=True))} |")
    part = [f"## {name}", "", COLUMNS, "|---" * COLUMNS.count(" | ") + "|---|", *lines]
    if faults:
        part += ["", "Not as it should be:", ""]
        part += [f"- `{function}`: {fault}" for function, fault in sorted(faults, key=lambda one: order.index(one[0]))]
    parts[name] = "\n".join(part)
    REPORT.write_text("\n\n".join([HEAD.strip(), *(parts[one].strip() for one in sorted(parts))]) + "\n", "utf-8")


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("assignment")
    parser.add_argument("functions", nargs="*", help="all, if none is named")
    parser.add_argument("--only", type=int, metavar="N", help="so many answers of each kind, and no mutants")
    parser.add_argument("--quiet", action="store_true", help="print faults only, not what each answer was told")
    parser.add_argument("--keep", type=Path, metavar="FILE", help="keep what was found there, so that a run can go on where it was stopped")
    options = parser.parse_args()
    assignment = assignment_folder.load(ROOT / "solutions" / options.assignment)
    with_answers = [one.name for one in assignment.exercises if (ANSWERS / assignment.name / f"{one.name}.py").is_file()]
    functions = options.functions or with_answers
    found = examine(assignment, functions, options.only, options.keep)
    for function, one in found.items():
        print(f"{function}: " + ", ".join(f"{number} {column}" for column, number in one.counts.items()))
        for text in [*([] if options.quiet else one.notes), *(f"FAULT {fault}" for fault in one.faults)]:
            print(textwrap.indent(text, "  "))
    if options.only is None:
        write(assignment.name, [one.name for one in assignment.exercises], found)
    return int(any(one.faults for one in found.values()))


if __name__ == "__main__":
    sys.exit(main())
