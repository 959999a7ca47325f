"""The engine's structure in numbers: ``python tests/support/layout_numbers.py [CHECKOUT]``."""

import ast
import sys
from pathlib import Path

from engine_imports import edges, modules


def numbers(engine: Path) -> dict[str, object]:
    """What it prints, for one ``autograder`` folder. A module beside the packages counts as one of its own."""
    sources = modules(engine)
    lines = {name: len(source.splitlines()) for name, source in sources.items()}
    classes = [
        (node.end_lineno - node.lineno + 1, f"{name}.{node.name}")
        for name, source in sources.items()
        for node in ast.walk(ast.parse(source))
        if isinstance(node, ast.ClassDef)
    ]
    size, longest = max((size, name) for name, size in lines.items())
    return {
        "modules beside the packages": len([path for path in engine.glob("*.py") if not path.stem.startswith("__")]),
        "packages": len([path for path in engine.iterdir() if (path / "__init__.py").exists()]),
        "edges between them": len(edges(sources)),
        "modules": len(sources),
        "longest module": f"{longest} ({size} lines)",
        "longest class": "{1} ({0} lines)".format(*max(classes)),
        "lines": sum(lines.values()),
    }


if __name__ == "__main__":
    for what, number in numbers(Path(sys.argv[1] if len(sys.argv) > 1 else ".") / "autograder").items():
        print(f"{what}: {number}")
