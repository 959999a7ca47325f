"""The pages that the benchmarks grade, written by code: right answers, as the notebooks that a class hands in.

Forty networks, no two alike for the memory of trainings: each starts from another kind of random weights or learns at
another speed. Each network can be written down in five ways, which are the same network to anybody who calculates.
"""

from __future__ import annotations

import ast
import functools
import itertools
import random
import sys
from dataclasses import dataclass
from pathlib import Path

import nbformat
from nbformat import v4

from autograder.content import assignment_folder
from autograder.content.assignment import Assignment, SampleAnswer
from autograder.content.solution_markers import BEGIN, END

ROOT = Path(__file__).parents[2]
ASSIGNMENT = ROOT / "solutions" / "mnist"
SEED = 5
SIZE = 8  # pages of the class that all graders grade
FIRST = (  # kernel initializer, learning rate of adam; each reads enough with either budget
    ("glorot_uniform", 0.001),
    ("he_uniform", 0.001),
    ("glorot_normal", 0.001),
    ("he_normal", 0.001),
    ("lecun_uniform", 0.001),
    ("glorot_uniform", 0.0015),
    ("he_uniform", 0.0015),
    ("glorot_normal", 0.002),
)
STARTS = ("glorot_uniform", "he_uniform", "glorot_normal", "he_normal")
NETWORKS = (*FIRST, *itertools.product(STARTS, (0.0011, 0.0012, 0.0013, 0.0014, 0.0016, 0.0017, 0.0018, 0.0019)))
SETUP = """\
import os
from collections import Counter

import keras
import matplotlib.pyplot as plt
import numpy as np
"""
DATA = """\
with np.load(os.environ["MNIST_FILE"]) as arrays:
    train_images, train_labels = arrays["x_train"], arrays["y_train"]
    test_images, test_labels = arrays["x_test"], arrays["y_test"]
"""
COMPILE = """\
    model.compile(
        optimizer=keras.optimizers.Adam(learning_rate={rate}),
        loss="sparse_categorical_crossentropy",
        metrics=["accuracy"],
    )
    return model
"""
WORDINGS = (
    """\
def build_model():
    model = keras.Sequential([
        keras.layers.Input((28, 28)),
        keras.layers.Flatten(),
        keras.layers.Dense(128, activation="relu", kernel_initializer="{start}"),
        keras.layers.Dense(10, activation="softmax", kernel_initializer="{start}"),
    ])
""",
    """\
def build_model():
    images = keras.Input((28, 28))
    flat = keras.layers.Flatten()(images)
    hidden = keras.layers.Dense(128, activation="relu", kernel_initializer="{start}")(flat)
    chances = keras.layers.Dense(10, activation="softmax", kernel_initializer="{start}")(hidden)
    model = keras.Model(images, chances)
""",
    """\
def build_model():
    model = keras.Sequential()
    model.add(keras.Input(shape=(28, 28)))
    model.add(keras.layers.Flatten())
    model.add(keras.layers.Dense(128, "relu", kernel_initializer="{start}"))
    model.add(keras.layers.Dense(10, "softmax", kernel_initializer="{start}"))
""",
    """\
def build_model():
    model = keras.Sequential(name="digits")
    model.add(keras.layers.Input((28, 28), name="pixels"))
    model.add(keras.layers.Reshape((784,), name="row"))
    model.add(keras.layers.Dense(128, "relu", kernel_initializer="{start}", name="hidden"))
    model.add(keras.layers.Dense(10, "softmax", kernel_initializer="{start}", name="digit"))
""",
    """\
def build_model():
    model = keras.Sequential([
        keras.layers.Input((28, 28)),
        keras.layers.Flatten(),
        keras.layers.Dense(128, kernel_initializer="{start}"),
        keras.layers.Activation("relu"),
        keras.layers.Dense(10, kernel_initializer="{start}"),
        keras.layers.Activation("softmax"),
    ])
""",
)


