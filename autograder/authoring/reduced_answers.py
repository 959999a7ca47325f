"""A nameless program without what most likely does nothing: prints, types, values that nothing reads, and the student's texts."""

from __future__ import annotations

import ast
from collections.abc import Collection

from autograder.content.nameless import PageWords, rename, source_of, without_statements

TEXT = "text"  # in the place of a text of the student's


def reduced(source: str, known: PageWords) -> str:
    """The program without them.

    It may do something else after all (who has to return and prints instead), so who calls judges it again.
    """
    try:
        module = ast.parse(source)
    except (SyntaxError, RecursionError, MemoryError):  # Python can write down what it cannot read again
        return source
    without_statements(module, _prints)
    _Reduced(known.texts).visit(module)
    read = {node.id for node in ast.walk(module) if isinstance(node, ast.Name) and not isinstance(node.ctx, ast.Store)}
    read |= {known.function, *known.names}
    without_statements(module, lambda node: _sets_what_nothing_reads(node, read))
    module.body = list({ast.dump(node) if _imports(node) else str(place): node for place, node in enumerate(module.body)}.values())
    rename(module, known, ())
    return source_of(ast.fix_missing_locations(module))


class _Reduced(ast.NodeTransformer):
    """See ``reduced``."""

    def __init__(self, texts: Collection[str]) -> None:
        self.texts = texts

    def visit_FunctionDef(self, node: ast.FunctionDef) -> ast.FunctionDef:
        node.returns = None
        self.generic_visit(node)
        return node

    def visit_arg(self, node: ast.arg) -> ast.arg:
        node.annotation = None
        return node

    def visit_AnnAssign(self, node: ast.AnnAssign) -> ast.stmt:
        self.generic_visit(node)
        if node.value is None or not node.simple:
            return node
        return ast.Assign([node.target], node.value, lineno=node.lineno)

    def visit_ClassDef(self, node: ast.ClassDef) -> ast.ClassDef:
        return node  # the fields of a dataclass are types

    def visit_FormattedValue(self, node: ast.FormattedValue) -> ast.FormattedValue:
        node.value = self.visit(node.value)  # how it is written out (``.2f``) stays
        return node

    def visit_Constant(self, node: ast.Constant) -> ast.Constant:
        if isinstance(node.value, str) and node.value not in self.texts and not node.value.isspace():
            return ast.copy_location(ast.Constant(TEXT), node)
        return node


def _prints(node: ast.stmt) -> bool:
    value = node.value if isinstance(node, ast.Expr) else None
    return isinstance(value, ast.Call) and isinstance(value.func, ast.Name) and value.func.id == "print"


def _sets_what_nothing_reads(node: ast.stmt, read: Collection[str]) -> bool:
    """Whether a statement gives a plain value to a name that is read nowhere."""
    if not isinstance(node, ast.Assign) or any(isinstance(inner, ast.Call) for inner in ast.walk(node.value)):
        return False
    return all(isinstance(target, ast.Name) and target.id not in read for target in node.targets)


def _imports(node: ast.stmt) -> bool:
    return isinstance(node, (ast.Import, ast.ImportFrom))
