"""TensorFlow is still as the fork server needs it; each test says what has changed if it is not."""

import subprocess
import sys

import pytest
from other_side import OtherSideChanged, unchanged

from autograder.sandbox import compat

PREPARED = """
import threading
import keras
from autograder.sandbox import compat, fork_server

assert not compat.has_run_tensorflow(), "an import of Keras runs an operation"
compat.import_late_modules()
assert all(isinstance(one, type) for one in compat.slow_types()), "these are no classes"
compat.fill_registries()
assert not compat.has_run_tensorflow(), "what is done early runs an operation"
fork_server.check_safe_to_fork()
keras.ops.zeros(1)
assert compat.has_run_tensorflow(), "an operation has run, and nothing shows it"
"""


def ran(script: str) -> None:
    """Runs in an interpreter of its own, where no operation has run yet."""
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True)
    assert done.returncode == 0, done.stderr.strip().splitlines()[-1]


def unchanged_tensorflow(what: str):
    return unchanged("tensorflow", "sandbox/compat.py", what)


def test_without_tensorflow_no_operation_has_run():
    with unchanged_tensorflow("nothing is imported by looking"):
        ran("import sys\nfrom autograder.sandbox import compat\nassert not compat.has_run_tensorflow() and 'tensorflow' not in sys.modules")


@pytest.mark.keras
def test_what_is_done_before_forks_is_there_and_runs_no_operation():
    with unchanged_tensorflow("what a first call does can be done early without an operation, and an operation shows in the context"):
        ran(PREPARED)


@pytest.mark.keras
def test_a_change_would_be_said(monkeypatch):
    """The tests above can fail, and say what to do."""
    monkeypatch.setattr(compat, "LATE_MODULES", ("no_such_op",))
    with pytest.raises(OtherSideChanged, match=r"^tensorflow [\d.]+ has changed. autograder/sandbox/compat.py .*no_such_op"):
        with unchanged_tensorflow("the modules of a first training can be imported early"):
            compat.import_late_modules()
