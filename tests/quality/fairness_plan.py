"""What the fairness certificate rewrites: which programs, how often, and with which operators, all by a seed."""

from __future__ import annotations

import ast
import random
import re
import sys
from dataclasses import dataclass
from functools import cache
from pathlib import Path

ROOT = Path(__file__).parents[2]
sys.path.insert(0, str(ROOT / "tests/quality"))

import new_answers  # noqa: E402
import rewrites  # noqa: E402

from autograder.content import assignment_folder  # noqa: E402
from autograder.content.assignment import Assignment  # noqa: E402

ASSIGNMENTS = ("mnist", "fashion_mnist", "bank_marketing")
OF_MISTAKES = 0.2  # so many rewrites of mistakes for each rewrite of a right answer
WEIGHTS = {"light": 40.0, "figure": 4.0, "model": 1.0}  # what is quick to judge carries most
LOADS_KERAS = re.compile(r"^\s*(import|from) (keras|tensorflow)|\bkeras\.(?!datasets)", re.MULTILINE)


@dataclass(frozen=True)
class Rewrite:
    """One rewrite, and what became of it.

    Attributes:
        number: in its function; with the seed it says which program and which operators.
        kind: ``right`` or ``mistake``; program: its name; operators: in order.
        state: ``dropped`` by the oracle, or ``judged``.
        changed: what is different from the original, in words; empty if nothing is.
        source: kept only where something is different, so that a person can look at it.
    """

    assignment: str
    function: str
    kind: str
    number: int
    program: str
    operators: tuple[str, ...]
    state: str
    changed: str = ""
    source: str = ""


@dataclass(frozen=True)
class Share:
    """How much of the work one function gets.

    Attributes:
        kind: ``right`` or ``mistake``; size: a key of ``WEIGHTS``; count: of rewrites to judge.
        quick: leave out programs that load Keras where the exercise does not need it.
    """

    assignment: Assignment
    function: str
    kind: str
    size: str
    count: int
    quick: bool = False


@cache
def load(name: str) -> Assignment:
    return assignment_folder.load(ROOT / "solutions" / name)


def size_of(assignment: Assignment, function: str) -> str:
    libraries = assignment.exercise(function).libraries
    return "model" if "keras" in libraries else "figure" if "matplotlib.pyplot" in libraries else "light"


def programs_of(assignment: Assignment, function: str, kind: str) -> dict[str, str]:
    """Name -> source of the programs that are rewritten."""
    if kind == "mistake":
        return {one.name: one.source for one in assignment.mistakes if one.function == function}
    cell = next(one.source for one in assignment.reference.page.cells if f"def {function}(" in one.source)
    found = {"reference": "\n".join(ast.unparse(one) for one in ast.parse(cell).body if getattr(one, "name", "") == function) + "\n"}
    found |= {one.name: one.source for one in assignment.alternatives if one.function == function}
    path = new_answers.ANSWERS / assignment.name / f"{function}.py"
    if path.is_file():
        found |= {one.text: one.source for one in new_answers.read_answers(path) if one.kind == "right"}
    return found


@cache
def page_words(name: str) -> tuple[str, ...]:
    """Names that the page of an assignment uses outside of functions."""
    assignment = load(name)
    tree = ast.parse(assignment.reference.page.cells[0].source)
    for cell in assignment.reference.page.cells[1:]:
        tree.body += ast.parse(cell.source).body
    top = [one for one in tree.body if not isinstance(one, (ast.FunctionDef, ast.ClassDef, ast.Import, ast.ImportFrom))]
    found = {node.id for one in top for node in ast.walk(one) if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store)}
    return tuple(sorted(found | set(assignment.functions)))


def composed(share: Share, number: int, seed: int) -> tuple[str, str, tuple[str, ...], str] | None:
    """The ``number``-th rewrite of a function.

    Returns:
        The program's name, its source, the operators and the new source; None if no operator applies.
    """
    assignment, function = share.assignment, share.function
    chance = random.Random(f"{seed} {assignment.name} {function} {share.kind} {number}")
    programs = programs_of(assignment, function, share.kind)
    if share.quick:
        programs = {name: source for name, source in programs.items() if not LOADS_KERAS.search(source)}
    name = chance.choice(sorted(programs))
    found = rewrites.composed(programs[name], function, chance, page_words(assignment.name))
    return (name, programs[name], *found) if found is not None else None


def shares(names: list[str], functions: list[str], count: int, kinds: tuple[str, ...] = ("right", "mistake")) -> list[Share]:
    """How many rewrites of each function make so many rewrites of right answers, and those of mistakes."""
    chosen = [(load(name), one.name) for name in names for one in load(name).exercises if not functions or one.name in functions]
    weights = [WEIGHTS[size_of(*one)] for one in chosen]
    found = []
    for (assignment, function), weight in zip(chosen, weights, strict=True):
        size = size_of(assignment, function)
        part = count * weight / sum(weights)
        if "right" in kinds:
            found.append(Share(assignment, function, "right", size, max(1, round(part + 0.5))))
        if "mistake" in kinds and size == "light":
            found.append(Share(assignment, function, "mistake", size, max(1, round(part * OF_MISTAKES + 0.5))))
    return found
