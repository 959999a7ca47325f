"""The walls change no mark, and a fork server lasts for a class."""

import sys

import numpy as np
import pytest
from redteam.test_redteam import MNIST

from autograder import assignment as assignments
from autograder import batch, datasets, demo
from autograder.confine import Limits
from autograder.handed_in import Handed
from autograder.networks import Network
from autograder.processes.starters import Starters
from autograder.settings import Settings

pytestmark = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="the walls are the Linux kernel's")
TRAIN = """
def train(model, images, labels):
    history = model.fit(images, labels, epochs=1, batch_size=8, verbose=0)
    return history.history["loss"][0]
"""


def test_a_hundred_forks_in_a_row_each_train_a_network():
    """One operation in the parent, and each of them would hang at its first graph (32 of 32 measured)."""
    network = Network.random((4, 3), [5, 3], np.random.default_rng(2), eager=False).to_wire()
    arguments = {"model": network, "images": np.ones((16, 4, 3), np.float32), "labels": np.zeros(16, np.int64)}
    losses = []
    with Starters() as starters:
        for _ in range(100):
            worker = starters.get(("keras",)).start(Limits())
            worker.ask({"op": "load", "cells": [{"source": TRAIN, "picks": [0], "filename": "mnist.py"}]}, 60)
            reply = worker.ask({"op": "call", "function": "train", "arguments": arguments}, 60)
            losses.append(reply["value"])
            worker.close()
    assert len(losses) == 100 and len(set(losses)) == 1 and losses[0] > 0


def test_the_same_twelve_submissions_get_the_same_marks_with_and_without_walls(tmp_path):
    assignment = assignments.load(MNIST)
    handed = [Handed(path.stem, path) for path in demo.make_class(assignment, tmp_path)]

    def told(isolation: str) -> dict[str, list]:
        settings = Settings(dataset=datasets.ALWAYS_THERE, isolation=isolation)
        reports = list(batch.grade(handed, MNIST, settings))
        assert {report.isolation for report in reports if report.score} == {isolation}
        return {
            report.submission: [(check.name, check.outcome, check.points, check.mistake) for check in report.checks]
            for report in reports
        }

    with_walls = told("full")
    assert len(with_walls) == 12
    assert with_walls == told("none")
