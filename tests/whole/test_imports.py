"""Imports point one way: each package uses only those before it in the list, and the engine knows no exercise by name."""

import ast
import functools
import re
import subprocess
import sys
from pathlib import Path

import pytest
from engine_imports import ENGINE, FREE, edges, imports, modules, nodes, package, parsed

from autograder.content import statements
from autograder.core import keras_backend
from autograder.datasets import NAMES

CHECKS = Path(__file__).parents[2] / "solutions" / "mnist" / "checks"

# Lowest first: a package imports only from those above it in this list.
PACKAGES = {
    "core": "records of results, settings, files written whole, levels of isolation, what an exception costs",
    "datasets": "published data sets, and what the kit makes in their place",
    "transport": "plain data as bytes, over a socket or in shared memory",
    "content": "files on disk: pages, notebooks, submissions, assignments",
    "values": "any value of a student's as plain data; runs in the sandbox, and nowhere else",
    "reports": "results as text, HTML, JSON and CSV",
    "sandbox": "the processes in which students' code runs, and their isolation",
    "expectations": "what a check can say about an answer",
    "lms": "marks into the files of Canvas and Moodle",
    "cache": "what was found before",
    "judging": "checks over one submission, and which mistake was made",
    "grading": "many submissions: on this machine or on several",
    "learning": "hints, progress, watch, and check() in a notebook",
    "authoring": "build, audit, demo, drafts",
    "hosted": "Gradescope, Classroom 50 and GitHub Actions",
    "desk": "a course without nbgrader: attempts, corrections, receipts, a local server",
    "nbgrader": "in and out of nbgrader",
    "cli": "parse, call, print",
}
LEVEL = {name: level for level, name in enumerate(PACKAGES)}
MOST_PACKAGES, MOST_EDGES = 18, 90
LIVE_OBJECTS = {"sandbox", "values"}  # only these see them


def upward(found: dict[tuple[str, str], str]) -> list[str]:
    """``low imports high`` for each import that points the wrong way."""
    return [said for (one, other), said in found.items() if LEVEL.get(other, len(LEVEL)) >= LEVEL[one]]


def cycle(sources: dict[str, str]) -> list[str]:
    """Modules that need each other to be imported; those inside functions come later and make no cycle."""
    needs = {name: set(imports(source, sources, nested=False)) - {name} for name, source in sources.items()}
    while free := [name for name, others in needs.items() if not others & needs.keys()]:
        for name in free:
            del needs[name]
    return sorted(needs)


def inner_modules() -> dict[str, str]:
    return {name: source for name, source in modules().items() if name}


@pytest.fixture(scope="module", autouse=True)
def trees_are_forgotten():
    """A million nodes, which each search for garbage in this process would walk through."""
    yield
    for cached in (parsed, nodes, edges_of_the_engine):
        cached.cache_clear()


@functools.cache
def edges_of_the_engine() -> dict[tuple[str, str], str]:
    return edges(inner_modules())


# -- the order --------------------------------------------------------------------------------------------------------


def test_every_package_has_its_place():
    """And no module lies beside the packages."""
    assert {package(name) for name in inner_modules()} - FREE == LEVEL.keys()


def test_no_package_imports_from_one_below_it_in_the_list():
    assert upward(edges_of_the_engine()) == []


def test_the_packages_are_few_and_know_few_others():
    assert len(PACKAGES) <= MOST_PACKAGES
    assert len(edges_of_the_engine()) <= MOST_EDGES


def test_no_modules_need_each_other():
    assert cycle(inner_modules()) == []


def test_the_map_for_contributors_is_true():
    """CONTRIBUTING's table names each package in this order, and whom it may ask."""
    lines = (ENGINE.parent / "CONTRIBUTING.md").read_text("utf-8").partition("## The packages")[2].splitlines()
    table = {cells[1].strip(" `"): cells[3].split() for line in lines if len(cells := line.split("|")) == 5}
    table = {name: asked for name, asked in table.items() if name in PACKAGES}
    assert list(table) == list(PACKAGES)
    table["cli"] = [name for name in PACKAGES if name != "cli"]  # "all of them"
    assert [pair for pair in edges_of_the_engine() if pair[1] not in table[pair[0]]] == []
    assert [(name, one) for name, asked in table.items() for one in asked if one != "–" and LEVEL[one] >= LEVEL[name]] == []


