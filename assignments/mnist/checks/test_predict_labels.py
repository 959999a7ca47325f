"""predict_labels(model, images): one label for each image, the most probable one"""

import numpy as np
import pytest

from autograder import Network, expect

NETWORK = Network.planted(weight=8.0)


def pictures(rng, answers):
    """Images whose answer is known: the network looks at the first row, where one pixel is bright."""
    images = np.zeros((len(answers), 28, 28), np.float32)
    images[np.arange(len(answers)), 0, answers] = rng.uniform(0.2, 1.0, len(answers))
    images[:, 5:, :] = rng.random((len(answers), 23, 28))
    return images


@pytest.fixture(scope="module")
def answers(module_rng):
    return module_rng.permutation(np.concatenate([np.arange(10), module_rng.integers(0, 10, 30)]))


@pytest.fixture(scope="module")
def result(predict_labels, answers, module_rng):
    return predict_labels(NETWORK, pictures(module_rng, answers))


@pytest.mark.points(1)
@pytest.mark.public
def test_one_whole_number_for_each_image(result):
    """40 images give 40 whole numbers"""
    expect(result).has_shape((40,), ("images",))
    expect(result).has_dtype_kind("iu", "whole numbers")


@pytest.mark.points(1)
@pytest.mark.public
def test_nothing_is_changed(result):
    """images and model are left alone"""
    expect(result).leaves_its_arguments_alone()
    expect(result).leaves_the_model_alone(NETWORK)
