"""One name, one thing: over the whole engine for classes, over the two sides of the sandbox for all that is public."""

import ast
import functools
import importlib
import re
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

import pytest

ENGINE = Path(__file__).parents[2] / "autograder"

# Run beside students' code, in its process or before it is forked; all the rest runs where marks are decided.
WORKER_SIDE = (
    "values/",
    "sandbox/arguments.py",
    "sandbox/audit_hook.py",
    "sandbox/fork_server.py",
    "sandbox/isolation/",
    "sandbox/kept_objects.py",
    "sandbox/marked_code.py",
    "sandbox/marked_values.py",
    "sandbox/preload.py",
    "sandbox/printed_output.py",
    "sandbox/spawn_main.py",
    "sandbox/unwritable_files.py",
    "sandbox/worker_boot.py",
    "sandbox/worker_main.py",
)
BOTH_SIDES = ("core/", "transport/")  # the same code on both sides, so the same names
ENTRY_POINT = "main"  # the usual name of what ``python -m`` runs

# Words that say nothing to whoever did not choose them, and the word to use.
BANNED = {
    "crew": "backend",
    "standin": "proxy",
    "stand_in": "proxy",
    "lasting": "shared_array, durable or session",
    "story": "demo",
    "told": "what is held: notes, recorded, answer",
    "wish": "highest_level",
}
# These are clear in a sentence (``passed`` is an outcome), and say nothing as the whole name of a module or a class.
BANNED_ALONE = {
    "alone": "SerialBackend",
    "keeping": "signed_store",
    "kept": "report_store",
    "live": "kernel",
    "parts": "merge",
    "passed": "result_cache",
    "ready": "prefork",
    "remembered": "result_cache",
    "rooms": "namespaces",
    "school": "training",
    "suspicion": "integrity",
    "trainings": "training_cache",
    "workers": "worker_handle",
}
PROMISED = {("transport/shared_arrays.py", "lasting")}  # checks that instructors have written import it


@functools.cache
def sources() -> dict[str, str]:
    """File below ``autograder/`` -> its text."""
    return {path.relative_to(ENGINE).as_posix(): path.read_text("utf-8") for path in sorted(ENGINE.rglob("*.py"))}


def classes(files: dict[str, str]) -> dict[str, list[str]]:
    """Class's name, without the underscore of a private one -> the files that define it."""
    found = defaultdict(list)
    for file, text in files.items():
        for node in ast.walk(ast.parse(text)):
            if isinstance(node, ast.ClassDef):
                found[node.name.lstrip("_")].append(file)
    return found


def public(text: str) -> Iterator[str]:
    """The public names that a module defines."""
    for node in ast.parse(text).body:
        targets = node.targets if isinstance(node, ast.Assign) else [node.target] if isinstance(node, ast.AnnAssign) else []
        names = [one.id for one in targets if isinstance(one, ast.Name)]
        if isinstance(node, (ast.ClassDef, ast.FunctionDef, ast.AsyncFunctionDef)):
            names = [node.name]
        yield from (name for name in names if not name.startswith("_"))


def on_both_sides(files: dict[str, str]) -> set[str]:
    """Public names that worker and judge both define, each in its own way."""
    sides = {True: set(), False: set()}
    for file, text in files.items():
        if not file.startswith(BOTH_SIDES):
            sides[file.startswith(WORKER_SIDE)] |= {*public(text)}
    return sides[True] & sides[False] - {ENTRY_POINT}


def words(identifier: str) -> set[str]:
    """The words of a name, and the name: ``make_lasting`` -> ``make_lasting``, ``make``, ``lasting``."""
    apart = re.sub(r"(?<=[a-z0-9])(?=[A-Z])", "_", identifier).lower()
    return {apart.strip("_"), *apart.strip("_").split("_")}


def identifiers(file: str, text: str) -> Iterator[str]:
    """Every name that a file makes: its own, those of functions, classes and parameters, and what is assigned to."""
    yield from Path(file).with_suffix("").parts
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, (ast.ClassDef, ast.FunctionDef, ast.AsyncFunctionDef)):
            yield node.name
        elif isinstance(node, ast.arg):
            yield node.arg
        elif isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store):
            yield node.id
        elif isinstance(node, ast.Attribute) and isinstance(node.ctx, ast.Store):
            yield node.attr


