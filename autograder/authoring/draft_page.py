"""The page of a draft: an author's page as it is, or one made from a module with functions."""

from __future__ import annotations

import ast
from dataclasses import dataclass

from autograder.content.solution_markers import BEGIN, END

CELL = "# %%"


@dataclass(frozen=True)
class DraftPage:
    """What an author gave.

    Attributes:
        text: the page, with cells and solution markers.
        functions: those that students write: of a page, those with solution markers; of a module, public ones with a docstring.
        title: its first heading, or made from the name.
        is_made: the cells were made here, so that a person has to look at them.
        code: what runs, without the cells that call the kit.
    """

    name: str
    text: str
    functions: list[ast.FunctionDef]
    title: str
    is_made: bool
    code: str

    @staticmethod
    def read(source: str, name: str) -> DraftPage:
        """
        Raises:
            SyntaxError: the source is not Python.
        """
        tree = ast.parse(source, f"{name}.py")
        title = name.replace("_", " ").capitalize()
        documented = _documented(tree)
        if BEGIN in source and CELL in source:
            lines = source.splitlines()
            marked = [one for one in documented if any(line.strip() == BEGIN for line in lines[one.lineno - 1 : one.end_lineno])]
            heading = next((line.removeprefix("# # ") for line in lines if line.startswith("# # ")), title)
            return DraftPage(name, source, marked, heading, False, _without_calls(tree))
        source = _with_plain_defaults(source, tree)
        tree = ast.parse(source, f"{name}.py")
        made = _made(source, tree, [node.name for node in documented if not node.name.startswith("_")], title)
        again = ast.parse(made, f"{name}.py")
        functions = [node for node in _documented(again) if not node.name.startswith("_")]
        return DraftPage(name, made, functions, title, True, _without_calls(again))


def _documented(tree: ast.Module) -> list[ast.FunctionDef]:
    return [node for node in tree.body if isinstance(node, ast.FunctionDef) and ast.get_docstring(node)]


def _without_calls(tree: ast.Module) -> str:
    """The page's definitions: what it calls at top level is for students to look at, and asks the kit to check."""
    kept = [node for node in tree.body if not isinstance(node, ast.Expr)]
    return ast.unparse(ast.Module(kept, []))


def _with_plain_defaults(source: str, tree: ast.Module) -> str:
    """The source with values in the place of constants that are defaults: no function of a page may lean on a constant of the page."""
    values = {name: node.value for node in tree.body if isinstance(node, (ast.Assign, ast.AnnAssign)) for name in _constant(node)}
    plain = {name: ast.unparse(value) for name, value in values.items() if value is not None and _is_literal(value)}
    lines = source.splitlines(keepends=True)
    functions = [node for node in tree.body if isinstance(node, ast.FunctionDef)]
    defaults = [one for node in functions for one in (*node.args.defaults, *node.args.kw_defaults) if isinstance(one, ast.Name)]
    for one in sorted(defaults, key=lambda one: (one.lineno, one.col_offset), reverse=True):
        if one.id in plain:
            line = lines[one.lineno - 1].encode()
            lines[one.lineno - 1] = (line[: one.col_offset] + plain[one.id].encode() + line[one.end_col_offset :]).decode()
    return "".join(lines)


def _is_literal(node: ast.expr) -> bool:
    try:
        ast.literal_eval(node)
    except (SyntaxError, TypeError, ValueError):
        return False
    return True


