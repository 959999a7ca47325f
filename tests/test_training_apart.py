"""The judge trains a network itself: twice to the same bits, and to what the student's own model becomes."""

from pathlib import Path

import numpy as np
import pytest

from autograder import assignment as assignments
from autograder import digits
from autograder.networks import Dense, Network, share_right
from autograder.processes import Starters
from autograder.standin import Session, train_apart
from autograder.trainings import Plan, Trainings

MNIST = Path(__file__).parents[1] / "solutions" / "mnist"
KERAS = ("keras",)
(IMAGES, LABELS), (TEST_IMAGES, TEST_LABELS) = digits.load()
LESSONS = (IMAGES[:640] / 255).astype(np.float32)


@pytest.fixture(scope="module")
def session():
    assignment = assignments.load(MNIST)
    with Starters() as starters:
        one = Session(assignment.reference, assignment, {"build_model": []}, starters, Trainings())
        one.begin(seed=3, seconds=60, show_inputs=False)
        yield one
        one.close()


def plan(**changes) -> Plan:
    return Plan(**({"images": LESSONS, "labels": LABELS[:640], "epochs": 2, "batch_size": 32, "seed": 3} | changes))


def read(network: Network) -> float:
    return share_right(network.outputs(TEST_IMAGES / 255), TEST_LABELS)


def test_twice_the_same_bits(session):
    start = Network.random((28, 28), [16, 10], np.random.default_rng(2), learning_rate=0.01, eager=False)
    once, again = (train_apart(start, plan(), session, KERAS) for _ in range(2))
    assert all(one.tobytes() == other.tobytes() for one, other in zip(once.weights(), again.weights(), strict=True))
    other_seed = train_apart(start, plan(seed=4), session, KERAS)
    assert not np.array_equal(once.weights()[0], other_seed.weights()[0])
    assert read(start) < 0.3 < 0.6 < read(once)


def test_it_becomes_what_the_students_model_becomes(session):
    """The reference's model, trained where it is, and a network of its weights, trained apart."""
    model = session.line("build_model").call({})
    pairs = list(zip(model.plain["weights"][::2], model.plain["weights"][1::2], strict=True))
    layers = (Dense(*pairs[0], "relu"), Dense(*pairs[1], "softmax"))
    apart = train_apart(Network(layers, eager=False), plan(), session, KERAS)
    model.fit(LESSONS, LABELS[:640], epochs=2, batch_size=32)
    inside = apart.with_weights(model.state()["weights"])
    for one, other in zip(apart.weights(), inside.weights(), strict=True):
        np.testing.assert_allclose(one, other, atol=1e-5)
    assert read(apart) == read(inside)
