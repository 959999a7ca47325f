"""What a submission's seconds were spent on: the student's own functions and the training are told from our work."""

import math

import pytest

from autograder.processes.worker import Program
from autograder.standin import Spent

SLEEP = "import time\n\ndef slow(seconds):\n    time.sleep(seconds)\n    raise ValueError\n"
CALL = {"op": "call"}
FIT = {"op": "model", "action": "fit"}


def test_a_worker_tells_how_long_the_function_took_also_when_it_raised():
    program = Program({})
    program.answer({"op": "load", "cells": [{"source": SLEEP, "picks": [0, 1], "filename": "page.py"}]})
    reply = program.answer({"op": "call", "function": "slow", "arguments": {"seconds": 0.05}})
    assert reply["status"] == "raised"
    assert reply["seconds"] >= 0.05


def test_time_outside_the_function_is_not_counted():
    program = Program({"give": lambda: (one for one in [1, 2])})
    assert program.answer({"op": "call", "function": "give", "arguments": {}})["seconds"] < 1
    assert program.answer({"op": "call", "function": "missing", "arguments": {}})["seconds"] == 0.0


def test_calls_and_trainings_are_added_up_apart():
    spent = Spent()
    for request in (CALL, CALL, FIT, {"op": "model", "action": "outputs"}):
        spent.add(request, {"seconds": 1.5}, 10)
    assert (spent.student, spent.training) == (3.0, 1.5)


@pytest.mark.parametrize("said", [math.nan, -1.0, "long", None, [1], 10**400])
def test_what_is_no_number_of_seconds_counts_nothing(said):
    spent = Spent()
    spent.add(CALL, {"seconds": said}, 10)
    assert spent.student == 0.0


@pytest.mark.parametrize("said", [11.0, math.inf])
def test_nobody_can_have_worked_for_longer_than_we_waited(said):
    spent = Spent()
    spent.add(CALL, {"seconds": said}, 10)
    assert spent.student == 10
