"""split_validation(images, labels, share, seed): a training part and a validation part, drawn at random"""

import numpy as np
import pytest

from autograder import expect, telling_inputs
from autograder.core.languages import authored

from words import SplitParts


def clothes(rng, each, dtype=np.uint8, mixed=False):
    """Images that all differ, and their labels: so many of each class, class by class or mixed."""
    labels = np.repeat(np.arange(len(each)), each)
    if mixed:
        labels = rng.permutation(labels)
    images = rng.integers(0, 256, (len(labels), 5, 4)).astype(dtype)
    images[:, 0, 0], images[:, 0, 1] = np.divmod(rng.permutation(60_000)[: len(labels)], 256)
    if images.dtype.kind == "f":
        images /= 256  # scaled, as the page passes them: as whole numbers, all would be 0
    return images, labels.astype(np.uint8)


@pytest.fixture(scope="module")
def given(module_rng):
    """Sorted data: ten classes, one after the other."""
    return clothes(module_rng, [40] * 10)


@pytest.fixture(scope="module")
def answer(split_validation, given):
    return split_validation(*given, 0.25, 7)


def parts(answer, given):
    return expect(answer).is_a(SplitParts).of(*given)


def is_divided(answer, expected):
    images, labels, validation = expected
    words = parts(answer, (np.array(images), np.array(labels)))
    words.have_sizes(len(images) - validation, validation)
    words.have_each_image_once()
    words.keep_their_labels()


def in_words(expected):
    images, _, validation = expected
    return authored(
        "{training} for training and {validation} for validation, each image once and with its own label",
        training=len(images) - validation, validation=validation,
    )


@telling_inputs(is_divided, in_words)
def few_images(draw):
    """Two to six images of one pixel, all different."""
    labels = draw.several(2, 6, lambda draw: draw.whole(0, 1))
    return np.arange(10, 10 + len(labels)).reshape(-1, 1, 1), np.array(labels), draw.one_of([0.4, 0.5, 0.25]), draw.whole(0, 2)


@pytest.mark.points(1)
@pytest.mark.public
def test_the_form(split_validation):
    """of twenty images with the share 0.25, fifteen come back for training and five for validation, each part with its labels"""
    images = np.arange(20 * 6, dtype=np.uint8).reshape(20, 2, 3)
    labels = np.repeat([0, 1], [8, 12])
    parts(split_validation(images, labels, 0.25, 3), (images, labels)).have_sizes(15, 5)


@pytest.mark.points(1)
@pytest.mark.public
@pytest.mark.after("test_the_form")
def test_arrays(split_validation):
    """the parts are NumPy arrays: .shape works"""
    images = np.arange(20 * 6, dtype=np.uint8).reshape(20, 2, 3)
    labels = np.repeat([0, 1], [8, 12])
    parts(split_validation(images, labels, 0.25, 3), (images, labels)).are_arrays()


@pytest.mark.points(2)
@pytest.mark.public
def test_each_image_keeps_its_own_label(split_validation, rng):
    """each image keeps its own label"""
    given = clothes(rng, [12] * 5, np.float32, mixed=True)
    parts(split_validation(*given, 0.25, 11), given).keep_their_labels()
