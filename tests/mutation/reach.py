"""Which statements a test reaches, in all processes that it starts, also in confined ones.

Before each statement of a function in a copy of the engine, a line is added that sets one byte of a file that all
processes have mapped into their memory. That needs no tracing, no message and no file to be written afterwards, so it
also works in a worker that can reach neither files nor its parent, and in one that is killed.
"""

from __future__ import annotations

import ast
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

FUNCTIONS = (ast.FunctionDef, ast.AsyncFunctionDef)
MAPPING = """
import ctypes as _ctypes
import os as _os

def _mapped(path, size):
    try:
        file = _os.open(path, _os.O_RDWR)
    except OSError:
        return bytearray(size)
    library = _ctypes.CDLL(None)
    library.mmap.restype = _ctypes.c_void_p
    library.mmap.argtypes = [_ctypes.c_void_p, _ctypes.c_size_t, *[_ctypes.c_int] * 3, _ctypes.c_long]
    place = library.mmap(None, size, 3, 1, file, 0)
    _os.close(file)
    return (_ctypes.c_ubyte * size).from_address(place)

_reached_ = _mapped({path!r}, {size})
"""


@dataclass(frozen=True)
class Engine:
    """The sources of an engine, and the number of the first byte of each module in the map."""

    sources: dict[str, str]
    offsets: dict[str, int]
    size: int

    @classmethod
    def read(cls, folder: Path) -> Engine:
        """Module (dotted, below the package; ``__init__`` included) -> source."""
        sources = {
            ".".join(path.relative_to(folder).with_suffix("").parts): path.read_text("utf-8")
            for path in sorted(folder.rglob("*.py"))
        }
        offsets, size = {}, 0
        for name, source in sources.items():
            offsets[name] = size
            size += source.count("\n") + 2
        return cls(sources, offsets, size)

    def instrument(self, folder: Path, map_file: Path) -> None:
        """Writes an engine that notes which statements it reaches."""
        map_file.write_bytes(bytes(self.size))
        map_file.chmod(0o666)
        for name, source in self.sources.items():
            text = instrumented(source, self.offsets[name], MAPPING.format(path=str(map_file), size=self.size) if name == "__init__" else "")
            module_path(folder, name).write_text(text, "utf-8")

    def lines(self, content: bytes) -> dict[str, list[int]]:
        """Module -> lines of the statements that a map says were reached."""
        found: dict[str, list[int]] = {}
        names = iter(self.offsets.items())
        name, start = next(names)
        following = next(names, None)
        place = content.find(1)
        while place >= 0:
            while following is not None and place >= following[1]:
                name, start = following
                following = next(names, None)
            found.setdefault(name, []).append(place - start)
            place = content.find(1, place + 1)
        return found


def module_path(folder: Path, module: str) -> Path:
    return folder / Path(*module.split(".")).with_suffix(".py")


def instrumented(source: str, offset: int, beginning: str = "") -> str:
    """A module that sets byte ``offset + line`` before each statement inside a function, and in lambdas outside of them.

    Args:
        beginning: code for the start of the module; otherwise the map is imported from the package.
    """
    tree = ast.parse(source)
    _mark(tree, offset, inside=False)
    place = next((index for index, one in enumerate(tree.body) if not _is_head(one)), len(tree.body))
    tree.body[place:place] = ast.parse(beginning or "from autograder import _reached_").body
    return ast.unparse(ast.fix_missing_locations(tree)) + "\n"


def _is_head(node: ast.stmt) -> bool:
    """Whether a statement must stay first: the docstring, and imports from ``__future__``."""
    return _is_docstring(node) or (isinstance(node, ast.ImportFrom) and node.module == "__future__")


def _is_docstring(node: ast.stmt) -> bool:
    return isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant) and isinstance(node.value.value, str)


def _mark(node: ast.AST, offset: int, inside: bool) -> None:
    for field, value in ast.iter_fields(node):
        here = inside or (isinstance(node, FUNCTIONS) and field == "body")
        for one in value if isinstance(value, list) else [value]:
            if isinstance(one, ast.AST):
                _mark(one, offset, here)
        if here and isinstance(value, list) and value and isinstance(value[0], ast.stmt):
            setattr(node, field, list(_marked(value, offset)))
    if isinstance(node, ast.Lambda) and not inside:
        noted = ast.parse(f"_reached_.__setitem__({offset + node.lineno}, 1)", mode="eval").body
        node.body = ast.BoolOp(ast.Or(), [noted, node.body])


def _marked(statements: Iterable[ast.stmt], offset: int) -> Iterable[ast.stmt]:
    for index, one in enumerate(statements):
        if not (index == 0 and _is_docstring(one)):
            yield from ast.parse(f"_reached_[{offset + one.lineno}] = 1").body
        yield one


def uses(sources: dict[str, str], names: Iterable[str]) -> dict[str, set[int]]:
    """Module -> lines of the statements in functions that use one of these names, as a name or as an attribute."""
    wanted = set(names)
    found: dict[str, set[int]] = {}
    for module, source in sources.items():
        if any(name in source for name in wanted):
            for line, name in _names_used(source):
                if name in wanted:
                    found.setdefault(module, set()).add(line)
    return found


_USED: dict[str, list[tuple[int, str]]] = {}


def _names_used(source: str) -> list[tuple[int, str]]:
    if source not in _USED:
        _USED[source] = list(_find_names(ast.parse(source), 0, False))
    return _USED[source]


def _find_names(node: ast.AST, line: int, inside: bool) -> Iterable[tuple[int, str]]:
    for field, value in ast.iter_fields(node):
        here = inside or (isinstance(node, FUNCTIONS) and field == "body")
        for one in value if isinstance(value, list) else [value]:
            if isinstance(one, ast.AST):
                place = one.lineno if isinstance(one, (ast.stmt, ast.Lambda)) else line
                if here and isinstance(one, ast.Name):
                    yield place, one.id
                elif here and isinstance(one, ast.Attribute):
                    yield place, one.attr
                yield from _find_names(one, place, here)
                if isinstance(node, FUNCTIONS) and isinstance(one, ast.stmt) and field == "body" and not inside:
                    yield one.lineno, node.name  # whoever runs its body has called it
