"""A check file as students receive it: without its hidden checks, and without the helpers that only those need."""

from __future__ import annotations

import ast

from autograder.content.check_marks import is_check, is_mark_of_file, marks_of, marks_of_file
from autograder.content.statements import given_names

IMPORTS = (ast.Import, ast.ImportFrom)
BY_NAME = ("usefixtures", "getfixturevalue")  # how a check asks for a fixture without a parameter


def public_checks(source: str) -> str:
    """A check file's public part; empty if it has no public check."""
    tree = ast.parse(source)
    lines = source.splitlines()
    hidden = _hidden(tree)
    kept = [node for node in tree.body if node not in hidden]
    if not any(is_check(node) for node in kept):
        return ""
    imported = {name for node in kept if isinstance(node, IMPORTS) for name in given_names(node)}
    given = {id(node): _defines(node, imported) for node in kept}
    others = {id(node): _uses(node) - given[id(node)] for node in kept}
    while True:
        used = {name for node in kept for name in others[id(node)]}
        unused = [node for node in kept if given[id(node)] and not _counts_by_itself(node) and not (given[id(node)] & used)]
        if not unused:
            break
        kept = [node for node in kept if node not in unused]
    texts = ["\n".join(lines[_first(node) - 1 : node.end_lineno]) for node in kept]
    out = texts[0]
    for previous, node, text in zip(kept, kept[1:], texts[1:], strict=False):
        out += _gap(previous, node) + text
    return out + "\n"


def hidden_checks(source: str) -> list[str]:
    """The text of each hidden check of a file."""
    return [ast.get_source_segment(source, node) or "" for node in _hidden(ast.parse(source))]


def _hidden(tree: ast.Module) -> list[ast.stmt]:
    if any(name == "public" for name, _mark in marks_of_file(tree)):
        return []
    return [node for node in tree.body if is_check(node) and not _is_public(node)]


def _is_public(node: ast.stmt) -> bool:
    return any(name == "public" for name, _mark in marks_of(node))


def _counts_by_itself(node: ast.stmt) -> bool:
    """Whether pytest, or the judge, takes it although nothing in the file uses it."""
    always = any(one.arg == "autouse" and ast.unparse(one.value) != "False" for one in _fixture_settings(node))
    return is_check(node) or _makes_inputs(node) or is_mark_of_file(node) or always


def _fixture_settings(node: ast.stmt) -> list[ast.keyword]:
    """What a fixture is told: ``name="small"`` of ``@pytest.fixture(name="small")``."""
    marks = node.decorator_list if isinstance(node, ast.FunctionDef) else []
    calls = [mark for mark in marks if isinstance(mark, ast.Call) and ast.unparse(mark.func).endswith("fixture")]
    return [one for call in calls for one in call.keywords]


def _makes_inputs(node: ast.stmt) -> bool:
    """Whether this makes telling inputs. The function that gives their right values is marked in another way, and is left out."""
    marks = node.decorator_list if isinstance(node, ast.FunctionDef) else []
    return any(isinstance(mark, ast.Call) and ast.unparse(mark.func).endswith("telling_inputs") for mark in marks)


def _defines(node: ast.stmt, imported: set[str]) -> frozenset[str]:
    """What a statement is there for: the names that it gives, or changes. ``np.random.seed(3)`` is there for itself."""
    if isinstance(node, (ast.FunctionDef, ast.ClassDef)):
        return frozenset({node.name} | {_text(one.value) for one in _fixture_settings(node) if one.arg == "name"})
    return given_names(node) if isinstance(node, IMPORTS) else given_names(node) - imported


def _uses(node: ast.stmt) -> set[str]:
    used = {child.id for child in ast.walk(node) if isinstance(child, ast.Name) and isinstance(child.ctx, ast.Load)}
    if isinstance(node, ast.FunctionDef):
        used |= {argument.arg for argument in node.args.args}  # fixtures are asked for by name
    for child in ast.walk(node):  # as a text, too
        if isinstance(child, ast.Call) and isinstance(child.func, ast.Attribute) and child.func.attr in BY_NAME:
            used |= {text for argument in child.args if (text := _text(argument))}
    return used


def _text(node: ast.expr) -> str:
    return node.value if isinstance(node, ast.Constant) and isinstance(node.value, str) else ""


def _first(node: ast.stmt) -> int:
    return min([node.lineno, *(mark.lineno for mark in getattr(node, "decorator_list", []))])


def _gap(previous: ast.stmt, node: ast.stmt) -> str:
    big = (ast.FunctionDef, ast.ClassDef)
    if isinstance(previous, big) or isinstance(node, big):
        return "\n\n\n"
    if isinstance(previous, IMPORTS) and isinstance(node, IMPORTS):
        own = ast.unparse(node).startswith("from autograder") != ast.unparse(previous).startswith("from autograder")
        return "\n\n" if own else "\n"
    return "\n\n" if isinstance(previous, (ast.Expr, *IMPORTS)) else "\n"
