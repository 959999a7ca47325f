"""What a worker does with a request, asked directly: no process, no library beside NumPy."""

import random
import subprocess
import sys

import numpy as np
import pytest

from autograder.processes.worker import Program

DRAWS = {"draw": lambda: [float(np.random.random()), random.random()]}


def call(program, seed):
    return program.answer({"op": "call", "function": "draw", "arguments": {}, "seed": seed})["value"]


def test_each_call_begins_with_the_judges_random_numbers():
    program = Program(dict(DRAWS))
    assert call(program, 5) == call(program, 5) != call(program, 6)


def test_a_question_to_a_model_draws_no_new_seed():
    """TensorFlow forgets all its kernels with each seed."""
    program = Program(dict(DRAWS))
    call(program, 5)
    before = random.getstate(), np.random.get_state()[1].tolist()
    answer = program.answer({"op": "model", "handle": 0, "action": "describe", "seed": 6})
    assert answer["status"] == "raised"  # there is no model; it was asked all the same
    assert (random.getstate(), np.random.get_state()[1].tolist()) == before


def test_what_is_loaded_beforehand_is_never_looked_through_again():
    """Or each fork's first collection would copy all of TensorFlow's objects. In a process of its own: it is for good."""
    code = (
        "import gc; from autograder.processes.warm import warm_up; warm_up(['numpy', 'fractions'])\n"
        "import sys; print(gc.isenabled(), gc.get_freeze_count() > 1000, 'fractions' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["True", "True", "True"]


PAGE = """
import pprint, sys, threading

def prints(): print("mine")
def writes(): sys.stdout.write("mine")
def pretty(): pprint.pprint("mine")
def errs(): print("mine", file=sys.stderr)
def runs(): exec("print('mine')")
def threaded():
    thread = threading.Thread(target=lambda: print("mine"))
    thread.start()
    thread.join()
def bar(): draw("step 1")
def told(): draw("step 1", told=lambda: print("mine"))
"""
LIBRARY = """
import sys

def draw(text, told=None):
    sys.stdout.write(text)
    print(text, file=sys.stderr)
    if told:
        told()
"""


@pytest.fixture
def printed():
    """What counts as printed by a function of ``PAGE``; ``draw`` is a library's."""
    namespace = {}
    exec(compile(LIBRARY, "/somewhere/site-packages/library.py", "exec"), namespace)
    program = Program({"draw": namespace["draw"]}, files=("page.py",))
    exec(compile(PAGE, "page.py", "exec"), program.namespace)
    return lambda name: program.answer({"op": "call", "function": name, "arguments": {}, "seed": 0})["output"]


@pytest.mark.parametrize("name", ["prints", "writes", "pretty", "errs", "runs", "threaded"])
def test_what_the_page_prints_is_kept(printed, name):
    assert "mine" in printed(name)


def test_what_a_library_prints_of_its_own_accord_is_not_the_students_print(printed):
    """A progress bar: without a return, nobody may be told that printing hands nothing back."""
    assert printed("bar") == ""


def test_what_the_page_prints_while_a_library_calls_it_back_is_kept(printed):
    assert printed("told").strip() == "mine"
