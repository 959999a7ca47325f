"""The walls change no mark, and a fork server lasts for a class."""

import functools
import io
import sys

import numpy as np
import one_by_chance
import pytest
from redteam.test_redteam import MNIST
from rich.console import Console

from autograder.authoring import demo
from autograder.content import assignment_folder
from autograder.content.discovery import Handed
from autograder.core.records import Report
from autograder.core.settings import Settings
from autograder.expectations.network import Network
from autograder.grading import batch
from autograder.reports.terminal.class_table import print_class
from autograder.sandbox.isolation import ProcessLimits
from autograder.sandbox.launcher import Starters

pytestmark = [
    pytest.mark.usefixtures("warm_servers"),
    pytest.mark.skipif(not sys.platform.startswith("linux"), reason="the walls are the Linux kernel's"),
]
ALL, SOME = tuple(range(len(demo.STUDENTS))), (0, 6)
FORKS = 5  # without the care that is taken, 32 of 32 hung
TRAIN = """
def train(model, images, labels):
    history = model.fit(images, labels, epochs=1, batch_size=8, verbose=0)
    return history.history["loss"][0]
"""


def test_many_forks_in_a_row_each_train_a_network():
    """One operation in the parent, and each of them would hang at its first graph."""
    network = Network.random((4, 3), [5, 3], np.random.default_rng(2), eager=False).to_wire()
    arguments = {"model": network, "images": np.ones((16, 4, 3), np.float32), "labels": np.zeros(16, np.int64)}
    losses = []
    with Starters() as starters:
        for _ in range(FORKS):
            worker = starters.get(("keras",)).start(ProcessLimits())
            worker.ask({"op": "load", "cells": [{"source": TRAIN, "picks": [0], "filename": "mnist.py"}]}, 300)
            reply = worker.ask({"op": "call", "function": "train", "arguments": arguments}, 300)
            losses.append(reply["value"])
            worker.close()
    assert len(losses) == FORKS and len(set(losses)) == 1 and losses[0] > 0


@pytest.fixture(scope="module")
def sample_class(tmp_path_factory):
    """Judges the class of ``autograder demo``, or some of its pages: (isolation, places) -> reports, by name. Each once."""
    folder = tmp_path_factory.mktemp("class")
    handed = [Handed(path.stem, path) for path in demo.make_class(assignment_folder.load(MNIST), folder)]

    def judged(isolation: str, places: tuple[int, ...] = ALL) -> list[Report]:
        settings = Settings(dataset="digits", isolation=isolation)
        return sorted(batch.grade([handed[place] for place in places], MNIST, settings), key=lambda report: report.submission)

    return functools.cache(judged)


def test_the_same_submissions_get_the_same_marks_with_and_without_walls(sample_class, pytestconfig):
    """Of two pages of the class one is judged without walls, too, by chance."""
    some = SOME if pytestconfig.getoption("--whole") else (one_by_chance.chosen(SOME, "walls"),)

    def told(isolation: str, places: tuple[int, ...] = ALL) -> dict[str, list]:
        reports = sample_class(isolation, places)
        assert {report.isolation for report in reports if report.score} == {isolation}
        return {
            report.submission: [(check.name, check.outcome, check.points, check.mistake) for check in report.checks]
            for report in reports
        }

    with_walls, without = told("full"), told("none", some)
    assert len(with_walls) == len(ALL) and len(without) == len(some)
    assert {name: with_walls[name] for name in without} == without


def test_the_first_thing_that_the_readme_shows_is_what_comes(sample_class):
    """Its marks and mistakes are those of the sample class: a new mistake, a changed check could have made them others."""
    page = io.StringIO()
    print_class(sample_class("full", ALL), Console(file=page, width=80))
    readme = (MNIST.parents[1] / "README.md").read_text("utf-8")
    shown = readme.partition("It ends like this:")[2].partition("```text\n")[2].partition("The class report")[0]
    lines = [line.rstrip() for line in shown.splitlines() if line.strip() not in ("", "…")]
    assert len(lines) > 10
    printed = [line.rstrip() for line in page.getvalue().splitlines()]
    assert [line for line in lines if line not in printed] == []
