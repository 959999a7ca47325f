"""Which assignment it is, beside its name: two of one name may be two states of one, or two that know nothing of each other."""

from __future__ import annotations

import ast
import hashlib
from typing import TYPE_CHECKING

from autograder.content.mistake_fingerprints import STORE
from autograder.content.source_files import source_files

if TYPE_CHECKING:
    from autograder.content.assignment import Assignment

LENGTH = 8  # of the hash, in hexadecimal digits
NO_PART = ("alternatives/", "README.md")  # no mark and no message depends on them


def content_hash(assignment: Assignment) -> str:
    """A short hash of what decides results: settings, page, checks, data and mistakes; of the student's form, its checks and data.

    Ends of lines do not count: Git changes them from one machine to the next.
    """
    total = hashlib.sha256()
    for name, path in source_files(assignment.folder).items():
        own = name.startswith(("checks/", "data/")) if assignment.public else not name.startswith(NO_PART)
        if own and path.name != STORE:
            content = path.read_bytes().replace(b"\r\n", b"\n")
            total.update(f"{name} {len(content)} ".encode() + content)
    return total.hexdigest()[:LENGTH]


def is_same(one: Assignment, other: Assignment) -> bool:
    """Whether two forms of one name ask for the same: each function has the same signature and the same docstring in both.

    An older state of an assignment is still the same one, as long as what it asks for is.
    """
    return one.functions == other.functions and _asked(one) == _asked(other)


def _asked(assignment: Assignment) -> dict[str, tuple[str, str | None]]:
    """Function -> its parameters and its docstring, from the page."""
    return {
        node.name: (ast.dump(node.args), ast.get_docstring(node))
        for node in ast.parse(assignment.stub).body
        if isinstance(node, ast.FunctionDef) and node.name in assignment.functions
    }
