"""The top-level statements of a page: what each gives a name to, what it reads and what it changes."""

from __future__ import annotations

import ast
import symtable
import sys
from collections.abc import Iterable
from dataclasses import dataclass

from autograder.content.code_cells import Cell, tree
from autograder.content.page import Page
from autograder.core.languages import message

# A node with names of its own: what is bound and read inside is not what the page binds and reads.
SCOPES: tuple[type[ast.AST], ...] = (
    ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef, ast.Lambda, ast.ListComp, ast.SetComp, ast.DictComp, ast.GeneratorExp,
)  # fmt: skip
COMPREHENSIONS = (ast.ListComp, ast.SetComp, ast.DictComp)
if sys.version_info >= (3, 12):
    SCOPES += (ast.TypeAlias,)


@dataclass(frozen=True)
class Statement:
    """One top-level statement of a page.

    Attributes:
        cell, pick: its cell's and its own place.
        binds: names it gives a value to.
        uses: names it reads, nested functions included.
        changes: names whose object it changes in place (``COUNTS["a"] = 1``, ``LABELS.append(3)``).
    """

    cell: int
    pick: int
    node: ast.stmt
    binds: frozenset[str]
    uses: frozenset[str]
    changes: frozenset[str]

    @property
    def is_import(self) -> bool:
        return isinstance(self.node, (ast.Import, ast.ImportFrom))

    @property
    def is_future(self) -> bool:
        return isinstance(self.node, ast.ImportFrom) and self.node.module == "__future__"

    @property
    def is_definition(self) -> bool:
        return isinstance(self.node, (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef))


def by_name(pairs: Iterable[tuple[str, Statement]]) -> dict[str, list[Statement]]:
    found: dict[str, list[Statement]] = {}
    for name, statement in pairs:
        found.setdefault(name, []).append(statement)
    return found


def is_main_guard(statement: Statement) -> bool:
    return isinstance(statement.node, ast.If) and "__name__" in statement.uses


def last_line(node: ast.stmt) -> int:
    """Its last line, which only a node that was not parsed lacks."""
    return node.end_lineno or node.lineno


def page_statements(page: Page) -> list[Statement]:
    """The statements at top level of all cells that parse, in order."""
    return [statement for number, cell in enumerate(page.cells) if not cell.error for statement in _of_cell(cell, number)]


def _of_cell(cell: Cell, number: int) -> list[Statement]:
    return [
        Statement(number, pick, node, *(frozenset(names) for names in _names(node)))
        for pick, node in enumerate(tree(cell.source).body)
    ]


def given_names(node: ast.stmt) -> frozenset[str]:
    """Names that a statement gives a value to, or whose object it changes, also in a loop.

    Example:
        >>> [sorted(given_names(node)) for node in ast.parse("CASES: list = []\\nCASES.append(N)\\nimport os").body]
        [['CASES'], ['CASES'], ['os']]
    """
    bound, _used, changed = _names(node)
    if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)):
        return frozenset(bound)  # what is inside happens when it is called
    inside = (one for one in ast.walk(node) if isinstance(one, ast.Expr) and one is not node)
    return frozenset(bound | changed.union(*(_names(one)[2] for one in inside)))


def needs(statement: Statement, function: str) -> frozenset[str]:
    """Names that a statement has to find. A definition calls the function later, and then finds its last version;
    anything else (``old = scale``) takes the version that is there, so earlier ones are needed.
    """
    return statement.uses - {function} if statement.is_definition else statement.uses


def _names(statement: ast.stmt) -> tuple[set[str], set[str], set[str]]:
    """(bound, used, changed) names of one top-level statement.

    Most statements have no scope inside, and their nodes say it all; a page may have hundreds of thousands.
    """
    bound: set[str] = set()
    changed: set[str] = set()
    nodes = list(ast.walk(statement))
    scopes = [node for node in nodes if isinstance(node, SCOPES)]
    if scopes:
        used = _outer_names(statement)
    else:
        used = {node.id for node in nodes if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Load)}
    if isinstance(statement, (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)):
        return {statement.name}, used - {statement.name}, changed
    inner: set[int] = set()  # names inside functions, lambdas and comprehensions are not the page's
    for node in scopes:
        if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)):
            bound.add(node.name)
        inner |= {id(child) for child in ast.walk(node) if child is not node}
    for node in nodes:
        if isinstance(node, (ast.Import, ast.ImportFrom)):
            bound |= {alias.asname or alias.name.partition(".")[0] for alias in node.names}
        elif isinstance(node, ast.Name) and not isinstance(node.ctx, ast.Load) and id(node) not in inner:
            bound.add(node.id)
        elif isinstance(node, (ast.Subscript, ast.Attribute)) and isinstance(node.ctx, (ast.Store, ast.Del)):
            changed |= _root(node)
        elif isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and isinstance(statement, ast.Expr):
            changed |= _root(node.func)
    return bound, used, changed


