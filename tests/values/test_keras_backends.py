"""With each backend that is installed, Keras does the same for the judge: it computes, trains, steps and is described alike.

One process for each, because Keras has one backend as long as a process lives. All that is looked at is calculated there once.
"""

import json
import subprocess
import sys

import numpy as np
import pytest

from autograder.core import keras_backend, libraries

pytestmark = pytest.mark.keras

SCRIPT = '''
import json
import keras
import numpy as np
from autograder.values import describe
from autograder.values.keras import computing, models, recognise, training

recognise.remember()
rng = np.random.default_rng(3)
images, labels = rng.random((70, 3, 3), np.float32), rng.integers(0, 2, 70).astype(np.uint8)
kernel, bias = rng.normal(size=(9, 2)).astype(np.float32), np.array([0.1, -0.2], np.float32)
NETWORK = {"layers": [(kernel, bias, "softmax")], "image_shape": (3, 3), "learning_rate": 0.01, "betas": (0.9, 0.999), "from_logits": False, "eager": False}

def network(**changed):
    return computing.build_network({**NETWORK, **changed})

def fitted(seed, weights=None):
    model = network()
    history = training.fit(model, images, labels, 2, 32, seed, sample_weights=weights)["history"]
    return [weight.tolist() for weight in model.get_weights()], history

found = {"backend": keras.config.backend(), "images": images.tolist(), "labels": labels.tolist(), "kernel": kernel.tolist(), "bias": bias.tolist()}
model = network()
found["outputs"] = computing.model_outputs(model, images).tolist()
found["score"] = computing.score(model, images, labels)
found["with"] = [one.tolist() for one in computing.outputs_with(model, [images[:2]], [kernel * 0, bias])]
step = computing.steps(model, [(images[:32], labels[:32])] * 2, [kernel, bias])
found["steps"] = [[weight.tolist() for weight in one] for one in step["weights"]]
found["losses"] = step["losses"]
found["put back"] = bool(all((one == other).all() for one, other in zip(model.get_weights(), [kernel, bias])))
model.compile(keras.optimizers.SGD(0.5), "sparse_categorical_crossentropy")
found["step of another"] = [weight.tolist() for weight in computing.steps(model, [(images[:32], labels[:32])], [kernel, bias])["weights"][0]]
model.compile(keras.optimizers.Adam(0.01), "sparse_categorical_crossentropy")
found["moves"] = [one[0].tolist() for one in computing.moves(model, [[np.ones((9, 2), np.float32), np.ones(2, np.float32)]])]
found["fits"] = [fitted(1), fitted(1), fitted(2), fitted(1, np.where(labels == 0, 0.0, 1.0).astype(np.float32))]
trainer = training.NetworkTrainer(images, labels)
found["apart"] = [[weight.tolist() for weight in trainer.train(NETWORK, 2, 32, seed)] for seed in (1, 2, 1)]
page = keras.Sequential([keras.Input((3, 3)), keras.layers.Flatten(), keras.layers.Dense(2, "softmax")])
page.compile("adam", "sparse_categorical_crossentropy", metrics=["accuracy"])
fresh = models.describe_model(page)
history = page.fit(images, labels, epochs=2, verbose=0)
after = models.describe_model(page)
found["page"] = {
    "ordinary": fresh["ordinary"], "optimizer": fresh["optimizer"]["name"], "rate": fresh["optimizer"]["learning_rate"],
    "moments": after["optimizer"]["moments"] is not None, "iterations": after["optimizer"]["iterations"],
    "frozen": len(after["frozen"]), "trainable": after["trainable"], "types": after["types"],
}
found["history"] = models.describe_history(history)
class Own(keras.optimizers.Adam):
    pass
Own.__name__ = "Adam"
found["own"] = recognise.optimizer_name(Own())
def plain(value):
    value = describe(value)
    kind = getattr(value, "type_name", type(value).__name__)
    value = getattr(value, "content", value)
    return [kind, np.asarray(getattr(value, "content", value)).tolist()]
weight = page.layers[-1].kernel
found["tensor"] = plain(keras.ops.convert_to_tensor([[1.0, 2.0]]))
found["loss"] = plain(page.compute_loss(x=images, y=labels, y_pred=page(images)))[0]
found["variable"] = np.shape(plain(weight)[1])
print("FOUND" + json.dumps(found))
'''


