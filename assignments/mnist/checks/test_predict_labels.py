"""predict_labels(model, images): the most probable label for each image"""

import numpy as np
import pytest

from autograder import Network, expect

WEIGHT = 8.0
BIAS = (-1.0, 0.5, -0.6, 1.2, -0.8, 1.2, 0.1, 0.8, 1.2, -0.3)  # if the images are scaled again, only three digits are ever answered
SHIFTED = (12.0, -28.0, 4.0, 28.0, -12.0, -20.0, 20.0, -4.0, 36.0, -36.0)  # decides if something is added to all pixels
NETWORK = Network.planted(WEIGHT, classes=10, image_shape=(28, 28), bias=np.array(BIAS), shifted=np.array(SHIFTED))
CLEAR = 0.3  # between the best and the second best score


def pictures(rng, answers):
    """Images to which the network gives these answers: the first row decides, together with the biases.

    Many get another answer when they are brighter, darker or rounded. The least likely digit is never next to the right
    one: with a single image, it would look like an answer that is one too large or too small.
    """
    rows = rng.uniform(0.0, 0.5, (20_000, 10)).astype(np.float32)
    scores = WEIGHT * rows + BIAS
    best, least = scores.argmax(axis=1), scores.argmin(axis=1)
    clear = (np.diff(np.sort(scores, axis=1)[:, -2:])[:, 0] > CLEAR) & (np.abs(best - least) > 1)
    other_if_brighter = (2 * WEIGHT * rows + BIAS).argmax(axis=1) != best
    images = np.zeros((len(answers), 28, 28), np.float32)
    for image, answer in zip(images, answers, strict=True):
        fitting = clear & (best == answer)
        sensitive = fitting & other_if_brighter
        place = rng.choice(np.flatnonzero(sensitive if sensitive.any() else fitting))
        image[0, :10] = rows[place]
        image[5:, :] = rng.uniform(0.0, 0.5, (23, 28))
    return images


@pytest.fixture(scope="module")
def answers(module_rng):
    others = module_rng.permutation(np.concatenate([np.arange(10), module_rng.integers(0, 10, 29)]))
    return np.concatenate([[6], others])  # one answer for all images is not the first one's by chance


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
    """the images and the model are not changed"""
    expect(result).leaves_its_arguments_alone()
    expect(result).leaves_the_model_alone(NETWORK)