def test_an_upward_import_would_be_found():
    """The checks above can fail."""
    judge = {"judging.judge": ""}
    for source in (
        "from autograder.judging import judge",
        "def f():\n    from autograder.judging.judge import Settings",
        "import autograder.judging.judge as j",
    ):
        assert upward(edges({"transport.wire": source} | judge)) == ["transport.wire imports judging.judge"]
    assert upward(edges({"judging.judge": "import autograder.transport.wire", "transport.wire": ""})) == []


def test_a_cycle_would_be_found():
    both = {
        "values.a": "from autograder.values import b",
        "values.b": "from autograder.values.a import x",
        "transport.wire": "",
    }
    assert cycle(both) == ["values.a", "values.b"]
    assert upward(edges(both)) == []


def test_the_package_itself_loads_nothing_of_its_own():
    """``import autograder`` is the first thing that a worker and a notebook do."""
    assert list(imports(modules()[""], inner_modules(), nested=False)) == []


def test_only_the_sandbox_sees_live_objects():
    """What makes plain data of a live object belongs to the worker; the judge gets plain data only."""
    assert {one for one, other in edges_of_the_engine() if other == "values"} <= LIVE_OBJECTS


# -- no exercise by name ----------------------------------------------------------------------------------------------

SIZES = {28, 784}
KERAS_METHODS = {"evaluate"}  # exercises that are called like something every page with a model calls


def names_in(source: str, exercises: set[str]) -> set[str]:
    """Exercises that a module knows by name.

    A name of several words (``count_labels``) is nobody's ordinary word, so it may stand nowhere in the code, not even
    inside a text. A name of one word (``train``) may be part of a sentence, a parameter or a local name of ours; it
    counts where it stands for the exercise: as a text of its own (``"train"``), which is how a function is looked up.
    Docstrings and comments may give examples. A name that is also a method of every Keras model is let go as a text.
    """
    documented = (ast.Module, ast.ClassDef, ast.FunctionDef, ast.AsyncFunctionDef)
    docs = {
        id(node.body[0].value) for node in nodes(source) if isinstance(node, documented) and ast.get_docstring(node)
    }
    found = set()
    for node in nodes(source):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in docs:
            words = set(re.findall(r"\w+", node.value))
            found |= {name for name in exercises & words if "_" in name or node.value == name} - KERAS_METHODS
        fields = [value for _field, value in ast.iter_fields(node) if isinstance(value, str)]
        if not isinstance(node, ast.Constant):
            found |= {name for name in exercises.intersection(fields) if "_" in name}
    return found


def numbers_in(source: str) -> set[int]:
    """Numbers of one data set that a module has: rows, columns and pixels of its images."""
    constants = (node.value for node in nodes(source) if isinstance(node, ast.Constant))
    return {value for value in constants if type(value) is int and value in SIZES}


def exercise_names() -> set[str]:
    return {path.stem.removeprefix("test_") for path in CHECKS.glob("test_*.py")}


def test_the_engine_knows_no_exercise_by_name():
    exercises = exercise_names()
    assert exercises, "the checks have moved"
    found = {name: names_in(source, exercises) for name, source in modules().items()}
    assert {name: named for name, named in found.items() if named} == {}


def test_only_the_package_of_data_sets_knows_them_by_name():
    engine = {name: source for name, source in modules().items() if name.partition(".")[0] != "datasets"}
    found = {name: names_in(source, {*NAMES}) | numbers_in(source) for name, source in engine.items()}
    assert {name: known for name, known in found.items() if known} == {}


def test_a_data_set_in_the_engine_would_be_found():
    assert names_in("if name == 'digits': load('fashion_mnist')", {*NAMES}) == {"digits", "fashion_mnist"}
    assert numbers_in("shape = (28, 28)\nx = 784.0") == {28}