@pytest.fixture(scope="module", params=keras_backend.TITLES)
def found(request):
    if not keras_backend.is_installed(request.param):
        pytest.skip(f"{request.param} is not installed: pip install 'mnist-exercise-kit[{request.param}]'")
    environment = {**libraries.environment(request.param), "PYTHONPATH": ":".join(filter(None, sys.path))}
    done = subprocess.run([sys.executable, "-c", SCRIPT], env=environment, capture_output=True, text=True, timeout=300)
    assert done.returncode == 0, done.stderr[-3000:]
    content = json.loads(done.stdout.partition("FOUND")[2])
    assert content["backend"] == request.param
    return content


def chances(found, kernel=None, bias=None):
    images, kernel, bias = (np.array(found[name] if one is None else one) for name, one in (("images", None), ("kernel", kernel), ("bias", bias)))
    scores = np.exp(images.reshape(len(images), -1) @ kernel + bias)
    return scores / scores.sum(axis=1, keepdims=True)


def slopes(found, rows, kernel, bias):
    """The gradient of the mean cross-entropy, by hand."""
    images, labels = np.array(found["images"])[rows].reshape(rows.stop, -1), np.array(found["labels"])[rows]
    wrong = (chances(found, kernel, bias)[rows] - np.eye(2)[labels]) / rows.stop
    return images.T @ wrong, wrong.sum(axis=0)


def test_it_computes_what_the_network_is(found):
    assert np.allclose(found["outputs"], chances(found), atol=1e-6)
    assert np.allclose(found["with"][0], chances(found, np.zeros((9, 2)))[:2], atol=1e-6)


def test_its_score_is_the_cross_entropy_and_the_accuracy(found):
    right, labels = chances(found), np.array(found["labels"])
    assert np.isclose(found["score"]["loss"], -np.log(right[np.arange(70), labels]).mean(), rtol=1e-5)
    assert np.isclose(found["score"]["metrics"]["accuracy"], (right.argmax(axis=1) == labels).mean())


def test_a_step_is_one_of_adam_and_is_undone(found):
    """The first step of adam goes against the sign of each slope, by the learning rate."""
    kernel, bias = np.array(found["kernel"]), np.array(found["bias"])
    for after, before, slope in zip(found["steps"][0], (kernel, bias), slopes(found, slice(0, 32), kernel, bias), strict=True):
        assert np.allclose(after, before - 0.01 * slope / (np.abs(slope) + 1e-7 / np.sqrt(0.001)), atol=2e-5)
    first = -np.log(chances(found)[np.arange(32), np.array(found["labels"])[:32]]).mean()
    assert np.isclose(found["losses"][0], first, rtol=1e-5) and found["losses"][1] < found["losses"][0] and found["put back"]


def test_a_step_is_one_of_the_model_as_it_is_compiled_now(found):
    kernel, bias = np.array(found["kernel"]), np.array(found["bias"])
    for after, before, slope in zip(found["step of another"], (kernel, bias), slopes(found, slice(0, 32), kernel, bias), strict=True):
        assert np.allclose(after, before - 0.5 * slope, atol=1e-6)


def test_an_optimizer_moves_by_its_rate(found):
    assert np.allclose(found["moves"], -0.01, rtol=1e-3)


def test_a_training_depends_on_its_seed_and_on_nothing_else(found):
    (weights, history), again, another, weighted = found["fits"]
    assert again == [weights, history] and another[0] != weights and weighted[0] != weights
    assert [len(values) for values in history.values()] == [2] * len(history) and {"loss", "accuracy"} <= set(history)
    assert history["loss"][1] < history["loss"][0]


def test_a_network_of_the_judges_own_learns_the_same_bits_alone_and_after_another(found):
    first, another, again = found["apart"]
    assert first == again != another
    assert np.allclose(np.array(first[0]), np.array(found["fits"][0][0][0]), atol=1e-6)


def test_a_pages_model_is_described(found):
    assert found["page"] == {
        "ordinary": True, "optimizer": "Adam", "rate": pytest.approx(0.001), "moments": True, "iterations": 6,
        "frozen": 0, "trainable": 20, "types": ["float32"],
    }  # fmt: skip
    assert [len(values) for values in found["history"]["history"].values()] == [2, 2] and found["history"]["steps"] == 3
    assert found["own"] == "Adam, a class of the page's own"


def test_its_tensors_are_numbers_with_their_own_name(found):
    """Also one that remembers how it was made, such as a loss."""
    kinds = {"tensorflow": "tensorflow.EagerTensor", "jax": "jax.Array", "torch": "torch.Tensor"}
    kind, values = found["tensor"]
    assert values == [[1.0, 2.0]] and kind.rpartition(".")[2] == kinds[found["backend"]].rpartition(".")[2]
    assert found["loss"].rpartition(".")[2] == kind.rpartition(".")[2]
    assert found["variable"] == [9, 2]
