"""Which of the engine's modules import which, read from their sources."""

import ast
import functools
from collections.abc import Iterable, Iterator
from pathlib import Path

ENGINE = Path(__file__).parents[2] / "autograder"
FREE = {"", "__main__", "networks"}  # the package itself, its command, and the old place of a module


parsed = functools.cache(ast.parse)  # several tests read the whole engine


@functools.cache
def nodes(source: str) -> tuple[ast.AST, ...]:
    """All nodes of a source's tree."""
    return tuple(ast.walk(parsed(source)))


def modules(engine: Path = ENGINE) -> dict[str, str]:
    """Dotted name below ``autograder`` -> source; ``""`` is the package itself."""
    found = {}
    for path in sorted(engine.rglob("*.py")):
        parts = path.relative_to(engine).with_suffix("").parts
        found[".".join(part for part in parts if part != "__init__")] = path.read_text("utf-8")
    return found


def imports(source: str, known: Iterable[str], nested: bool = True) -> Iterator[str]:
    """Dotted names of the engine's modules that a source imports.

    Args:
        known: dotted names of all modules.
        nested: also those imports that stand inside functions.
    """
    for node in nodes(source) if nested else parsed(source).body:
        if isinstance(node, ast.Import):
            names = [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            assert not node.level, "relative imports are not looked at, so there are none"
            names = [f"{node.module}.{alias.name}" for alias in node.names]
        else:
            continue
        for name in names:
            package, _, inner = name.partition(".")
            if package == "autograder":
                while inner and inner not in known:
                    inner = inner.rpartition(".")[0]
                if inner:
                    yield inner


def package(module: str) -> str:
    return module.partition(".")[0]


def edges(sources: dict[str, str]) -> dict[tuple[str, str], str]:
    """(package, another that it imports from) -> one of the places, also where the import stands inside a function."""
    found = {}
    for name, source in sources.items():
        for other in imports(source, sources):
            if package(other) != package(name) and package(name) not in FREE:
                found[package(name), package(other)] = f"{name} imports {other}"
    return found
