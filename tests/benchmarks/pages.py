"""The pages that the benchmarks grade, made from an assignment's own folder: right answers, as the notebooks that a class hands in.

Forty networks, no two alike for the memory of trainings: the reference's, each started from another kind of random weights or
learning at another speed. Each can be written down in five ways, which are the same network to anybody who calculates. The other
functions are answered as the reference does, or in the ways of ``alternatives/``.
"""

from __future__ import annotations

import ast
import copy
import functools
import itertools
import random
import re
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import nbformat
from nbformat import v4

from autograder.content import assignment_folder
from autograder.content.assignment import Assignment, SampleAnswer
from autograder.content.solution_markers import BEGIN, END

ROOT = Path(__file__).parents[2]
SOLUTIONS = ROOT / "solutions"
SEED = 5
SIZE = 8  # pages of the class that all graders grade
FIRST = (  # kernel initializer, learning rate of adam; each reads enough with either budget
    ("glorot_uniform", 0.001),
    ("he_uniform", 0.001),
    ("glorot_normal", 0.001),
    ("he_normal", 0.001),
    ("lecun_uniform", 0.001),
    ("glorot_uniform", 0.0015),
    ("he_uniform", 0.0015),
    ("glorot_normal", 0.002),
)
STARTS = ("glorot_uniform", "he_uniform", "glorot_normal", "he_normal")
NETWORKS = (*FIRST, *itertools.product(STARTS, (0.0011, 0.0012, 0.0013, 0.0014, 0.0016, 0.0017, 0.0018, 0.0019)))
WITH_A_START = {"Dense", "Conv2D"}  # layers of Keras
MARKER = re.compile(r"^# %% (.+)\n", re.MULTILINE)
KERNEL = {"kernelspec": {"display_name": "Python 3", "language": "python", "name": "python3"}}


@dataclass(frozen=True)
class Handed:
    """One student's page: the code of each exercise's cell."""

    student: str
    answers: dict[str, str]


@functools.cache
def load(name: str) -> Assignment:
    """An assignment of the kit, with its answers."""
    return assignment_folder.load(SOLUTIONS / name)


def distinct(assignment: Assignment, count: int = SIZE) -> list[Handed]:
    """One page for each network, with the reference's answers to all other exercises."""
    answers = reference(assignment)
    return [
        Handed(f"student{number:02}", answers | networks(assignment, number))
        for number in range(min(count, len(NETWORKS)))
    ]


def all_different(assignment: Assignment) -> list[Handed]:
    """Like ``distinct``, and no exercise is answered in the same way on two pages, as far as ``alternatives/`` goes."""
    found = distinct(assignment, SIZE)
    for ways in other_ways(assignment):
        for number, page in enumerate(found):
            page.answers.update(ways[number % len(ways)])
    return found


