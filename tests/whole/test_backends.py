"""A page is judged with the backend that was chosen, whatever the page says; the kit's own answers are right with each."""

import subprocess
import sys

import pytest

from autograder.content import assignment_search
from autograder.core import keras_backend
from autograder.core.records import Outcome
from autograder.core.settings import Settings
from autograder.judging.diagnosis import Diagnosis
from autograder.judging.judge import judge_submissions
from autograder.sandbox.launcher import Starters

OTHERS = [name for name in keras_backend.TITLES if name != "tensorflow"]  # all other tests are judged with that one
SWITCH = 'import os\n\nos.environ["KERAS_BACKEND"] = "{}"\n'
THROUGH_TENSORFLOW = """
from tensorflow import keras

def build_model():
    model = keras.Sequential([keras.layers.Input((28, 28)), keras.layers.Flatten(), keras.layers.Dense(10)])
    model.compile("adam", "mse")
    return model
"""

pytestmark = [pytest.mark.keras, pytest.mark.slow]


def installed(name: str) -> str:
    if not keras_backend.is_installed(name):
        pytest.skip(f"{name} is not installed: pip install 'mnist-exercise-kit[{name}]'")
    return name


@pytest.fixture(scope="module")
def mnist():
    return assignment_search.find("mnist")


def judged(assignment, backend, exercises, page=None, spawn=None):
    settings = Settings(exercises=exercises, dataset=assignment.substitute, telling=False, backend=backend, spawn=spawn)
    with Starters(spawn, backend=backend) as starters:
        found = judge_submissions([page or assignment.reference], assignment, settings, starters)
        return Diagnosis(assignment, settings, starters).name(found[0]).report


def page_of(assignment, tmp_path, source):
    path = tmp_path / "page.py"
    path.write_text(source, "utf-8")
    return assignment.read(path)


@pytest.mark.parametrize("backend", OTHERS)
def test_the_kits_own_answers_are_right(mnist, backend):
    names = tuple(one.name for one in mnist.exercises if keras_backend.uses_keras(one.libraries))
    report = judged(mnist, installed(backend), names)
    assert report.backend == backend
    assert [(check.name, check.message) for check in report.checks if check.outcome is not Outcome.PASSED] == []


@pytest.mark.parametrize("spawn", [False, True], ids=["forked", "a fresh Python"])
@pytest.mark.parametrize("backend", keras_backend.TITLES)
def test_a_page_does_not_switch_the_judge(mnist, tmp_path, backend, spawn):
    """With one that is not installed, it would not even import Keras."""
    other = next(name for name in keras_backend.TITLES if name != backend)
    report = judged(mnist, installed(backend), ("evaluate",), page_of(mnist, tmp_path, SWITCH.format(other) + mnist.source), spawn)
    assert report.backend == backend and report.score == report.max_score > 0


@pytest.mark.parametrize("backend", OTHERS)
def test_a_page_for_tensorflow_hears_what_to_change_and_gets_no_false_name(mnist, tmp_path, backend):
    installed(backend)
    if keras_backend.is_installed("tensorflow"):
        pytest.skip("TensorFlow is installed, so from tensorflow import keras gives the Keras of the other backend")
    report = judged(mnist, backend, ("build_model",), page_of(mnist, tmp_path, THROUGH_TENSORFLOW))
    failed = [check for check in report.checks if check.outcome is Outcome.ERROR]
    assert failed and not any(check.mistake for check in report.checks)
    assert all("Write import keras in place of from tensorflow import keras" in check.message for check in failed)


@pytest.mark.parametrize("backend", OTHERS)
def test_nothing_of_the_kit_needs_tensorflow(backend):
    """Every module of the kit can be imported where only another backend is installed."""
    installed(backend)
    code = (
        "import pkgutil, importlib, sys, autograder\n"
        "skipped = ('autograder.nbgrader', 'autograder.grading.dask_backend', 'autograder.values.keras.backends.on_')\n"
        "for one in pkgutil.walk_packages(autograder.__path__, 'autograder.'):\n"
        "    if not one.name.startswith(skipped) and not one.name.endswith('__main__'):\n"
        "        importlib.import_module(one.name)\n"
        "assert 'tensorflow' not in sys.modules"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
