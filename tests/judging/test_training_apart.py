"""The judge trains a network itself: twice to the same bits, and to what the student's own model becomes."""

import textwrap
from pathlib import Path

import numpy as np
import pytest

from autograder import shared_array
from autograder.cache.training_cache import Plan, TrainingCache
from autograder.content import assignment_folder
from autograder.content.submission import from_source
from autograder.datasets import drawn_digits
from autograder.expectations import expect
from autograder.expectations.network import Dense, Network, share_right
from autograder.judging.model_answers import train_apart
from autograder.judging.session import Session
from autograder.sandbox.fork_server_handle import StartFailed
from autograder.sandbox.isolation import ProcessLimits
from autograder.sandbox.launcher import Starters
from autograder.sandbox.worker_handle import WorkerHandle

MNIST = Path(__file__).parents[2] / "solutions" / "mnist"
KERAS = ("numpy", "keras")  # as the assignment has them, so that one process serves all
(IMAGES, LABELS), (TEST_IMAGES, TEST_LABELS) = drawn_digits.load()
pytestmark = pytest.mark.usefixtures("warm_servers")
LESSONS = (IMAGES[:640] / 255).astype(np.float32)


@pytest.fixture(scope="module")
def session():
    assignment = assignment_folder.load(MNIST)
    with Starters() as starters:
        one = Session(assignment.reference, assignment, starters, TrainingCache())
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
    model = session.connection("build_model").call({})
    pairs = list(zip(model.plain["weights"][::2], model.plain["weights"][1::2], strict=True))
    layers = (Dense(*pairs[0], "relu"), Dense(*pairs[1], "softmax"))
    apart = train_apart(Network(layers, (28, 28), eager=False), plan(), session, KERAS)
    model.fit(LESSONS, LABELS[:640], epochs=2, batch_size=32)
    inside = apart.with_weights(model.state()["weights"])
    for one, other in zip(apart.weights(), inside.weights(), strict=True):
        np.testing.assert_allclose(one, other, atol=1e-5)
    assert read(apart) == read(inside)


@pytest.fixture
def asked(monkeypatch):
    """What workers are asked of models, as it comes."""
    found, real = [], WorkerHandle.ask

    def noting(self, request, seconds):
        found.append(request.get("action"))
        return real(self, request, seconds)

    monkeypatch.setattr(WorkerHandle, "ask", noting)
    return found


def test_a_model_is_asked_the_same_once_until_it_may_have_changed(session, asked):
    """Five checks look at the same outputs; a training between them makes others. (Another call might have, too.)"""
    model = session.connection("build_model").call({})
    session.connection("build_model").call({})
    (before,), (again,) = (model.outputs(LESSONS[:5]) for _ in range(2))
    assert asked.count("outputs") == 1 and again is before
    (other,) = model.outputs(LESSONS[:6])
    assert asked.count("outputs") == 2 and other.shape == (6, 10)
    model.fit(LESSONS, LABELS[:640], epochs=1, batch_size=32)
    assert not np.allclose(model.outputs(LESSONS[:5])[0], before) and asked.count("outputs") == 3


def test_the_same_bits_as_in_a_fresh_worker(session):
    """The one that stays has trained another network meanwhile, of the same build and of another."""
    start = Network.random((28, 28), [16, 10], np.random.default_rng(2), learning_rate=0.01, eager=False)
    others = [
        Network.random((28, 28), [16, 10], np.random.default_rng(5), learning_rate=0.01, eager=False),
        Network.random((28, 28), [8, 10], np.random.default_rng(6), learning_rate=0.02, eager=False),
    ]
    session.starters.own_worker(KERAS, None, LESSONS).close()
    fresh = train_apart(start, plan(), session, KERAS)
    for other in others:
        train_apart(other, plan(epochs=1), session, KERAS)
    again = train_apart(start, plan(), session, KERAS)
    other_lessons = train_apart(start, plan(labels=LABELS[1:641]), session, KERAS)
    back = train_apart(start, plan(), session, KERAS)
    for one, two, three in zip(fresh.weights(), again.weights(), back.weights(), strict=True):
        assert one.tobytes() == two.tobytes() == three.tobytes()
    assert fresh.weights()[0].tobytes() != other_lessons.weights()[0].tobytes()


def test_the_same_bits_where_the_worker_sees_the_lessons_without_a_copy(session):
    """And other lessons are other lessons, also where their memory comes to the same place."""
    start = Network.random((28, 28), [16, 10], np.random.default_rng(2), learning_rate=0.01, eager=False)
    sent = train_apart(start, plan(), session, KERAS)
    shared = shared_array(LESSONS)
    assert session.starters.own_worker(KERAS, ProcessLimits(), shared).memory, "the images are in its memory"
    seen = train_apart(start, plan(images=shared), session, KERAS)
    backwards = train_apart(start, plan(images=shared_array(LESSONS[::-1])), session, KERAS)
    sent_backwards = train_apart(start, plan(images=LESSONS[::-1]), session, KERAS)
    for one, other in ((sent, seen), (sent_backwards, backwards)):
        assert all(a.tobytes() == b.tobytes() for a, b in zip(one.weights(), other.weights(), strict=True))
    assert not np.array_equal(seen.weights()[0], backwards.weights()[0])


def test_what_is_remembered_is_what_a_fresh_training_gives(session, tmp_path):
    """To the last bit, in another process of another run."""
    start = Network.random((28, 28), [16, 10], np.random.default_rng(2), learning_rate=0.01, eager=False)
    exam = (TEST_IMAGES / 255).astype(np.float32), TEST_LABELS

    def train(network, how):
        return train_apart(network, how, session, KERAS)

    def found(folder):
        return TrainingCache(folder).score(start, plan(), exam, train)

    first = found(tmp_path / "kept")
    session.starters.own_worker(KERAS, None, LESSONS).close()
    assert found(tmp_path / "kept") == first == found(tmp_path / "afresh")