def _made(source: str, tree: ast.Module, exercises: list[str], title: str) -> str:
    """A page with cells. Constants move into the functions that use them: a function of a page has only its arguments."""
    lines = source.splitlines()
    text = ast.get_docstring(tree) or "What this is about, and why."
    constants = {name: _lines(lines, node) for node in tree.body for name in _constant(node)}
    moved = _used(tree) - _read_at_the_top(tree)
    setup, cells, first = [], [], ["from autograder import check"]
    for node in tree.body:
        own = _lines(lines, node)
        if isinstance(node, ast.FunctionDef):
            needed = _needed(node, tree, constants)
            if node.name in exercises:
                heading = (ast.get_docstring(node) or "").splitlines()[0].rstrip(".")
                cells += [
                    f"{CELL} [markdown]\n# ## {len(cells) // 3 + 1}. {heading}",
                    f"{CELL} {node.name}\n" + "\n".join(_with_first(lines, node, needed, (BEGIN, END))),
                    f'{CELL} {node.name}_check\ncheck("{node.name}")',
                ]
            else:
                setup.append("\n\n" + "\n".join(_with_first(lines, node, needed)) + "\n")
        elif isinstance(node, ast.ImportFrom) and node.module == "__future__":
            first = [*own, *first]
        elif not (isinstance(node, ast.Expr) or _is_main(node) or set(_constant(node)) & moved):
            setup.append("\n".join(own))
    head = [
        f"{CELL} [markdown]\n# # {title}\n" + "\n".join(f"# {line}".rstrip() for line in text.splitlines()),
        "\n".join([f"{CELL} setup", *first, *setup]).rstrip(),
    ]
    return "\n\n".join(one.rstrip() for one in [*head, *cells]) + "\n"


def _lines(lines: list[str], node: ast.stmt) -> list[str]:
    first = min([node.lineno, *(one.lineno for one in getattr(node, "decorator_list", []))])
    return lines[first - 1 : node.end_lineno]


def _is_main(node: ast.stmt) -> bool:
    """Whether a statement is what only runs as a script."""
    return isinstance(node, ast.If) and "__name__" in ast.unparse(node.test)


def _constant(node: ast.stmt) -> list[str]:
    """The names that a statement at top level gives a value."""
    targets = node.targets if isinstance(node, ast.Assign) else [node.target] if isinstance(node, ast.AnnAssign) else []
    return [one.id for one in targets if isinstance(one, ast.Name)]


def _used(tree: ast.Module) -> set[str]:
    """The names that functions read."""
    return {name for node in tree.body if isinstance(node, ast.FunctionDef) for name in _read(node)}


def _read_at_the_top(tree: ast.Module) -> set[str]:
    """The names that are read before any function is called: by heads of functions, classes, and constants that stay at the top."""
    found: set[str] = set()
    for node in reversed(tree.body):
        if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef)):
            arguments = node.args
            annotated = (*arguments.posonlyargs, *arguments.args, *arguments.kwonlyargs, arguments.vararg, arguments.kwarg)
            annotations = [one.annotation for one in annotated if one is not None]
            head = [*arguments.defaults, *arguments.kw_defaults, *annotations, node.returns, *node.decorator_list]
            found |= {name for part in head if part is not None for name in _read(part)}
        elif not _constant(node) or set(_constant(node)) & found or not set(_constant(node)) & _used(tree):
            found |= _read(node)
    return found


def _read(node: ast.AST) -> set[str]:
    return {one.id for one in ast.walk(node) if isinstance(one, ast.Name) and isinstance(one.ctx, ast.Load)}


def _needed(function: ast.FunctionDef, tree: ast.Module, constants: dict[str, list[str]]) -> list[str]:
    """The lines of the constants that a function reads, and of those that these read, in the order of the source."""
    wanted = set(_read(function))
    for node in reversed(tree.body):
        if set(_constant(node)) & wanted:
            wanted |= _read(node)
    return [line for name, own in constants.items() if name in wanted for line in own]


def _with_first(lines: list[str], node: ast.FunctionDef, first: list[str], markers: tuple[str, str] | None = None) -> list[str]:
    """A function's lines with others at the beginning of its body, and solution markers around the body."""
    blanks = " " * node.body[0].col_offset
    own = _lines(lines, node)
    described = ast.get_docstring(node) is not None
    head = (node.body[0].end_lineno if described else node.body[0].lineno - 1) - (node.end_lineno or 0)
    body = [*(f"{blanks}{line}".rstrip() for line in first), *(own[len(own) + head :] if head else [f"{blanks}pass"])]
    around = [[f"{blanks}{one}"] for one in markers] if markers else [[], []]
    return [*own[: len(own) + head], *around[0], *body, *around[1]]
