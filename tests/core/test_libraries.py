"""One table of libraries: what the engine does for each follows from its row alone."""

import sys
import types

import pytest

from autograder.core import keras_backend, libraries, versions
from autograder.core.libraries import Library


@pytest.fixture
def row(monkeypatch):
    """A library of the test's own, in the table and loaded: what it was asked to do is written down."""
    asked = []
    module = types.ModuleType("slowlib")
    module.seed, module.warm = lambda number: asked.append(("seed", number)), lambda: asked.append("warm")
    monkeypatch.setitem(sys.modules, "slowlib", module)
    own = Library(
        "slowlib", "Slow", "slow-lib", 9.0, heavy=True, brings=("numpy",), environment={"SLOW": "1"},
        folder=("SLOW_HOME", "slow"), seed="slowlib:seed", warm_up="slowlib:warm", trains=True,
    )  # fmt: skip
    monkeypatch.setattr(libraries, "TABLE", (*libraries.TABLE, own))
    monkeypatch.setattr(libraries, "BY_NAME", {**libraries.BY_NAME, "slowlib": own})
    return asked


def test_a_new_library_is_one_row(row):
    assert [one.title for one in libraries.heavy(["slowlib.parts"])] == ["Slow"]
    assert libraries.with_heavy(("numpy",), {"slowlib"}) == ("numpy", "slowlib")
    assert libraries.environment("jax")["SLOW"] == "1" and libraries.folders()["SLOW_HOME"] == "slow"
    assert libraries.brought({"slowlib"}) == {"slowlib", "numpy"}
    assert "slow-lib" in libraries.distributions() and "slow-lib" in libraries.trainers()
    libraries.seed(17)
    libraries.warm_up()
    assert row == [("seed", 17), "warm"]


def test_a_library_that_another_one_seeds_is_seeded_once(row, monkeypatch):
    def with_seeds(*names):
        own = Library("slowlib", seed="slowlib:seed", seeds=names)
        twin = Library("twin", seed="slowlib:seed")
        monkeypatch.setattr(libraries, "TABLE", (own, twin))
        libraries.seed(1)

    monkeypatch.setitem(sys.modules, "twin", types.ModuleType("twin"))
    with_seeds("twin")
    assert len(row) == 1
    with_seeds()
    assert len(row) == 3


def test_a_light_library_is_not_announced_nor_added():
    assert libraries.heavy(["numpy", "pandas", "matplotlib.pyplot", "json"]) == ()
    assert libraries.with_heavy(("numpy",), {"pandas", "json"}) == ("numpy",)


def test_what_comes_with_another_library_is_loaded_as_that_one():
    assert libraries.with_heavy(("numpy",), {"tensorflow"}) == ("numpy", "keras")
    assert libraries.with_heavy(("numpy", "keras"), {"keras", "tensorflow"}) == ("numpy", "keras")


def test_only_the_backend_in_use_has_its_environment():
    """XLA's options mean something to TensorFlow, too: they would change what is judged with it."""
    own = {one.name: set(one.environment) for one in libraries.TABLE if one.is_backend}
    assert set(own) == set(keras_backend.TITLES) and all(own.values())
    for backend, names in own.items():
        found = libraries.environment(backend)
        assert names <= set(found) and found["KERAS_BACKEND"] == backend
        assert not set(found) & set().union(*(own[other] for other in own if other != backend))


def test_no_two_rows_want_the_same_variable():
    names = [name for one in libraries.TABLE for name in one.environment]
    assert len(names) == len(set(names)) and len(libraries.BY_NAME) == len(libraries.TABLE)


def test_results_depend_on_the_versions_of_the_whole_table():
    assert set(libraries.distributions()) < set(versions.LIBRARIES)


def test_a_page_that_reads_a_table_opens_nothing_that_it_should_not():
    """pandas asks for the number of processors when the first table is read; by then that is done."""
    pytest.importorskip("pandas")
    import subprocess

    code = (
        "import sys, io; from autograder.sandbox.preload import warm_up; warm_up(['numpy', 'pandas']); opened = []\n"
        "sys.addaudithook(lambda event, given: opened.append(given[0]) if event == 'open' else None)\n"
        "import pandas; pandas.read_csv(io.StringIO('a,b\\n1,2\\n')); print([one for one in opened if 'cgroup' in str(one)])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, timeout=120)
    assert done.stdout.strip() == "[]", done.stderr


def test_a_worker_with_scikit_learn_is_told_that_it_works_alone():
    """joblib tried for itself, failed in the confinement, and its warning became a remark to the student."""
    assert libraries.environment("tensorflow")["JOBLIB_MULTIPROCESSING"] == "0"
