"""A check file as students receive it: without its hidden checks, and without the helpers that only those need."""

from __future__ import annotations

import ast


def public_checks(source: str) -> str:
    """A check file's public part; empty if it has no public check."""
    tree = ast.parse(source)
    lines = source.splitlines()
    hidden = [node for node in tree.body if _is_test(node) and not _is_public(node)]
    kept = [node for node in tree.body if node not in hidden]
    if not any(_is_test(node) for node in kept):
        return ""
    while True:
        used = {name for node in kept for name in _uses(node)}
        unused = [node for node in kept if _defines(node) and not _is_test(node) and not _makes_inputs(node) and not (_defines(node) & used)]
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
    hidden = [node for node in ast.parse(source).body if _is_test(node) and not _is_public(node)]
    return [ast.get_source_segment(source, node) or "" for node in hidden]


def _is_test(node: ast.stmt) -> bool:
    return isinstance(node, ast.FunctionDef) and node.name.startswith("test_")


def _is_public(node: ast.FunctionDef) -> bool:
    return any(ast.unparse(mark) == "pytest.mark.public" for mark in node.decorator_list)


def _makes_inputs(node: ast.stmt) -> bool:
    """Whether this makes telling inputs. The function that gives their right values is marked in another way, and is left out."""
    marks = node.decorator_list if isinstance(node, ast.FunctionDef) else []
    return any(isinstance(mark, ast.Call) and ast.unparse(mark.func).endswith("telling_inputs") for mark in marks)


def _defines(node: ast.stmt) -> set[str]:
    if isinstance(node, (ast.FunctionDef, ast.ClassDef)):
        return {node.name}
    if isinstance(node, (ast.Import, ast.ImportFrom)):
        return {alias.asname or alias.name.partition(".")[0] for alias in node.names}
    if isinstance(node, ast.Assign):
        return {child.id for target in node.targets for child in ast.walk(target) if isinstance(child, ast.Name)}
    return set()


def _uses(node: ast.stmt) -> set[str]:
    used = {child.id for child in ast.walk(node) if isinstance(child, ast.Name) and isinstance(child.ctx, ast.Load)}
    if isinstance(node, ast.FunctionDef):
        used |= {argument.arg for argument in node.args.args}  # fixtures are asked for by name
        used.discard(node.name)
    return used


def _first(node: ast.stmt) -> int:
    return min([node.lineno, *(mark.lineno for mark in getattr(node, "decorator_list", []))])


def _gap(previous: ast.stmt, node: ast.stmt) -> str:
    big = (ast.FunctionDef, ast.ClassDef)
    if isinstance(previous, big) or isinstance(node, big):
        return "\n\n\n"
    imports = (ast.Import, ast.ImportFrom)
    if isinstance(previous, imports) and isinstance(node, imports):
        own = ast.unparse(node).startswith("from autograder") != ast.unparse(previous).startswith("from autograder")
        return "\n\n" if own else "\n"
    return "\n\n" if isinstance(previous, (ast.Expr, *imports)) else "\n"
