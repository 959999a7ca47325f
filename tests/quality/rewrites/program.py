"""A program as a tree that operators change, and what they need to know of it."""

from __future__ import annotations

import ast
import builtins
import random
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import TypeVar

Operator = Callable[["Program", random.Random], bool]
TextOperator = Callable[[str, random.Random], "str | None"]
Statement = TypeVar("Statement", bound=ast.stmt)

OPERATORS: dict[str, Operator | TextOperator] = {}
ON_TEXT: set[str] = set()  # those that change the text; a tree has no place for comments, so they come last
PURE = {
    "len", "range", "int", "float", "str", "bool", "sum", "min", "max", "sorted", "list", "tuple", "dict", "set", "abs",
    "round", "zip", "enumerate", "reversed", "isinstance",
}  # fmt: skip
PURE_METHODS = {
    "sum", "mean", "std", "astype", "copy", "tolist", "max", "min", "any", "all", "argmax", "argmin", "ravel", "flatten",
    "reshape", "items", "keys", "values", "nonzero", "diagonal", "unique", "to_numpy", "isin", "value_counts", "sort_values",
}  # fmt: skip
MODULES = {"np", "numpy", "math"}


@dataclass
class Program:
    """The program of one answer.

    Attributes:
        function: the name of the function that is judged.
        tree: the module. Operators change it.
        page: names that the page uses outside of functions.
    """

    function: str
    tree: ast.Module
    page: tuple[str, ...] = ()

    @property
    def node(self) -> ast.FunctionDef | None:
        """The function, if ``def`` makes it."""
        found = [one for one in self.tree.body if _name(one) == self.function]
        return found[-1] if found and isinstance(found[-1], ast.FunctionDef) else None

    @property
    def plain(self) -> ast.FunctionDef | None:
        """The function, if it has only parameters that must be given, and neither decorators nor ``yield``."""
        node = self.node
        if node is None or node.decorator_list or not _is_plain(node.args):
            return None
        return None if any(isinstance(one, (ast.Yield, ast.YieldFrom, ast.Await)) for one in ast.walk(node)) else node

    @property
    def used(self) -> set[str]:
        """All names in the program, and those of Python."""
        names = {one.id for one in ast.walk(self.tree) if isinstance(one, ast.Name)}
        names |= {one.arg for one in ast.walk(self.tree) if isinstance(one, ast.arg)}
        names |= {one.name for one in ast.walk(self.tree) if isinstance(one, (ast.FunctionDef, ast.ClassDef))}
        names |= {alias.asname or alias.name.split(".")[0] for one in ast.walk(self.tree) if isinstance(one, (ast.Import, ast.ImportFrom)) for alias in one.names}
        return names

    def fresh(self, *wanted: str) -> str:
        """The first of these names that nothing in the program has; with a number if all are taken."""
        taken = self.used | set(dir(builtins))
        for name in wanted:
            if name not in taken:
                return name
        return next(name for number in range(2, 10_000) if (name := f"{wanted[0]}_{number}") not in taken)

    def before_function(self, *statements: ast.stmt) -> None:
        """Puts statements in front of the function."""
        place = max(number for number, one in enumerate(self.tree.body) if _name(one) == self.function)
        self.tree.body[place:place] = statements

    def at_top(self, source: str) -> None:
        """Puts statements below the program's docstring and what it takes from ``__future__``."""
        body = self.tree.body
        place = 0
        while place < len(body) and (is_text(body[place]) or (isinstance(body[place], ast.ImportFrom) and body[place].module == "__future__")):
            place += 1
        body[place:place] = ast.parse(source).body


def operator(function: Operator) -> Operator:
    """Registers an operator on trees under its own name."""
    OPERATORS[function.__name__] = function
    return function


def text_operator(function: TextOperator) -> TextOperator:
    """Registers an operator on texts under its own name."""
    OPERATORS[function.__name__] = function
    ON_TEXT.add(function.__name__)
    return function


def rewritten(name: str, source: str, function: str, chance: random.Random, page: tuple[str, ...] = ()) -> str | None:
    """What an operator makes of a program.

    Args:
        name: of the operator. source: of the program. function: the name of the function in it.
        chance: chooses among the places and forms that are possible.
        page: names that the page uses outside of functions.

    Returns:
        The new source, or None if the operator does not apply.

    Example:
        >>> rewritten("result_in_a_variable", "def double(x):\\n    return 2 * x", "double", random.Random(1))
        'def double(x):\\n    answer = 2 * x\\n    return answer\\n'
    """
    change = OPERATORS[name]
    if name in ON_TEXT:
        return change(source, chance)  # type: ignore[call-arg, arg-type, return-value]
    program = Program(function, ast.parse(source), page)
    if not change(program, chance):  # type: ignore[call-arg, arg-type]
        return None
    new = ast.unparse(ast.fix_missing_locations(program.tree)) + "\n"
    try:
        compile(new, "rewrite", "exec", dont_inherit=True)
    except SyntaxError:
        return None
    return None if new == ast.unparse(ast.parse(source)) + "\n" else new