def repeated(assignment: Assignment, count: int, models: int = SIZE, different: bool = True) -> list[Handed]:
    """Pages of which only the first ``models`` bring a new network; the others repeat one, in other words.

    Args:
        different: their other exercises are answered in the ways of ``alternatives/``, chosen by a seed; else as the
            reference does.
    """
    rng, ways = random.Random(SEED), other_ways(assignment)
    found = distinct(assignment, models)
    for number in range(len(found), count):
        answers = dict(reference(assignment))
        if different:
            for one in ways:
                answers |= rng.choice(one)
        answers |= networks(assignment, number % models, number // models)
        found.append(Handed(f"student{number:02}", answers))
    return found


def write(assignment: Assignment, pages: list[Handed], folder: Path, whole: bool = False) -> None:
    """``<student>/<assignment>/<assignment>.ipynb`` for each page, as nbgrader collects them.

    Args:
        whole: with the page's demonstrations, as a student hands it in.
    """
    for page in pages:
        target = folder / page.student / assignment.name
        target.mkdir(parents=True)
        notebook = v4.new_notebook(
            cells=[v4.new_code_cell(text) for _name, text in cells(assignment, page.answers, whole)], metadata=KERNEL
        )
        nbformat.write(notebook, target / f"{assignment.name}.ipynb")


def cells(assignment: Assignment, answers: dict[str, str], whole: bool) -> list[tuple[str, str]]:
    """(Name, code) of the page's cells with these answers, without those that need the kit to check or to help.

    Args:
        whole: with the page's demonstrations; else its tools and data, and the functions.
    """
    found, begun = [], False
    for name, text in _page(assignment.source):
        begun = begun or name in answers
        if name in answers:
            found.append((name, answers[name]))
        elif text and (whole or not begun):
            found.append((name, text))
    return found


def reference(assignment: Assignment) -> dict[str, str]:
    """Exercise -> the reference's function, in the page's order."""
    functions = _functions(assignment.source)
    return {exercise.name: functions[exercise.name] for exercise in assignment.exercises}


def builders(assignment: Assignment) -> list[str]:
    """The exercises that build a network: those that compile one."""
    return [name for name, text in reference(assignment).items() if ".compile(" in text]


def networks(assignment: Assignment, number: int, wording: int = 0) -> dict[str, str]:
    """Exercise -> the reference's function that builds a network, for this network and in this wording."""
    start, rate = NETWORKS[number]
    found = {}
    for name in builders(assignment):
        tree = _Network(start, rate).visit(ast.parse(reference(assignment)[name]))
        found[name] = ast.unparse(ast.fix_missing_locations(WORDINGS[wording % len(WORDINGS)](tree)))
    return found


def other_ways(assignment: Assignment) -> list[list[dict[str, str]]]:
    """For each exercise, or for exercises that are answered together: the ways to answer, each as exercise -> code.

    Those that build a network are left out. So are answers that need a library beside the page's own, and those that call
    another exercise, whose answer may have another form on this page.
    """
    own = reference(assignment)
    known = _packages(assignment.source) | sys.stdlib_module_names
    programs: dict[str, dict[str, str]] = {name: {"": text} for name, text in own.items()}
    for one in assignment.alternatives:
        if _packages(one.source) <= known:
            programs[one.function][one.name] = _code(one)
    found, done = [], set(builders(assignment))
    for name in own:
        if name not in done:
            together = _together(name, assignment)
            done |= set(together)
            ways = [
                {other: programs[other][way] for other in together}
                for way in programs[name]
                if all(way in programs[other] for other in together)
            ]
            apart = [way for way in ways if not _uses(way, own.keys() - set(together))]
            found.append(apart or ways[:1])
    return found


class _Network(ast.NodeTransformer):
    """Writes the kind of random weights, and the learning rate of an adam that has none, into a function."""

    def __init__(self, start: str, rate: float) -> None:
        self.start, self.rate = start, rate

    def visit_Call(self, node: ast.Call) -> ast.Call:
        self.generic_visit(node)
        if _last(node) in WITH_A_START:
            node.keywords.append(ast.keyword("kernel_initializer", ast.Constant(self.start)))
        for keyword in node.keywords:
            if keyword.arg == "optimizer" and isinstance(keyword.value, ast.Constant) and keyword.value.value == "adam":
                keyword.value = ast.parse(f"keras.optimizers.Adam(learning_rate={self.rate})", mode="eval").body
        return node


class _Names(ast.NodeTransformer):
    """Gives each layer a name."""

    def __init__(self) -> None:
        self.count = itertools.count(1)

    def visit_Call(self, node: ast.Call) -> ast.Call:
        self.generic_visit(node)
        if isinstance(node.func, ast.Attribute) and _last(node.func.value) == "layers":
            node.keywords.append(ast.keyword("name", ast.Constant(f"layer_{next(self.count)}")))
        return node


class _Variables(ast.NodeTransformer):
    """Gives the function's own variables other names."""

    def __init__(self, own: set[str]) -> None:
        self.own = own

    def visit_Name(self, node: ast.Name) -> ast.Name:
        node.id = f"my_{node.id}" if node.id in self.own else node.id
        return node


class _Settings(ast.NodeTransformer):
    """Gives ``compile`` its settings as a dictionary."""

    def visit_Call(self, node: ast.Call) -> ast.Call:
        self.generic_visit(node)
        if _last(node) == "compile":
            names = [ast.Constant(keyword.arg) for keyword in node.keywords]
            values = ast.Dict(names, [keyword.value for keyword in node.keywords])
            node.keywords = [ast.keyword(None, values)]
        return node


def _named(tree: ast.Module) -> ast.Module:
    return _Names().visit(copy.deepcopy(tree))


def _renamed(tree: ast.Module) -> ast.Module:
    own = {node.id for node in ast.walk(tree) if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store)}
    return _Variables(own).visit(copy.deepcopy(tree))


