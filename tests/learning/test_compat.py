"""IPython is still as ``check()`` in a notebook needs it; each test says what has changed if it is not."""

import subprocess
import sys

import pytest
from other_side import OtherSideChanged, unchanged

from autograder.learning import compat

CELLS = """
import os
os.environ["IPYTHONDIR"] = {folder!r}
from IPython.core.interactiveshell import InteractiveShell
from autograder.learning import compat

shell = InteractiveShell.instance()
shell.run_cell("def double(number):\\n    return 2 * number", store_history=True)
shell.run_cell("%time half = double(1)", store_history=True)
"""
EVENTS = """
calls = []
def note(_info=None):
    calls.append(1)
for _time in range(3):
    shell.events.register("post_run_cell", note)
shell.run_cell("1")
assert calls == [1], f"a function that is registered three times is called {len(calls)} times"
"""
ENDED = """
seen = []
shell.events.register("post_run_cell", seen.append)
shell.run_cell("number = 1\\nnumber / 0", store_history=True)
shell.run_cell("this is no Python", store_history=True)
one, two = seen
assert one.execution_count == 3 and type(one.error_in_exec) is ZeroDivisionError and one.error_before_exec is None
assert type(two.error_before_exec) is SyntaxError
"""


def unchanged_ipython(what: str, library: str = "ipython"):
    return unchanged(library, "learning/compat.py", what)


@pytest.fixture
def ran(tmp_path):
    """``ran(script)``: two cells in an IPython of its own, then the script, which knows ``shell`` and ``compat``."""

    def run(script: str) -> None:
        code = CELLS.format(folder=str(tmp_path)) + script
        done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True)
        assert done.returncode == 0, done.stderr.strip().splitlines()[-1]

    return run


def test_what_has_been_run(ran):
    with unchanged_ipython("history_manager has lists of the cells, as Python and as written, and place 1 is the first cell"):
        ran("assert compat.inputs(shell)[1].startswith('def double') and compat.written(shell)[2] == '%time half = double(1)'")
        ran("assert '%time' not in compat.inputs(shell)[2] and 'half = double(1)' in compat.inputs(shell)[2]")


def test_the_number_of_a_cell(ran):
    with unchanged_ipython("compile.format_code_name gives the number of the cell that a function comes from, and nothing for a file"):
        ran("assert compat.cell_number(shell, shell.user_ns['double'].__code__.co_filename) == 1")
        ran("assert compat.cell_number(shell, os.__file__) is None")


def test_functions_called_at_a_cells_end(ran):
    with unchanged_ipython("events.register takes a function once, and it is called after each cell"):
        ran(EVENTS)


def test_how_a_cell_ended(ran):
    with unchanged_ipython("the result of a cell has its number, and the error before it ran or while it ran"):
        ran(ENDED)


def test_a_frontend(ran):
    from ipykernel.zmqshell import ZMQInteractiveShell

    with unchanged_ipython("the shell of a kernel has the attribute kernel", "ipykernel"):
        assert "kernel" in ZMQInteractiveShell.class_trait_names()
    with unchanged_ipython("the shell of a terminal has no kernel"):
        ran("assert not compat.has_frontend(shell)")


def test_without_ipython_nothing_is_known():
    assert compat.inputs(None) == compat.written(None) == []
    assert compat.cell_number(None, "a.py") is None and not compat.has_frontend(None)


def test_a_change_would_be_said(ran):
    """The tests above can fail, and say what to do."""
    with pytest.raises(OtherSideChanged, match=r"^ipython [\d.]+ has changed. autograder/learning/compat.py .*the lists are gone"):
        with unchanged_ipython("the shell has a history"):
            ran("class Other:\n    history_manager = None\nassert compat.inputs(Other()), 'the lists are gone'")