def banned(files: dict[str, str]) -> list[str]:
    found = []
    for file, text in files.items():
        for name in dict.fromkeys(identifiers(file, text)):
            if (file, name) not in PROMISED:
                found += [f"{file}: {name} (say {BANNED[word]})" for word in sorted(words(name) & BANNED.keys())]
        alone = [*Path(file).with_suffix("").parts, *classes({file: text})]
        found += [f"{file}: {name} (say {BANNED_ALONE[word]})" for name in alone if (word := name.lower()) in BANNED_ALONE]
    return found


def test_no_two_classes_have_one_name():
    assert {name: files for name, files in classes(sources()).items() if len(files) > 1} == {}


def test_worker_and_judge_share_no_name():
    assert on_both_sides(sources()) == set()


def test_no_unclear_word_comes_back():
    assert banned(sources()) == []


@pytest.mark.parametrize("package", ["autograder", "autograder.nbgrader", "autograder.reports"])
def test_every_name_that_a_package_offers_is_there(package):
    """They are loaded when they are first used, so nothing else notices a module that was renamed."""
    module = importlib.import_module(package)
    for name in module.__all__:
        assert getattr(module, name) is not None


def test_each_of_these_would_be_found():
    """The tests above can fail."""
    assert classes({"a.py": "class Worker: ...", "b.py": "def f():\n    class _Worker: ..."})["Worker"] == ["a.py", "b.py"]
    assert on_both_sides({"values/a.py": "def build(): ...", "authoring/b.py": "build: int = 1"}) == {"build"}
    assert on_both_sides({"values/a.py": "def _build(): ...", "authoring/b.py": "def _build(): ..."}) == set()
    for text in ("def make_crew(): ...", "class CrewTrouble: ...", "self.crew = 1", "def f(crew): ...", "MAX_CREW = 3"):
        assert len(banned({"a.py": text})) == 1
    assert banned({"a.py": "screw = 1\npassed = 2\nclass DeadlinePassed: ..."}) == []
    assert len(banned({"kept.py": ""})) == len(banned({"a.py": "class Passed: ..."})) == 1


# -- names in code that stands in a text -------------------------------------------------------------------------------

IMPORTED = re.compile(r"from (autograder(?:\.\w+)*) import (\w+(?:, \w+)*)")


def defined() -> dict[str, set[str]]:
    """Dotted module -> every name that is made in it, and its submodules."""
    found = defaultdict(set)
    for file, text in sources().items():
        module = ".".join(["autograder", *Path(file).with_suffix("").parts]).removesuffix(".__init__")
        parent, _, leaf = module.rpartition(".")
        found[parent].add(leaf)
        for node in ast.walk(ast.parse(text)):
            if isinstance(node, (ast.Import, ast.ImportFrom)):
                found[module] |= {alias.asname or alias.name for alias in node.names}
            found[module] |= {getattr(node, key) for key in ("name", "id") if isinstance(getattr(node, key, None), str)}
    return found


def unknown(text: str, known: dict[str, set[str]]) -> list[str]:
    """Imports from the engine, anywhere in a text, of what is not there."""
    return [
        f"{module}.{name}"
        for module, names in IMPORTED.findall(text)
        for name in names.split(", ")
        if module in known and "__getattr__" not in known[module] and name not in known[module]
    ]


def test_code_in_texts_imports_what_is_there():
    """An attack that patches a name of long ago attacks nothing, and its test passes all the same."""
    known = defined()
    files = [path for folder in ("tests", "solutions") for path in sorted((ENGINE.parent / folder).rglob("*.py"))]
    found = {path.name: unknown(path.read_text("utf-8"), known) for path in files if path != Path(__file__)}
    assert {name: wrong for name, wrong in found.items() if wrong} == {"test_imports.py": ["autograder.values.b"]}
    assert unknown("x = 'from autograder.core.records import Report, Nothing'", known) == ["autograder.core.records.Nothing"]
