"""Imports point one way: each module of the engine uses only what stands below it, and knows no exercise by name."""

import ast
import re
import subprocess
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest

ENGINE = Path(__file__).parents[1] / "autograder"
CHECKS = Path(__file__).parents[1] / "solutions" / "mnist" / "checks"

# Lowest first. A package (describe, expectations, reports) counts as one: its own modules may use each other, too.
ROWS = [
    "wheel",  #                        what is packed beside the code
    "owners",  #                       whose a file is, by its name
    "records",  #                      frozen dataclasses
    "naming",  #                       which known mistakes are proven
    "files file_names versions settings",  # whole files, and the cache · names as people can read them · what results depend on
    #                                  beside the page · how to judge
    "interrupts",  #                   Ctrl-C, held where it could do harm
    "wire sharing",  #                 plain data ↔ bytes · arrays that processes see without a copy
    "networks",  #                     a network the judge can work out
    "describe",  #                     any value → plain data
    "confine channel",  #              what the system enforces · one message at a time
    "processes",  #                    in which students' code runs: started, asked and ended, and what runs in them
    "digits",  #                       drawn digits
    "datasets",  #                     MNIST, Fashion-MNIST, digits
    "syntax_hints",  #                 what is wrong with a line that Python cannot read
    "page",  #                         a file ↔ cells
    "suspicion",  #                    notes for a person
    "parts keeping",  #                reports on single exercises → Report · reports ↔ our own files
    "translations",  #                 what well-known exceptions mean
    "expectations",  #                 what can be said about an answer
    "submission",  #                   which statements one function needs
    "assignment",  #                   a folder → an Assignment
    "signatures",  #                   what known mistakes do, as a build has left it
    "learner",  #                      how exercises stand, hints, the solution, a stub again
    "trainings",  #                    what trainings came to, remembered
    "standin",  #                      what a check calls
    "demonstrations",  #               does an answer work on its page?
    "explain",  #                      exceptions as sentences
    "collected",  #                    an assignment's checks, collected by pytest
    "judge",  #                        checks over one submission → Report
    "diagnose",  #                     which mistake is this?
    "pools",  #                        processes that judge side by side
    "remembered crews",  #             what judging has found, kept · who does the judging
    "passed",  #                       right answers, judged once
    "archives chosen",  #              a zip, unpacked · which of a student's pages counts
    "handed_in",  #                    which files are submissions, and whose
    "tasks",  #                        what is handed to who judges, and what comes back
    "grader",  #                       judges one submission after another
    "batch",  #                        many submissions
    "cluster ready",  #                many machines · what grading processes share
    "colab",  #                        a notebook's first cell
    "notebooks",  #                    a page as a notebook, with what nbgrader needs
    "build",  #                        solutions/ → assignments/
    "audit",  #                        is every exercise honest?
    "reports",  #                      Report → text, HTML, CSV
    "demo",  #                         a sample class
    "live",  #                         check("…") in a student's own page
    "watch",  #                        checking whenever the page is saved
    "nbgrader",  #                     in and out of nbgrader
    "hosted",  #                       grading on somebody else's machine
    "pack",  #                         the kit and an assignment for such a machine
    "cli",  #                          parse, call, print
    "__main__",
]
LEVEL = {name: level for level, row in enumerate(ROWS) for name in row.split()}
EXPECT_NO_DESCRIBE = {"expectations", "judge", "diagnose", "standin", "explain"}  # the judge's side of the boundary


def modules() -> dict[str, str]:
    """Dotted name below ``autograder`` -> source; ``""`` is the package itself."""
    found = {}
    for path in sorted(ENGINE.rglob("*.py")):
        parts = path.relative_to(ENGINE).with_suffix("").parts
        found[".".join(part for part in parts if part != "__init__")] = path.read_text("utf-8")
    return found


def imports(source: str, known: Iterable[str], nested: bool = True) -> Iterator[str]:
    """Dotted names of the engine's modules that a source imports.

    Args:
        known: dotted names of all modules.
        nested: also those imports that stand inside functions.
    """
    tree = ast.parse(source)
    for node in ast.walk(tree) if nested else tree.body:
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


def upward(sources: dict[str, str]) -> list[str]:
    """``low imports high`` for each import that points the wrong way."""
    found = []
    for name, source in sources.items():
        own = LEVEL[name.partition(".")[0]]
        for other in imports(source, sources):
            family = other.partition(".")[0]
            if LEVEL[family] > own or (LEVEL[family] == own and family != name.partition(".")[0]):
                found.append(f"{name} imports {other}")
    return found


def cycle(sources: dict[str, str]) -> list[str]:
    """Modules that need each other to be imported; those inside functions come later and make no cycle."""
    needs = {name: set(imports(source, sources, nested=False)) - {name} for name, source in sources.items()}
    while free := [name for name, others in needs.items() if not others & needs.keys()]:
        for name in free:
            del needs[name]
    return sorted(needs)


def inner_modules() -> dict[str, str]:
    return {name: source for name, source in modules().items() if name}


