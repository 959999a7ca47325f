"""Private names of other libraries are used in ``compat`` modules only, and their versions have an upper bound."""

import ast
import re
import sys
from pathlib import Path

import pytest
from other_side import requirements

ENGINE = Path(__file__).parents[2] / "autograder"

# What each compat module rests on: the distributions.
COMPAT = {
    "cli/compat.py": ["click"],
    "desk/compat.py": ["pylti1p3next"],
    "grading/compat.py": [],  # Python itself
    "judging/compat.py": ["pytest"],
    "learning/compat.py": ["ipython", "ipykernel"],
    "lms/compat.py": ["canvasapi", "pylti1p3next"],
    "nbgrader/compat.py": ["nbgrader", "nbconvert"],
    "values/keras/backends/compat.py": ["tensorflow", "jax"],
    "values/keras/compat.py": ["keras"],
    "values/mpl/compat.py": ["matplotlib"],
}
# Python documents these, although they look private.
DOCUMENTED = {"os._exit", "sys._getframe", "_asdict", "_fields", "_make", "_replace", "_thread"}
PRIVATE_MODULES = re.compile(r"(^|\.)(_(?!_)\w+|src|__internal__)(\.|$)|^tensorflow\.python(\.|$)")
MODULE_NAME = re.compile(r"[A-Za-z_]\w*(\.\w+)+")  # as text, for sys.modules or import_module
UNDOCUMENTED = {
    "concurrent.futures.process": {"BrokenProcessPool"},  # of these modules, this is what Python documents
    "multiprocessing.forkserver": set(),
    "multiprocessing.util": set(),
}


def _private(name: str) -> bool:
    return name.startswith("_") and not (name.startswith("__") and name.endswith("__")) and name != "_"


def defined(sources: dict[str, str]) -> set[str]:
    """Private names that the engine itself defines, anywhere."""
    found = set()
    for source in sources.values():
        for node in ast.walk(ast.parse(source)):
            if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)):
                found.add(node.name)
            elif isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store):
                found.add(node.id)
            elif isinstance(node, ast.Attribute) and isinstance(node.ctx, ast.Store):
                found.add(node.attr)
    return found


def foreign(source: str, ours: set[str]) -> set[str]:
    """Private names in a source that are not the engine's: attributes, imports, and modules that are named as text."""
    found = set()
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Attribute):
            whole = ast.unparse(node)
            of_a_base = isinstance(node.value, ast.Call) and ast.unparse(node.value.func) == "super"
            if _private(node.attr) and (node.attr not in ours or of_a_base) and not {whole, node.attr} & DOCUMENTED:
                found.add(whole)
            if node.attr == "__internal__":
                found.add(whole)
        elif isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names if _is_private_module(alias.name) or alias.name in UNDOCUMENTED}
        elif isinstance(node, ast.ImportFrom):
            names = {alias.name for alias in node.names}
            modules = {f"{node.module}.{name}" for name in names}
            if _is_private_module(node.module) or names & set(filter(_private, names)) and not _is_ours(node.module):
                found |= modules
            if node.module in UNDOCUMENTED:
                found |= {f"{node.module}.{name}" for name in names - UNDOCUMENTED[node.module]}
            found |= modules & UNDOCUMENTED.keys()
        elif isinstance(node, ast.Call) and ast.unparse(node.func) in {"getattr", "hasattr", "setattr", "delattr"}:
            name = node.args[1] if len(node.args) > 1 else None
            if isinstance(name, ast.Constant) and isinstance(name.value, str) and _private(name.value) and name.value not in ours:
                found.add(name.value)
        elif isinstance(node, ast.Constant) and isinstance(node.value, str) and MODULE_NAME.fullmatch(node.value):
            if _is_private_module(node.value):
                found.add(node.value)
    return found - DOCUMENTED


def _is_ours(module: str | None) -> bool:
    return (module or "").partition(".")[0] == ENGINE.name


def _is_private_module(name: str | None) -> bool:
    return name is not None and name != "__future__" and not _is_ours(name) and name not in DOCUMENTED and bool(PRIVATE_MODULES.search(name))


def sources() -> dict[str, str]:
    return {path.relative_to(ENGINE).as_posix(): path.read_text("utf-8") for path in sorted(ENGINE.rglob("*.py"))}


def test_private_names_of_others_are_used_in_compat_modules_only():
    files = sources()
    ours = defined(files)
    others = {file: text for file, text in files.items() if not file.endswith("compat.py")}
    found = {file: names for file, text in others.items() if (names := foreign(text, ours))}
    assert found == {}, "move these into the compat module of the package, with a test that fails when the library changes"


def test_each_compat_module_is_known_and_has_a_test():
    assert {path.relative_to(ENGINE).as_posix() for path in ENGINE.rglob("compat.py")} == COMPAT.keys()
    tests = [Path(package) / f"test_{'_'.join(rest)}" for package, *rest in (Path(file).parts for file in COMPAT)]
    assert [test for test in tests if not (Path(__file__).parents[1] / test).is_file()] == []


@pytest.mark.parametrize("library", sorted({name for names in COMPAT.values() for name in names}))
def test_what_a_compat_module_rests_on_has_an_upper_bound(library):
    """A version that nobody has checked is not installed."""
    asked = requirements(library)
    assert asked, f"pyproject.toml does not name {library}"
    assert [one for one in asked if "<" not in one] == []


@pytest.mark.parametrize(
    "source",
    [
        "from _pytest.config import get_config",
        "import _pytest.runner",
        "from keras.src.models import functional",
        "from numpy import _core",
        "item._request.getfixturevalue('rng')",
        "super()._known()",
        "getattr(optimizer, '_momentums', None)",
        "sys.modules['tensorflow.python.eager.context']",
        "sys.modules['keras.src.models.functional']",
        "tensorflow.__internal__.CompositeTensor",
        "from multiprocessing import forkserver",
        "from concurrent.futures.process import BrokenProcessPool, _ExceptionWithTraceback",
    ],
)
def test_a_private_name_would_be_found(source):
    """The check above can fail."""
    assert foreign(source, {"_known"})


@pytest.mark.parametrize(
    "source",
    [
        "self._known()",
        "getattr(self, '_known', None)",
        "os._exit(0)",
        "record._asdict()",
        "from concurrent.futures.process import BrokenProcessPool",
        "from autograder.core._files import _read",
        "from __future__ import annotations",
        "print('nothing._private here')",
    ],
)
def test_other_names_are_let_go(source):
    assert not foreign(source, {"_known"})


def test_this_python_has_what_is_documented():
    """Names that are let go because Python documents them are there."""
    import os

    assert callable(os._exit) and callable(sys._getframe)
