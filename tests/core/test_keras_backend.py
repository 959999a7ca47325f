"""Who decides with which backend Keras computes, and what is said where there is none."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from autograder.core import keras_backend
from autograder.core.settings import Settings


@pytest.fixture(autouse=True)
def nothing_said(monkeypatch):
    monkeypatch.delenv(keras_backend.VARIABLE, raising=False)
    monkeypatch.setattr(keras_backend, "is_installed", {"tensorflow", "jax", "torch"}.__contains__)


def test_the_command_is_before_the_variable_and_the_variable_before_the_course(monkeypatch):
    assert keras_backend.chosen() == "tensorflow"
    assert keras_backend.chosen(of_course="torch") == "torch"
    monkeypatch.setenv(keras_backend.VARIABLE, "jax")
    assert keras_backend.chosen(of_course="torch") == "jax" == keras_backend.usual()
    assert keras_backend.chosen("tensorflow", of_course="torch") == "tensorflow"


def test_where_nothing_is_said_it_is_what_is_installed(monkeypatch):
    """A learner who installed one backend need not name it."""
    monkeypatch.setattr(keras_backend, "is_installed", {"torch"}.__contains__)
    assert keras_backend.chosen() == keras_backend.usual() == Settings().backend == "torch"
    monkeypatch.setattr(keras_backend, "is_installed", set().__contains__)
    assert keras_backend.chosen() == "tensorflow"


@pytest.mark.parametrize("how", ["typed", "of the machine", "of the course"])
def test_an_unknown_name_is_refused_with_those_there_are(monkeypatch, how):
    if how == "of the machine":
        monkeypatch.setenv(keras_backend.VARIABLE, "pytorch")
        assert Settings().backend == "tensorflow"  # made before anything can be said
    typed, course = ("pytorch" if how == one else "" for one in ("typed", "of the course"))
    with pytest.raises(keras_backend.UnknownBackend) as caught:
        keras_backend.chosen(typed, course)
    assert "no backend 'pytorch'" in str(caught.value) and "Known: tensorflow, jax, torch" in str(caught.value)


def test_what_needs_keras():
    assert keras_backend.uses_keras(["numpy", "tensorflow"]) and keras_backend.uses_keras(["keras.layers"])
    assert not keras_backend.uses_keras(["numpy", "kerastuner", "pandas"])


def test_a_page_that_runs_in_a_kernel_does_not_switch_its_judge():
    """The page's own os.environ is that of the kernel, which starts the judge."""
    code = (
        "import os; os.environ['KERAS_BACKEND'] = 'torch'\n"
        "from autograder.core import keras_backend\n"
        "os.environ['KERAS_BACKEND'] = 'torch'; print(keras_backend.environment_of_judge().get('KERAS_BACKEND'))"
    )
    code = code if Path("/proc/self/environ").exists() else code.partition("\n")[2]
    for said in ("jax", ""):
        environment = {**os.environ} | ({"KERAS_BACKEND": said} if said else {})
        done = subprocess.run([sys.executable, "-c", code], env=environment, capture_output=True, text=True, check=True)
        assert done.stdout.strip() == (said or "None")