# -- the order --------------------------------------------------------------------------------------------------------


def test_every_module_has_its_row():
    unknown = {name.partition(".")[0] for name in inner_modules()} - LEVEL.keys()
    assert not unknown, "name it in ROWS, above everything that it uses"


def test_no_module_uses_one_that_stands_above_it():
    assert upward(inner_modules()) == []


def test_no_modules_need_each_other():
    assert cycle(inner_modules()) == []


def test_an_upward_import_would_be_found():
    """The checks above can fail."""
    assert upward({"wire": "from autograder import judge", "judge": ""}) == ["wire imports judge"]
    assert upward({"wire": "def f():\n    from autograder.judge import Settings", "judge": ""}) == [
        "wire imports judge"
    ]
    assert upward({"wire": "import autograder.judge as j", "judge": "import autograder.wire"}) == ["wire imports judge"]
    assert upward({"confine": "from autograder.channel import Channel", "channel": ""}) == ["confine imports channel"]


def test_a_cycle_would_be_found():
    both = {
        "describe.a": "from autograder.describe import b",
        "describe.b": "from autograder.describe.a import x",
        "wire": "",
    }
    assert cycle(both) == ["describe.a", "describe.b"]
    assert upward(both) == []


def test_the_package_itself_loads_nothing_of_its_own():
    """``import autograder`` is the first thing that a worker and a notebook do."""
    assert list(imports(modules()[""], inner_modules(), nested=False)) == []


@pytest.mark.parametrize("name", sorted(EXPECT_NO_DESCRIBE))
def test_the_side_that_judges_never_describes_values(name):
    """What makes plain data of a live object belongs to the worker; the judge gets plain data only."""
    for module, source in inner_modules().items():
        if module.partition(".")[0] == name:
            assert not [other for other in imports(source, inner_modules()) if other.startswith("describe")]


# -- no exercise by name ----------------------------------------------------------------------------------------------

KERAS_METHODS = {"evaluate"}  # exercises that are called like something every page with a model calls


def names_in(source: str, exercises: set[str]) -> set[str]:
    """Exercises that a module knows by name.

    A name of several words (``count_labels``) is nobody's ordinary word, so it may stand nowhere in the code, not even
    inside a text. A name of one word (``train``) may be part of a sentence, a parameter or a local name of ours; it
    counts where it stands for the exercise: as a text of its own (``"train"``), which is how a function is looked up.
    Docstrings and comments may give examples. A name that is also a method of every Keras model is let go as a text.
    """
    tree = ast.parse(source)
    documented = (ast.Module, ast.ClassDef, ast.FunctionDef, ast.AsyncFunctionDef)
    docs = {
        id(node.body[0].value) for node in ast.walk(tree) if isinstance(node, documented) and ast.get_docstring(node)
    }
    found = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in docs:
            words = set(re.findall(r"\w+", node.value))
            found |= {name for name in exercises & words if "_" in name or node.value == name} - KERAS_METHODS
        fields = [value for _field, value in ast.iter_fields(node) if isinstance(value, str)]
        if not isinstance(node, ast.Constant):
            found |= {name for name in exercises.intersection(fields) if "_" in name}
    return found


def exercise_names() -> set[str]:
    return {path.stem.removeprefix("test_") for path in CHECKS.glob("test_*.py")}


def test_the_engine_knows_no_exercise_by_name():
    exercises = exercise_names()
    assert exercises, "the checks have moved"
    found = {name: names_in(source, exercises) for name, source in modules().items()}
    assert {name: named for name, named in found.items() if named} == {}


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


# -- what is loaded ---------------------------------------------------------------------------------------------------

HEAVY = ["tensorflow", "keras", "matplotlib", "pytest", "pandas", "rich"]


def loaded(code: str, heavy: list[str] = HEAVY) -> set[str]:
    """Which of the heavy libraries a fresh interpreter has loaded after this code."""
    script = f"{code}\nimport sys\nprint(*[name for name in {heavy!r} if name in sys.modules])"
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True, cwd=ENGINE.parent)
    return set(done.stdout.split())


def test_what_a_worker_needs_loads_no_heavy_library():
    """So a check of plain NumPy functions starts in the time that NumPy takes."""
    assert (
        loaded(
            "import autograder, autograder.processes.worker, autograder.processes.forkserver, autograder.processes.spawned"
        )
        == set()
    )


def test_what_reads_a_submission_loads_no_heavy_library():
    names = "processes page submission assignment standin explain expectations networks records"
    assert loaded("\n".join(f"import autograder.{name}" for name in names.split())) == set()


def test_a_command_that_has_others_judge_loads_neither_numpy_nor_what_they_need():
    """What they need takes them half a second to load; the command would load it beside them, on the cores they wait for."""
    names = "batch crews pools remembered reports suspicion cli.grade cli.grading cli.progress"
    assert loaded("\n".join(f"import autograder.{name}" for name in names.split()), [*HEAVY, "numpy"]) <= {"rich"}


def test_a_loaded_library_would_be_found():
    assert loaded("import rich") == {"rich"}