def test_a_training_that_is_lost_is_no_fault_of_the_student_and_the_next_one_works(session, monkeypatch):
    start = Network.random((28, 28), [16, 10], np.random.default_rng(2), eager=False)
    with pytest.raises(StartFailed, match="the judge's own training failed"):
        train_apart(start, plan(batch_size=0), session, KERAS)
    assert read(train_apart(start, plan(), session, KERAS)) > read(start)


# What could make a model's training come to something else must keep it from being trained apart, or be in the key.
LAYERS = "layers = [keras.layers.Flatten(), keras.layers.Dense(16, 'relu'), keras.layers.Dense(10, 'softmax')]"
UNUSUAL = {
    "a class of its own, whatever it does": """
        class Mine(keras.layers.Dense):
            def call(self, inputs, training=False):
                return super().call(inputs)
        layers[1] = Mine(16, activation='relu')""",
    "a layer of its own": """
        class Noisy(keras.layers.Dense):
            def call(self, inputs, training=False):
                outputs = super().call(inputs)
                return outputs * 0.5 if training else outputs
        layers[1] = Noisy(16, activation='relu')""",
    "a step of its own": """
        class Model(keras.Sequential):
            def train_step(self, data):
                super().train_step(data)
                return super().train_step(data)
        kind = Model""",
    "another policy of types": "keras.config.set_dtype_policy('mixed_float16')\n" + LAYERS,
    "twice as exact": "keras.config.set_dtype_policy('float64')\n" + LAYERS,
    "layers of another type": "layers[1] = keras.layers.Dense(16, activation='relu', dtype='bfloat16')",
    "weight decay": "optimizer = keras.optimizers.Adam(weight_decay=0.1)",
    "gradients that are clipped": "optimizer = keras.optimizers.Adam(clipnorm=0.001)",
    "averaged weights": "optimizer = keras.optimizers.Adam(use_ema=True, ema_momentum=0.5, ema_overwrite_frequency=1)",
    "a rate that falls": (
        "optimizer = keras.optimizers.Adam(keras.optimizers.schedules.ExponentialDecay(0.001, 1, 0.5))"
    ),
    "weights that are held small": "layers[1] = keras.layers.Dense(16, 'relu', kernel_constraint='unit_norm')",
    "a penalty on weights": "layers[1] = keras.layers.Dense(16, 'relu', kernel_regularizer=keras.regularizers.L2(0.1))",
    "dropout": "layers.insert(2, keras.layers.Dropout(0.5))",
    "noise": "layers.insert(2, keras.layers.GaussianNoise(0.5))",
    "steps that are gathered": "optimizer = keras.optimizers.Adam(gradient_accumulation_steps=2)",
    "a scaled loss": "optimizer = keras.optimizers.LossScaleOptimizer(keras.optimizers.SGD())",
    "weights of the loss": "more = {'loss_weights': [3.0]}",
    "a step put over its own": """
        def kind(layers):
            model = keras.Sequential(layers)
            model.train_step = lambda data: {'loss': 2.3}
            return model""",
    "another adam in Keras": """
        keras.optimizers.Adam.update_step = lambda self, slope, weight, rate: weight.assign(weight - rate * slope)""",
    "a penalty on outputs": (
        "layers[2] = keras.layers.Dense(10, 'softmax', activity_regularizer=keras.regularizers.L2(0.1))"
    ),
}
BUILD = """
import keras

def build_model():
    LAYERS
    kind, optimizer, more = keras.Sequential, keras.optimizers.Adam(), {}
UNUSUAL
    model = kind([keras.layers.Input((28, 28)), *layers])
    more = {'metrics': ['accuracy']} | more
    model.compile(optimizer=optimizer, loss='sparse_categorical_crossentropy', **more)
    return model
""".replace("LAYERS", LAYERS)


def is_trained_apart(session, unusual: str) -> bool:
    """Whether the judge takes a model for a network that it knows."""
    source = BUILD.replace("UNUSUAL", textwrap.indent(textwrap.dedent(unusual).strip(), "    "))
    page = from_source(source, "page", session.assignment.functions)
    one = Session(page, session.assignment, session.starters, TrainingCache())
    one.begin(seed=3, seconds=60, show_inputs=False)
    try:
        return expect(one.connection("build_model").call({})).is_a_model()._network(LESSONS, LABELS[:640]) is not None
    finally:
        one.close()


SAME = {
    "ordinary": "pass",
    "activations as layers": "layers[1:2] = [keras.layers.Dense(16), keras.layers.ReLU()]",
    "the loss and a metric as objects": "more = {'metrics': [keras.metrics.SparseCategoricalAccuracy()]}",
}


@pytest.mark.parametrize("usual", SAME.values(), ids=SAME)
def test_a_model_that_learns_as_usual_is_trained_apart(session, usual):
    assert is_trained_apart(session, usual)


@pytest.mark.parametrize("unusual", UNUSUAL.values(), ids=UNUSUAL)
def test_a_model_that_would_learn_otherwise_is_not(session, unusual):
    assert not is_trained_apart(session, unusual)


def test_what_draws_other_weights_each_time_is_another_training(session):
    """A stateful initialiser: the key holds the weights themselves."""
    start = Network.random((28, 28), [16, 10], np.random.default_rng(2), eager=False)
    weights = start.weights()
    weights[0] = weights[0].copy()
    weights[0][0, 0] = np.nextafter(weights[0][0, 0], 1)
    exam = TEST_IMAGES[:10], TEST_LABELS[:10]
    assert TrainingCache().key(start, plan(), exam) != TrainingCache().key(start.with_weights(weights), plan(), exam)
