"""build_model(): a compiled network from 28x28 pixels to ten probabilities, not trained yet"""

import numpy as np
import pytest

from autograder import expect, shared_array

NOISE = 8  # each test pixel gets up to this many grey levels more or less, so a table of known test images does not help
GUESSED = 0.5  # more than a fresh network reads: 0.05 to 0.15 of a thousand digits (measured, 200 seeds)


@pytest.fixture(scope="module")
def model(build_model):
    """One model for all checks."""
    return build_model()


@pytest.fixture(scope="module")
def another(build_model):
    """A second model, from another call."""
    return build_model()


@pytest.fixture(scope="session")
def lessons(dataset, budget):
    """What every network learns from: made once for a class, so it must not be changed."""
    images, labels = dataset.train
    return shared_array(scaled(images[: budget.images])), labels[: budget.images]


@pytest.fixture(scope="session")
def exam(dataset, seed):
    """The test images with a little noise, so that no model has seen them before."""
    images, labels = dataset.test
    noise = np.random.default_rng(seed).integers(-NOISE, NOISE + 1, images.shape, np.int16)
    return shared_array(scaled(np.clip(images + noise, 0, 255))), labels


@pytest.fixture(scope="session")
def published(dataset):
    return shared_array(scaled(dataset.test[0]))


@pytest.fixture(scope="module")
def images(module_rng):
    return module_rng.random((5, 28, 28), np.float32)


@pytest.fixture(scope="module")
def labels(model, images):
    """Labels: the untrained model answers some of them right and some wrong."""
    (rows,) = model.outputs(images) if model.kind == "model" else (np.zeros((5, 10)),)
    best = rows.reshape(5, -1).argmax(axis=1) % 10
    return np.where(np.arange(5) < 2, best, (best + 1 + np.arange(5)) % 10).astype(np.uint8)


@pytest.mark.points(2)
@pytest.mark.public
def test_images_in_ten_numbers_out(model, images):
    """the model turns each 28x28 image into ten numbers"""
    expect(model).is_a_model().takes_and_gives(images, 10)


@pytest.mark.points(2)
@pytest.mark.public
def test_the_layers(model, images):
    """the dense layers have 128 and 10 units: 101,770 weights to learn"""
    expect(model).is_a_model().has_dense_layers([128, 10], images)


@pytest.mark.points(2)
def test_relu_in_the_hidden_layer(model, images):
    """the hidden layer uses relu"""
    expect(model).is_a_model().computes(images, hidden="relu")


@pytest.mark.points(2)
@pytest.mark.public
def test_ten_probabilities(model, images):
    """the ten numbers are probabilities: they add up to 1"""
    expect(model).is_a_model().gives_probabilities(images, classes=10)


@pytest.mark.points(1)
@pytest.mark.public
def test_it_is_compiled(model):
    """the model is compiled"""
    expect(model).is_a_model().is_compiled()


@pytest.mark.points(2)
@pytest.mark.after("test_it_is_compiled")
def test_the_loss_fits_the_labels(model, images, labels):
    """the loss is cross-entropy for labels that are single numbers"""
    expect(model).is_a_model().minimises_cross_entropy(images, labels)


@pytest.mark.points(1)
@pytest.mark.after("test_it_is_compiled")
def test_adam(model, images):
    """the optimizer is adam, with a learning rate that is not too small or too large"""
    expect(model).is_a_model().uses_optimizer("adam", images, slowest=2e-4, fastest=2e-2)


@pytest.mark.points(1)
@pytest.mark.after("test_it_is_compiled")
def test_accuracy_is_reported(model, images, labels):
    """training reports the accuracy"""
    expect(model).is_a_model().reports_accuracy(images, labels)


@pytest.mark.points(1)
def test_a_fresh_model_each_time(model, another, digits):
    """each call builds a new model that is not trained yet"""
    expect(model).is_a_model().is_untrained(scaled(digits.test[0]), digits.test[1], at_most=GUESSED)
    expect(model).is_a_model().is_another_model_than(another)


@pytest.mark.points(2)
@pytest.mark.training
@pytest.mark.after("test_it_is_compiled")
@pytest.mark.after("test_a_fresh_model_each_time")
def test_it_learns(another, dataset, lessons, exam, published, budget):
    """after training, the model reads enough of the test images correctly"""
    expect(another).is_a_model().learns_to_read(
        lessons,
        exam,
        budget.epochs,
        budget.batch_size,
        at_least=budget.threshold[dataset.name],
        published=published,
    )


def scaled(images):
    """What a right normalize gives. All models get the same images, even if the student's normalize does not work."""
    return np.divide(images, 255, dtype=np.float32)  # at once: through float64 it takes a second for 60,000 images