@pytest.mark.parametrize(
    "source",
    ["if name == 'train': pass", "SLOW = {'count_labels'}", "def count_labels(): pass", "print(f'look at count_labels(x)')",
     "import count_labels", "f(count_labels=1)", "page.count_labels()", "x = {'train': 120}"],
)  # fmt: skip
def test_an_exercise_in_the_engine_would_be_found(source):
    """The check above can fail."""
    assert names_in(source, {"train", "count_labels"})


@pytest.mark.parametrize(
    "source",
    [
        "'''count_labels(x) is an example.'''",
        "train = 1",
        "model.train()",
        "print('how to train a network')",
        "x = 'evaluate'",
    ],
)
def test_an_ordinary_word_is_no_exercise(source):
    assert not names_in(source, {"train", "count_labels", "evaluate"})


# -- the backends of Keras ----------------------------------------------------------------------------------------------

PLUG_IN = "values.keras.backends"


def backends_in(source: str) -> set[str]:
    """The backends of Keras that a module imports, also by name: ``import_module("torch.nn")``."""
    asked = {
        str(getattr(node.args[0], "value", "")).partition(".")[0]
        for node in nodes(source)
        if isinstance(node, ast.Call) and node.args and getattr(node.func, "attr", getattr(node.func, "id", "")) in ("import_module", "__import__")
    }
    return (statements.imports_of(parsed(source)) | asked) & {*keras_backend.TITLES, "jaxlib"}


def test_only_the_plug_in_of_keras_imports_a_backend():
    """Anything else that needed one would work with that one only."""
    found = {name: backends_in(source) for name, source in modules().items() if not name.startswith(PLUG_IN)}
    assert {name: known for name, known in found.items() if known} == {}
    assert {"tensorflow", "jax", "torch"} == {one for name, source in modules().items() if name.startswith(PLUG_IN) for one in backends_in(source)}


def test_no_check_and_no_page_imports_a_backend():
    """Students' pages and checks are the same with each of them."""
    solutions = ENGINE.parent / "solutions"
    pages = [*solutions.glob("*/*.py"), *solutions.glob("*/checks/*.py")]
    assert pages and [str(path) for path in pages if backends_in(path.read_text("utf-8"))] == []


@pytest.mark.parametrize("source", ["def f():\n    import tensorflow as tf", "from jax import numpy", "importlib.import_module('torch.nn')"])
def test_an_imported_backend_would_be_found(source):
    assert backends_in(source)


# -- what is loaded ---------------------------------------------------------------------------------------------------

HEAVY = ["tensorflow", "jax", "torch", "keras", "matplotlib", "pytest", "pandas", "rich", "jinja2", "click"]


def loaded(code: str, heavy: list[str] = HEAVY) -> set[str]:
    """Which of the heavy libraries a fresh interpreter has loaded after this code."""
    script = f"{code}\nimport sys\nprint(*[name for name in {heavy!r} if name in sys.modules])"
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True, cwd=ENGINE.parent)
    return set(done.stdout.split())


def test_what_a_worker_needs_loads_no_heavy_library():
    """So a check of plain NumPy functions starts in the time that NumPy takes."""
    assert (
        loaded(
            "import autograder, autograder.sandbox.worker_main, autograder.sandbox.fork_server, autograder.sandbox.spawn_main"
        )
        == set()
    )


def test_what_reads_a_submission_loads_no_heavy_library():
    names = "sandbox content.page content.slicing content.assignment judging.proxies judging.explain expectations core.records"
    assert loaded("\n".join(f"import autograder.{name}" for name in names.split())) == set()


def test_a_command_that_has_others_judge_loads_neither_numpy_nor_what_they_need():
    """What they need takes them half a second to load; the command would load it beside them, on the cores they wait for."""
    names = (
        "grading.batch grading.backends grading.process_pool cache.result_cache reports content.integrity cli.grade cli.grading"
        " cli.progress"
    )
    assert loaded("\n".join(f"import autograder.{name}" for name in names.split()), [*HEAVY, "numpy"]) <= {"rich", "click"}


def test_a_loaded_library_would_be_found():
    assert loaded("import rich") == {"rich"}
