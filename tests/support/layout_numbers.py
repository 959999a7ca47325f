"""The engine's structure in numbers: ``python tests/support/layout_numbers.py [CHECKOUT]``.

Edges between packages count imports inside functions, too.
"""

import ast
import sys
from pathlib import Path


def numbers(root: Path) -> dict[str, object]:
    """What it prints, for one checkout."""
    engine = root / "autograder"
    paths = sorted(engine.rglob("*.py"))
    names = {".".join(path.relative_to(engine).with_suffix("").parts).removesuffix(".__init__"): path for path in paths}
    modules = {name: ast.parse(path.read_text("utf-8")) for name, path in names.items()}
    edges = set()
    for name, tree in modules.items():
        for node in ast.walk(tree):
            if isinstance(node, ast.ImportFrom) and (node.module or "").partition(".")[0] == "autograder":
                base = node.module.removeprefix("autograder").lstrip(".")
                for alias in node.names:
                    target = f"{base}.{alias.name}".lstrip(".") if not base else base
                    edges.add((name.partition(".")[0], target.partition(".")[0]))
    lines = {name: len(path.read_text("utf-8").splitlines()) for name, path in names.items()}
    classes = [
        (node.end_lineno - node.lineno + 1, f"{name}.{node.name}")
        for name, tree in modules.items()
        for node in ast.walk(tree)
        if isinstance(node, ast.ClassDef)
    ]
    longest = max(lines, key=lines.get)
    known = {name.partition(".")[0] for name in modules}
    return {
        "modules beside the packages": len([path for path in engine.glob("*.py") if not path.stem.startswith("__")]),
        "packages": len([path for path in engine.iterdir() if (path / "__init__.py").exists()]),
        "edges between them": len({(a, b) for a, b in edges if a != b and a in known and b in known and b}),
        "modules": len(modules),
        "longest module": f"{longest} ({lines[longest]} lines)",
        "longest class": "{1} ({0} lines)".format(*max(classes)),
        "lines": sum(lines.values()),
    }


if __name__ == "__main__":
    for what, number in numbers(Path(sys.argv[1] if len(sys.argv) > 1 else ".")).items():
        print(f"{what}: {number}")