def is_text(statement: ast.stmt) -> bool:
    return isinstance(statement, ast.Expr) and isinstance(statement.value, ast.Constant) and isinstance(statement.value.value, str)


def after_docstring(node: ast.FunctionDef) -> int:
    """The place of the first statement that is not the docstring."""
    return int(bool(node.body) and is_text(node.body[0]))


def blocks(node: ast.AST) -> Iterator[list[ast.stmt]]:
    """All lists of statements inside a node."""
    for one in ast.walk(node):
        for field in ("body", "orelse", "finalbody"):
            found = getattr(one, field, None)
            if isinstance(found, list) and found and isinstance(found[0], ast.stmt):
                yield found


def own_nodes(node: ast.AST) -> Iterator[ast.AST]:
    """The nodes of a function, without those of functions, classes and lambdas inside it."""
    for child in ast.iter_child_nodes(node):
        yield child
        if not isinstance(child, (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef, ast.Lambda)):
            yield from own_nodes(child)


def own_returns(node: ast.FunctionDef) -> list[ast.Return]:
    return [one for one in own_nodes(node) if isinstance(one, ast.Return)]


def reads(node: ast.AST) -> set[str]:
    return {one.id for one in ast.walk(node) if isinstance(one, ast.Name) and isinstance(one.ctx, ast.Load)}


def writes(node: ast.AST) -> set[str]:
    return {one.id for one in ast.walk(node) if isinstance(one, ast.Name) and not isinstance(one.ctx, ast.Load)}


def is_pure(node: ast.expr) -> bool:
    """Whether an expression only calculates, as far as its names say."""
    for one in ast.walk(node):
        if isinstance(one, (ast.Yield, ast.YieldFrom, ast.Await, ast.NamedExpr)):
            return False
        if isinstance(one, ast.Call):
            called = one.func
            if isinstance(called, ast.Name) and called.id in PURE:
                continue
            if isinstance(called, ast.Attribute) and "random" not in ast.unparse(called):
                root = called.value
                if called.attr in PURE_METHODS or (isinstance(root, ast.Name) and root.id in MODULES):
                    continue
            return False
    return True


def to_one_name(statement: ast.stmt) -> str:
    """The name that a statement of the form ``name = …`` assigns to; empty for others."""
    if isinstance(statement, ast.Assign) and len(statement.targets) == 1 and isinstance(statement.targets[0], ast.Name):
        return statement.targets[0].id
    return ""


def load(name: str) -> ast.Name:
    return ast.Name(name, ast.Load())


def store(name: str) -> ast.Name:
    return ast.Name(name, ast.Store())


def call(name: str, *values: ast.expr) -> ast.Call:
    return ast.Call(load(name), list(values), [])


def assign(name: str, value: ast.expr) -> ast.Assign:
    return ast.Assign([store(name)], value, lineno=0)


def expression(source: str, **parts: ast.expr) -> ast.expr:
    """An expression in which each name of ``parts`` is replaced.

    Example:
        >>> ast.unparse(expression("A + 1", A=ast.parse("x * y", mode="eval").body))
        'x * y + 1'
    """

    class Filled(ast.NodeTransformer):
        def visit_Name(self, node: ast.Name) -> ast.expr:
            return parts.get(node.id, node)

    return Filled().visit(ast.parse(source, mode="eval").body)


def statement(source: str) -> ast.stmt:
    return ast.parse(source).body[0]


def make_function(name: str, arguments: ast.arguments, body: list[ast.stmt], decorators: list[ast.expr] | None = None) -> ast.FunctionDef:
    made = ast.parse(f"def {name}(): pass").body[0]
    assert isinstance(made, ast.FunctionDef)
    made.args, made.body, made.decorator_list = arguments, body, decorators or []
    return made


def parameters(node: ast.FunctionDef) -> list[str]:
    return [one.arg for one in node.args.args]


def bare_arguments(names: list[str]) -> ast.arguments:
    return ast.arguments([], [ast.arg(name) for name in names], None, [], [], None, [])


def replace_expressions(node: ast.AST, change: Callable[[ast.expr], ast.expr | None], chance: random.Random, share: float = 0.6) -> bool:
    """Exchanges some of the expressions for which ``change`` gives another one, at least one if there is any.

    Args:
        share: of the places, on average.
    """
    places = [one for one in ast.walk(node) if isinstance(one, ast.expr) and change(one) is not None]
    if not places:
        return False
    chosen = {id(one) for one in places if chance.random() < share} or {id(chance.choice(places))}

    class Exchanged(ast.NodeTransformer):
        def visit(self, inner: ast.AST) -> ast.AST:
            self.generic_visit(inner)
            if id(inner) in chosen and isinstance(inner, ast.expr):
                return change(inner) or inner
            return inner

    Exchanged().visit(node)
    return True


def _name(statement: ast.stmt) -> str:
    if isinstance(statement, (ast.FunctionDef, ast.ClassDef)):
        return statement.name
    return to_one_name(statement)


def _is_plain(given: ast.arguments) -> bool:
    return not (given.posonlyargs or given.vararg or given.kwonlyargs or given.kwarg or given.defaults)
