"""Which parameters of an assignment's variants an exercise depends on: with the same values of these, it is the same exercise.

So answers to exercises that no parameter touches are judged as in the ordinary assignment, once for a whole class.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Collection, Iterator
from pathlib import Path

from autograder.content import variant_marks, variants
from autograder.content.assignment import Assignment
from autograder.content.source_files import source_files
from autograder.content.translated_page import translations

_known: dict[tuple[Path, str], dict[str, frozenset[str]]] = {}
EVERY = ""  # stands for all exercises
NOT_JUDGED = ("data/", "locale/")


def of_exercise(assignment: Assignment, exercise: str) -> frozenset[str]:
    """The parameters that an exercise depends on: by its function and those that its checks call, by its checks, and by its programs."""
    if not assignment.variants:
        return frozenset()
    key = assignment.folder, assignment.version
    if key not in _known:
        _known[key] = _all(assignment)
    return _known[key][exercise]


def variant_of(assignment: Assignment, exercise: str, variant: str) -> str:
    """The variant of an exercise alone: what it does not depend on has the ordinary value. Empty for the ordinary exercise.

    Raises:
        NoSuchVariant: the assignment has no such variant.
    """
    return variants.projected(variant, assignment.variants, of_exercise(assignment, exercise)) if variant else ""


def _all(assignment: Assignment) -> dict[str, frozenset[str]]:
    own: dict[str, set[str]] = {name: set() for name in (*assignment.functions, EVERY)}
    translated = set(translations(assignment).values())
    for name, path in source_files(assignment.folder).items():
        if path.suffix in (".py", ".toml") and not name.startswith(NOT_JUDGED) and path not in translated:
            for where, parameter in _uses(assignment, name, path.read_text("utf-8")):
                own[where].add(parameter)
    found = {}
    for exercise in assignment.exercises:
        text = exercise.checks.read_text("utf-8") if exercise.checks.is_file() else ""
        called = {exercise.name, *re.findall(r"\w+", text)} & assignment.functions
        found[exercise.name] = frozenset(own[EVERY].union(*(own[name] for name in called)))
    return found


def _uses(assignment: Assignment, name: str, text: str) -> Iterator[tuple[str, str]]:
    """(The exercise that a text belongs to, a parameter in it) for each text of a file that a parameter changes."""
    page = name == f"{assignment.name}.py"
    places = _places(text, assignment.functions) if page else {}
    table = ""
    for line in variant_marks.lines(text):
        bare = line.text.strip()
        if name == "assignment.toml" and bare.startswith("["):
            table = bare.strip("[]")
        for mark in line.found():
            if page:
                if line.number not in places:
                    continue  # prose, or what shows something
                where = places[line.number]
            elif name == "assignment.toml":
                where = table.removeprefix("exercises.") if table.startswith("exercises.") else EVERY
            else:
                where = Path(name).stem.removeprefix("test_").partition("__")[0]
            for parameter, _entry in mark.names:
                yield (where if where in assignment.functions else EVERY), parameter


def _places(text: str, exercises: Collection[str]) -> dict[int, str]:
    """Line -> the function at the top level of a page that it is in, or ``EVERY`` for other code.

    A statement that calls an exercise and gives nothing a name only shows something: no function can depend on it.
    """
    found: dict[int, str] = {}
    for node in ast.parse(text).body:
        if isinstance(node, ast.Expr) and any(isinstance(one, ast.Name) and one.id in exercises for one in ast.walk(node)):
            continue
        where = node.name if isinstance(node, ast.FunctionDef) else EVERY
        found |= dict.fromkeys(range(node.lineno, (node.end_lineno or node.lineno) + 1), where)
    return found
