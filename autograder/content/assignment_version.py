"""Which assignment it is, beside its name: two of one name may be two states of one, or two that know nothing of each other."""

from __future__ import annotations

import ast
import hashlib
from typing import TYPE_CHECKING

from autograder.content.check_marks import is_check, marks_of, marks_of_file
from autograder.content.mistake_fingerprints import STORE
from autograder.content.source_files import source_files
from autograder.content.translated_page import translations

if TYPE_CHECKING:
    from autograder.content.assignment import Assignment

LENGTH = 8  # of the hash, in hexadecimal digits
NO_PART = ("alternatives/", "locale/", "checks/locale/", "README.")  # no mark depends on them


def content_hash(assignment: Assignment) -> str:
    """A short hash of what decides results: settings, page, checks, data and mistakes; of the student's form, its checks and data.

    No translation counts. Ends of lines do not count: Git changes them from one machine to the next.
    """
    total = hashlib.sha256()
    translated = set(translations(assignment).values())
    for name, path in source_files(assignment.folder).items():
        own = name.startswith(("checks/", "data/")) or not assignment.public
        if own and not name.startswith(NO_PART) and path.name != STORE and path not in translated:
            content = path.read_bytes().replace(b"\r\n", b"\n")
            total.update(f"{name} {len(content)} ".encode() + content)
    return total.hexdigest()[:LENGTH]


def is_same(one: Assignment, other: Assignment) -> bool:
    """Whether two of one name are states of one assignment, so that a working copy may be judged by the hidden checks of the other.

    Both ask for the same: each function has the same signature and the same docstring. Their authors have given them the same
    version, if any. And of the one with fewer public checks, at least half are in the other, whatever their points and marks: an
    older state has a few other checks, and another assignment has none in common.
    """
    if one.number != other.number or one.functions != other.functions or _asked(one) != _asked(other):
        return False
    ours, others = _public_checks(one), _public_checks(other)
    return 2 * len(ours & others) >= min(len(ours), len(others))


def _public_checks(assignment: Assignment) -> set[tuple[str, str]]:
    """(Exercise, what the check does) of each check that students have, in either form."""
    found = set()
    for exercise in assignment.exercises:
        tree = ast.parse(exercise.checks.read_bytes() if exercise.checks.is_file() else b"")
        of_file = {name for name, _mark in marks_of_file(tree)}
        for node in tree.body:
            if is_check(node) and "public" in of_file.union(dict(marks_of(node))):
                node.decorator_list = []
                found.add((exercise.name, ast.dump(node)))
    return found


def _asked(assignment: Assignment) -> dict[str, tuple[str, str | None]]:
    """Function -> its parameters and its docstring, from the page."""
    return {
        node.name: (ast.dump(node.args), ast.get_docstring(node))
        for node in ast.parse(assignment.stub).body
        if isinstance(node, ast.FunctionDef) and node.name in assignment.functions
    }
