"""A module is read in one sitting: none is over 300 lines, no class over 250."""

import ast
from pathlib import Path

import pytest

ENGINE = Path(__file__).parents[2] / "autograder"
LONGEST_MODULE, LONGEST_CLASS = 300, 250  # lines


def too_long(source: str) -> list[str]:
    """What is over the limits in one module."""
    lines = len(source.splitlines())
    found = [f"{lines} lines"] if lines > LONGEST_MODULE else []
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.ClassDef) and node.end_lineno - node.lineno + 1 > LONGEST_CLASS:
            found.append(f"class {node.name}: {node.end_lineno - node.lineno + 1} lines")
    return found


def over() -> dict[str, list[str]]:
    """Module below ``autograder/`` -> what is over the limits."""
    modules = {path.relative_to(ENGINE).as_posix(): path.read_text("utf-8") for path in sorted(ENGINE.rglob("*.py"))}
    return {name: found for name, source in modules.items() if (found := too_long(source))}


def test_no_module_and_no_class_is_too_long():
    assert over() == {}


@pytest.mark.parametrize(
    ("source", "found"),
    [("x = 1\n" * 300, []), ("x = 1\n" * 301, ["301 lines"]), ("class A:\n" + "    x = 1\n" * 249, []),
     ("class A:\n" + "    x = 1\n" * 250, ["class A: 251 lines"])],
    ids=["a module at the limit", "a long module", "a class at the limit", "a long class"],
)  # fmt: skip
def test_what_is_too_long_would_be_found(source, found):
    assert too_long(source) == found