@dataclass(frozen=True)
class Handed:
    """One student's page: the code of each exercise's cell."""

    student: str
    answers: dict[str, str]


def distinct(count: int = SIZE) -> list[Handed]:
    """One page for each network, with the reference's answers to all other exercises."""
    reference = _reference(assignment_folder.load(ASSIGNMENT))
    return [
        Handed(f"student{number:02}", reference | {"build_model": _network(number, 0)})
        for number in range(min(count, len(NETWORKS)))
    ]


def all_different(count: int = SIZE) -> list[Handed]:
    """Like ``distinct``, and no exercise is answered in the same way on two pages, as far as ``alternatives/`` goes."""
    assignment = assignment_folder.load(ASSIGNMENT)
    found = distinct(count)
    for name in found[0].answers.keys() - {"build_model"}:
        ways = [page.answers[name] for page in found[:1]] + _other_ways(assignment, name)
        for number, page in enumerate(found):
            page.answers[name] = ways[number % len(ways)]
    return found


def repeated(count: int, networks: int = SIZE, other_ways: bool = True) -> list[Handed]:
    """Pages of which only the first ``networks`` bring a new network; the others repeat one, in other words.

    Args:
        other_ways: their other exercises are answered in the ways of ``alternatives/``, chosen by a seed; else as the
            reference does.
    """
    assignment = assignment_folder.load(ASSIGNMENT)
    reference, rng = _reference(assignment), random.Random(SEED)
    found = distinct(networks)
    for number in range(len(found), count):
        answers = {
            name: rng.choice((other_ways and _other_ways(assignment, name)) or [text])
            for name, text in reference.items()
        }
        answers["build_model"] = _network(number % networks, number // networks)
        found.append(Handed(f"student{number:02}", answers))
    return found


def write(pages: list[Handed], folder: Path) -> None:
    """``<student>/mnist/mnist.ipynb`` for each page, as nbgrader collects them."""
    for page in pages:
        target = folder / page.student / ASSIGNMENT.name
        target.mkdir(parents=True)
        cells = [v4.new_code_cell(SETUP), v4.new_code_cell(DATA)]
        cells += [v4.new_code_cell(text) for text in page.answers.values()]
        notebook = v4.new_notebook(cells=cells, metadata=KERNEL)
        nbformat.write(notebook, target / f"{ASSIGNMENT.name}.ipynb")


KERNEL = {"kernelspec": {"display_name": "Python 3", "language": "python", "name": "python3"}}


def _network(number: int, wording: int) -> str:
    start, rate = NETWORKS[number]
    return WORDINGS[wording % len(WORDINGS)].format(start=start) + COMPILE.format(rate=rate)


def _reference(assignment: Assignment) -> dict[str, str]:
    """Exercise -> the reference's function, in the page's order."""
    source = "\n".join(line for line in assignment.source.splitlines() if line.strip() not in (BEGIN, END))
    functions = {
        node.name: ast.get_source_segment(source, node)
        for node in ast.parse(source).body
        if isinstance(node, ast.FunctionDef)
    }
    return {exercise.name: functions[exercise.name] for exercise in assignment.exercises}


def _other_ways(assignment: Assignment, function: str) -> list[str]:
    """The code of the alternatives that need no library beside the page's own."""
    known = _packages(assignment.source) | sys.stdlib_module_names
    return [
        _code(one) for one in assignment.alternatives if one.function == function and _packages(one.source) <= known
    ]


def _code(program: SampleAnswer) -> str:
    return program.source.split('"""', 2)[2].strip()


@functools.cache
def _packages(source: str) -> set[str]:
    nodes = list(ast.walk(ast.parse(source)))
    names = [alias.name for node in nodes if isinstance(node, ast.Import) for alias in node.names]
    names += [node.module for node in nodes if isinstance(node, ast.ImportFrom) and node.module]
    return {name.partition(".")[0] for name in names}