def _set_apart(tree: ast.Module) -> ast.Module:
    return _Settings().visit(copy.deepcopy(tree))


WORDINGS: tuple[Callable[[ast.Module], ast.Module], ...] = (
    lambda tree: tree,
    _named,
    _renamed,
    _set_apart,
    lambda tree: _renamed(_named(tree)),
)


@functools.cache
def _functions(source: str) -> dict[str, str]:
    source = _without_markers(source)
    return {
        node.name: ast.get_source_segment(source, node) or ""
        for node in ast.parse(source).body
        if isinstance(node, ast.FunctionDef)
    }


@functools.cache
def _page(source: str) -> list[tuple[str, str]]:
    """(Name, code) of a page's code cells; the code is empty where the cell only asks the kit."""
    pieces = MARKER.split(_without_markers(source))[1:]
    return [
        (name, _without_the_kit(text))
        for name, text in zip(pieces[::2], pieces[1::2], strict=True)
        if not name.startswith("[")
    ]


def _without_the_kit(text: str) -> str:
    """A cell without ``check`` and ``hint``; what it loads data with stays."""
    asked = {"check", "hint"}
    kept = []
    for node in ast.parse(text).body:
        if isinstance(node, ast.ImportFrom) and node.module == "autograder":
            names = [alias for alias in node.names if alias.name not in asked]
            kept += [ast.unparse(ast.ImportFrom(node.module, names, 0))] if names else []
        elif not (isinstance(node, ast.Expr) and isinstance(node.value, ast.Call) and _last(node.value) in asked):
            kept.append(ast.get_source_segment(text, node) or "")
    return "\n".join(kept)


def _without_markers(source: str) -> str:
    return "\n".join(line for line in source.splitlines() if line.strip() not in (BEGIN, END)) + "\n"


def _together(name: str, assignment: Assignment) -> list[str]:
    """An exercise and those that are answered in the same ways as it, in the page's order.

    An alternative that only brings along the function that it calls leans on no other alternative.
    """
    ways = {(one.function, one.name) for one in assignment.alternatives}
    found = {name}
    for one in assignment.alternatives:
        if one.function == name:
            defined = {node.name for node in ast.parse(one.source).body if isinstance(node, ast.FunctionDef)}
            found |= {other for other in defined & assignment.functions if (other, one.name) in ways}
    return [other for other in reference(assignment) if other in found]


def _uses(way: dict[str, str], names: set[str]) -> bool:
    return any(isinstance(node, ast.Name) and node.id in names for text in way.values() for node in ast.walk(ast.parse(text)))


def _last(node: ast.expr) -> str:
    """The last part of a dotted name, or of the name that is called."""
    function = node.func if isinstance(node, ast.Call) else node
    return function.attr if isinstance(function, ast.Attribute) else function.id if isinstance(function, ast.Name) else ""


def _code(program: SampleAnswer) -> str:
    return program.source.split('"""', 2)[2].strip()


@functools.cache
def _packages(source: str) -> set[str]:
    nodes = list(ast.walk(ast.parse(source)))
    names = [alias.name for node in nodes if isinstance(node, ast.Import) for alias in node.names]
    names += [node.module for node in nodes if isinstance(node, ast.ImportFrom) and node.module]
    return {name.partition(".")[0] for name in names}
