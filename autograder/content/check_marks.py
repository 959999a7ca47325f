"""The marks of a check file, read off its text: those of each check, and those of the whole file (``pytestmark``)."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from typing import TypeGuard

Mark = tuple[str, ast.expr]  # name, and where it is written
OF_THE_FILE = "pytestmark"


def is_check(node: ast.AST) -> TypeGuard[ast.FunctionDef]:
    """Whether a statement of a check file is a check: a plain function with the name of one."""
    return isinstance(node, ast.FunctionDef) and node.name.startswith("test_")


def marks_of(node: ast.stmt) -> Iterator[Mark]:
    """The marks above a function or a class.

    Example:
        >>> [name for name, _mark in marks_of(ast.parse("@pytest.mark.points(2)\\ndef test_it(): ...").body[0])]
        ['points']
    """
    for mark in getattr(node, "decorator_list", ()):
        yield from _read(mark)


def marks_of_file(tree: ast.Module) -> Iterator[Mark]:
    """The marks that every check of a file has, because the file says so once."""
    for node in tree.body:
        if is_mark_of_file(node) and isinstance(node, (ast.Assign, ast.AnnAssign)) and node.value is not None:
            several = node.value.elts if isinstance(node.value, (ast.List, ast.Tuple)) else [node.value]
            for mark in several:
                yield from _read(mark)


def is_mark_of_file(node: ast.stmt) -> bool:
    """Whether a statement gives marks to the whole file."""
    targets = node.targets if isinstance(node, ast.Assign) else [node.target] if isinstance(node, ast.AnnAssign) else []
    return any(isinstance(target, ast.Name) and target.id == OF_THE_FILE for target in targets)


def _read(mark: ast.expr) -> Iterator[Mark]:
    """``pytest.mark.points(2)``, or ``mark.points(2)`` where the file imports ``mark``."""
    bare = mark.func if isinstance(mark, ast.Call) else mark
    if isinstance(bare, ast.Attribute) and ast.unparse(bare.value) in ("pytest.mark", "mark"):
        yield bare.attr, mark
