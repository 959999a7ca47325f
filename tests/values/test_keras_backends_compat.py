"""TensorFlow and JAX are still as the fork server needs them; each test says what has changed if they are not."""

import subprocess
import sys

import pytest
from other_side import OtherSideChanged, unchanged

from autograder.core import keras_backend, libraries
from autograder.values.keras.backends import compat

FILE = "values/keras/backends/compat.py"
PREPARED = """
import keras
from autograder.sandbox import fork_server
from autograder.sandbox.preload import warm_up
from autograder.values.keras import backends

warm_up(["numpy", "keras"])
assert not backends.has_run(), "what is done early runs an operation"
fork_server.check_safe_to_fork()
"""
OPERATION = """
keras.ops.matmul(keras.ops.ones((2, 2)), keras.ops.ones((2, 2)))
assert backends.has_run(), "an operation has run, and nothing shows it"
"""
EARLY = """
from autograder.values.keras.backends import compat
assert all(isinstance(one, type) for one in compat.slow_types()), "these are no classes"
"""


def ran(script: str, backend: str = "tensorflow") -> None:
    """Runs in an interpreter of its own, where no operation has run yet."""
    environment = {**libraries.environment(backend), "PYTHONPATH": ":".join(filter(None, sys.path))}
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, env=environment)
    assert done.returncode == 0, done.stderr.strip().splitlines()[-1]


@pytest.fixture(params=keras_backend.TITLES)
def backend(request):
    if not keras_backend.is_installed(request.param):
        pytest.skip(f"{request.param} is not installed: pip install 'mnist-exercise-kit[{request.param}]'")
    return request.param


def test_without_a_backend_no_operation_has_run():
    code = (
        "import sys\nfrom autograder.values.keras import backends\n"
        "assert backends.has_run() == '' and not {*backends.BACKENDS, 'keras'} & {*sys.modules}"
    )
    with unchanged("Python", FILE, "nothing is imported by looking"):
        ran(code)


@pytest.mark.keras
def test_what_is_done_before_forks_is_there_and_runs_no_operation(backend):
    """A fork of a process in which an operation has run may hang. PyTorch's operations of one thread leave nothing behind."""
    operation = OPERATION if backend != "torch" else ""
    early = EARLY if backend == "tensorflow" else ""
    with unchanged(backend, FILE, "what a first call does can be done early without an operation, and an operation can be seen"):
        ran(PREPARED + early + operation, backend)


@pytest.mark.keras
def test_a_change_would_be_said(monkeypatch):
    """The tests above can fail, and say what to do."""
    pytest.importorskip("tensorflow")
    monkeypatch.setattr(compat, "LATE_MODULES", ("no_such_op",))
    with pytest.raises(OtherSideChanged, match=rf"^tensorflow [\d.]+ has changed. autograder/{FILE} .*no_such_op"):
        with unchanged("tensorflow", FILE, "the modules of a first training can be imported early"):
            compat.import_late_modules()
