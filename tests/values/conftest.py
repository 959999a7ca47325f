"""What the tests of descriptions share."""

import warnings

import numpy as np
import pytest

from autograder.values.keras import recognise


@pytest.fixture(scope="module")
def keras():
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # what TensorFlow says about itself while it loads is not our business
        import keras
    return keras


@pytest.fixture
def remembered(keras):
    """As in a worker: what is of Keras is known before anything else happens."""
    recognise.remember()


@pytest.fixture
def images(rng):
    return rng.random((7, 4, 3), np.float32)


@pytest.fixture
def labels(rng):
    return rng.integers(0, 3, 7).astype(np.uint8)


@pytest.fixture
def small(keras):
    """``small(**compile settings)``: Flatten, Dense 6 relu, Dense 3 softmax, compiled like the exercise's."""

    def built(last: str | None = "softmax", **settings: object):
        keras.utils.set_random_seed(3)
        dense = [keras.layers.Dense(6, activation="relu"), keras.layers.Dense(3, activation=last)]
        model = keras.Sequential([keras.layers.Input((4, 3)), keras.layers.Flatten(), *dense])
        usual = {"optimizer": "adam", "loss": "sparse_categorical_crossentropy", "metrics": ["accuracy"]}
        model.compile(**usual | settings)
        return model

    return built
