"""What a submission's seconds were spent on: the student's own functions and the training are told from our work."""

import math
import sys
import time
from types import SimpleNamespace

import miniature
import pytest

from autograder.cache.training_cache import TrainingCache
from autograder.content import assignment_folder
from autograder.core.records import LostReason
from autograder.core.settings import Settings
from autograder.expectations.answer import CallLost
from autograder.judging.judge import judge_submissions
from autograder.judging.session import Session, Spent
from autograder.sandbox.fork_server_client import ForkServerClient
from autograder.sandbox.launcher import Starters
from autograder.sandbox.worker_handle import WorkerLost
from autograder.sandbox.worker_main import StudentNamespace

SLEEP = "import time\n\ndef slow(seconds):\n    time.sleep(seconds)\n    raise ValueError\n"
CALL = {"op": "call"}
FIT = {"op": "model", "action": "fit"}


def test_a_worker_tells_how_long_the_function_took_also_when_it_raised():
    program = StudentNamespace({})
    program.answer({"op": "load", "cells": [{"source": SLEEP, "picks": [0, 1], "filename": "page.py"}]})
    reply = program.answer({"op": "call", "function": "slow", "arguments": {"seconds": 0.05}})
    assert reply["status"] == "raised"
    assert reply["seconds"] >= 0.05


def test_time_outside_the_function_is_not_counted():
    program = StudentNamespace({"give": lambda: (one for one in [1, 2])})
    assert program.answer({"op": "call", "function": "give", "arguments": {}})["seconds"] < 1
    assert program.answer({"op": "call", "function": "missing", "arguments": {}})["seconds"] == 0.0


def test_calls_and_trainings_are_added_up_apart():
    spent = Spent()
    for request in (CALL, CALL, FIT, {"op": "model", "action": "outputs"}):
        spent.add(request, {"seconds": 1.5}, 10)
    assert (spent.student, spent.training) == (3.0, 1.5)


def test_figures_are_drawn_in_what_is_left_of_the_time():
    spent = Spent()
    spent.add(CALL, {"seconds": 1.5, "drawing": 2.0}, 10)
    spent.add(CALL, {"seconds": 4.0, "drawing": 8.0}, 5)
    spent.add(FIT, {"seconds": 1.0, "drawing": 1.0}, 5)
    assert (spent.student, spent.drawing) == (5.5, 3.0)


def test_a_worker_tells_how_long_it_drew_and_of_each_answer_only():
    program = StudentNamespace({"draw": drawing, "give": lambda: 1})
    drawn, given = (program.answer({"op": "call", "function": name, "arguments": {}}) for name in ("draw", "give"))
    assert drawn["drawing"] >= 0.05
    assert given["drawing"] == 0.0


def drawing():
    """A figure that takes its time when it is drawn, not when it is made."""
    from matplotlib.figure import Figure

    class Slow(Figure):
        def draw(self, renderer):
            time.sleep(0.05)
            super().draw(renderer)

    return Slow()


@pytest.mark.parametrize("said", [math.nan, -1.0, "long", None, [1], 10**400])
def test_what_is_no_number_of_seconds_counts_nothing(said):
    spent = Spent()
    spent.add(CALL, {"seconds": said, "drawing": said}, 10)
    assert spent.student == spent.drawing == 0.0


@pytest.mark.parametrize("said", [11.0, math.inf])
def test_nobody_can_have_worked_for_longer_than_we_waited(said):
    spent = Spent()
    spent.add(CALL, {"seconds": said}, 10)
    assert spent.student == 10


def test_that_libraries_load_takes_nothing_of_the_submissions_time(tmp_path):
    """From a cold disk TensorFlow can take minutes, and it loads once for a class."""
    assignment = assignment_folder.load(miniature.write(tmp_path))
    starter = SimpleNamespace(wait=lambda: 5.0, start=lambda _limits: "a worker")
    starters = SimpleNamespace(get=lambda _modules: starter)
    session = Session(assignment.reference, assignment, starters, TrainingCache())
    before = session.deadline
    assert session.start(("numpy",)) == "a worker"
    assert session.deadline == before + 5 and session.finish().waited == 5


def test_a_busy_machine_takes_nothing_of_the_submissions_time(tmp_path):
    class Slow:
        alive, added = True, 1.0

        def ask(self, _request, _seconds):
            self.added += 3.0
            raise WorkerLost("timeout", "10", LostReason.TIME)

    assignment = assignment_folder.load(miniature.write(tmp_path))
    session = Session(assignment.reference, assignment, Starters(spawn=True), TrainingCache())
    before = session.deadline
    connection = session.connection("double")
    session.process.worker = Slow()
    with pytest.raises(CallLost):
        connection.call({"number": 1})
    assert session.deadline == before + 3 and session.finish().waited == 3


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="workers are forked on Linux only")
def test_nor_is_it_counted_among_its_seconds(tmp_path, monkeypatch):
    assignment = assignment_folder.load(miniature.write(tmp_path))
    monkeypatch.setattr(ForkServerClient, "wait", lambda _self: 1000.0)
    with Starters(highest_level="none") as starters:
        (judged,) = judge_submissions([assignment.reference], assignment, Settings(exercises=("double",)), starters)
    assert judged.report.seconds < 0, "a thousand seconds that nobody waited"
