"""``autograder demo``: a sample class of right and wrong submissions, made from the assignment's own programs.

It needs no network and no data file. Which programs go into which page is chosen by a seed, never by name, so it works
for any assignment.
"""

from __future__ import annotations

import ast
import hashlib
import random
import sys
from pathlib import Path

from autograder.content.assignment import Assignment, SampleAnswer
from autograder.core import keras_backend

SEED = 2458  # some of the class go wrong in the same way, as people do
STUDENTS = ("ada", "ben", "chloe", "dev", "emil", "fatma", "goro", "hana", "iris", "jonas", "kemi", "luis")


def make_class(assignment: Assignment, folder: Path) -> list[Path]:
    """Writes a page for each sample student: everything right, other right ways, one mistake, several, blank, damaged.

    Args:
        assignment: with mistakes and alternatives.
        folder: where to put the pages; made if it is not there.

    Returns:
        The files, in order of name.
    """
    rng = random.Random(SEED)
    pages = [
        assignment.source,
        _mixed(assignment, rng, alternatives=len(assignment.exercises), mistakes=0),
        _mixed(assignment, rng, alternatives=3, mistakes=0),
        *(_mixed(assignment, rng, alternatives=2, mistakes=count) for count in (1, 1, 2, 3, 4, 6)),
        _half_done(assignment, rng),
        assignment.stub,
        _broken(assignment),
    ]
    folder.mkdir(parents=True, exist_ok=True)
    paths = []
    for student, text in zip(STUDENTS, pages, strict=True):
        path = folder / f"{student}.py"
        path.write_text(text, "utf-8")
        paths.append(path)
    return paths


def _mixed(assignment: Assignment, rng: random.Random, alternatives: int, mistakes: int) -> str:
    """The reference page with some functions replaced."""
    functions = [exercise.name for exercise in assignment.exercises]
    rng.shuffle(functions)
    wrong, other = functions[:mistakes], functions[mistakes : mistakes + alternatives]
    chosen = [_pick(assignment, assignment.mistakes, name, rng) for name in wrong]
    chosen += [_pick(assignment, assignment.alternatives, name, rng) for name in other]
    return _with(assignment.source, [program for program in chosen if program is not None])


def _half_done(assignment: Assignment, rng: random.Random) -> str:
    """The stub, with the first half written."""
    half = assignment.exercises[: len(assignment.exercises) // 2]
    programs = [_pick(assignment, assignment.alternatives, exercise.name, rng) for exercise in half]
    return _with(assignment.stub, [program for program in programs if program is not None])


def _broken(assignment: Assignment) -> str:
    """The reference page with a slip of the keyboard in its last function."""
    last = f"def {assignment.exercises[-1].name}("
    return assignment.source.replace(last, last[:-1] + "[")


def _pick(assignment: Assignment, programs: tuple[SampleAnswer, ...], function: str, rng: random.Random) -> SampleAnswer | None:
    """A program for a function that needs no library beside the page's own, which may not be installed, and that works with each
    backend of Keras: the class is the same with all.

    Each program draws its own number, and the highest is taken: where one is added, others' pages stay as they are.
    """
    known = _packages(assignment.source) | sys.stdlib_module_names
    fitting = [one for one in programs if one.function == function and _packages(one.source) <= known and not any(map(one.needs_another, keras_backend.TITLES))]
    drawn = rng.random()
    return max(fitting, key=lambda one: hashlib.sha256(f"{drawn} {one.name}".encode()).digest(), default=None)


def _packages(source: str) -> set[str]:
    """The top-level packages that a source imports."""
    nodes = list(ast.walk(ast.parse(source)))
    names = [alias.name for node in nodes if isinstance(node, ast.Import) for alias in node.names]
    names += [node.module for node in nodes if isinstance(node, ast.ImportFrom) and node.module]
    return {name.partition(".")[0] for name in names}


def _with(page: str, programs: list[SampleAnswer]) -> str:
    """A page with further cells at its end; the last definition of a name counts."""
    cells = [
        f"# %% {program.function}, once more\n{program.source.split(chr(34) * 3, 2)[2].strip()}\n"
        for program in programs
    ]
    return "\n\n".join([page.rstrip(), *cells]) + "\n"
