"""What a worker does with a request, asked directly: no process, no library beside NumPy."""

import random
import subprocess
import sys

import numpy as np

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