def _outer_names(statement: ast.stmt) -> set[str]:
    """Names that a statement takes from the page: no parameters, and not what a function in it binds itself.

    All its names where Python does not know: it reads ``def f(x, x)`` and refuses to run it, which is for the student to
    hear from the worker; and a long sum is nested too deeply.
    """
    try:
        tables = [symtable.symtable(_with_own_scopes(statement), "page", "exec")]
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return {node.id for node in ast.walk(statement) if isinstance(node, ast.Name)}
    names = set()
    while tables:
        table = tables.pop()
        tables += table.get_children()
        inside = table.get_type() not in ("module", "class")  # functions, lambdas, comprehensions, annotations
        names |= {
            symbol.get_name()
            for symbol in table.get_symbols()
            if (symbol.is_global() if inside else symbol.is_referenced())
        }
    return names


def _with_own_scopes(statement: ast.stmt) -> str:
    """The statement's text, with generators in the place of other comprehensions.

    Since Python 3.12 these have no separate scope (PEP 709), and their names count as the page's; a generator binds and
    reads the same names, and keeps its scope.
    """
    text = ast.unparse(statement)
    if sys.version_info < (3, 12) or not any(isinstance(node, COMPREHENSIONS) for node in ast.walk(statement)):
        return text
    return ast.unparse(ast.fix_missing_locations(_Generators().visit(ast.parse(text))))


class _Generators(ast.NodeTransformer):
    """Makes a generator of each list, set and dictionary that a comprehension makes."""

    def visit(self, node: ast.AST) -> ast.AST:
        self.generic_visit(node)
        if isinstance(node, (ast.ListComp, ast.SetComp)):
            return ast.GeneratorExp(node.elt, node.generators)
        if isinstance(node, ast.DictComp):
            return ast.GeneratorExp(ast.Tuple([node.key, node.value], ast.Load()), node.generators)
        return node


def _root(node: ast.expr) -> set[str]:
    while isinstance(node, (ast.Attribute, ast.Subscript)):
        node = node.value
    return {node.id} if isinstance(node, ast.Name) else set()


def imported(statements: list[Statement]) -> list[tuple[str, str]] | None:
    """(name, what it is) of all that is imported, in order of name; None where the order of the statements may matter.

    It does where a statement uses a name at once, or where a name is given two values.
    """
    found: dict[str, str] = {}
    for one in statements:
        if one.is_future:
            continue
        if not isinstance(one.node, (ast.Import, ast.ImportFrom)):
            if not _only_defines(one.node):
                return None
            continue
        for alias in one.node.names:
            name = alias.asname or alias.name
            origin = f"{'.' * one.node.level}{one.node.module}:" if isinstance(one.node, ast.ImportFrom) else ""
            if name == "*" or "." in name or found.setdefault(name, origin + alias.name) != origin + alias.name:
                return None
    if any(found.keys() & one.binds for one in statements if not one.is_import):
        return None
    return sorted(found.items())


def _only_defines(node: ast.stmt) -> bool:
    """A function of which nothing is calculated before it is called."""
    if not isinstance(node, ast.FunctionDef) or node.decorator_list or node.returns:
        return False
    defaults = [one for one in (*node.args.defaults, *node.args.kw_defaults) if one is not None]
    arguments = [*node.args.posonlyargs, *node.args.args, *node.args.kwonlyargs, node.args.vararg, node.args.kwarg]
    return all(isinstance(one, ast.Constant) for one in defaults) and not any(
        one and one.annotation for one in arguments
    )


def packages(statements: list[Statement]) -> set[str]:
    """Top-level packages that statements import, anywhere in them."""
    return {name for statement in statements for name in imports_of(statement.node)}


def imports_of(tree: ast.AST) -> set[str]:
    """Top-level packages that are imported anywhere in a tree.

    Example:
        >>> sorted(imports_of(ast.parse("import os.path\\nfrom keras import layers")))
        ['keras', 'os']
    """
    found = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            found |= {alias.name.partition(".")[0] for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            found.add(node.module.partition(".")[0])
    return found - {"__future__"}


def parameters_of(node: ast.stmt) -> tuple[str, ...]:
    """A plain function's parameters that must be given, in order; empty where it has others."""
    if not isinstance(node, ast.FunctionDef) or node.decorator_list:
        return ()
    given = node.args
    if given.posonlyargs or given.vararg or given.kwonlyargs or given.kwarg or given.defaults:
        return ()
    return tuple(one.arg for one in given.args)


def no_function(node: ast.stmt) -> str:
    """Why what a statement defines cannot be called for an answer, in words; empty if it can."""
    if isinstance(node, ast.AsyncFunctionDef) and not node.decorator_list:
        return (
            message("{name} begins with async, so a call does not run it. Remove that word: def {name}(…):", name=node.name)
        )
    if isinstance(node, ast.ClassDef) and not (node.bases or node.keywords or node.decorator_list):
        methods = {one.name for one in node.body if isinstance(one, ast.FunctionDef)}
        if "__new__" not in methods:  # what that returns may be an answer
            return message("{name} is a class here, but a function is expected: begin it with def {name}(…):", name=node.name)
    return ""
