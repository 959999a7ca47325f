"""dataset_shapes(dataset): the shape of each of the four arrays, by name"""

import numpy as np
import pytest

from autograder import expect, telling_inputs


def pair(count, rows, columns):
    """Images and labels, the same number of both."""
    return np.zeros((count, rows, columns), np.uint8), np.zeros(count, np.uint8)


@telling_inputs(lambda answer, expected: expect(answer).maps(expected, "part"))
def small_dataset(draw):
    rows, columns = draw.whole(1, 3), draw.whole(1, 3)
    return ((pair(draw.whole(1, 3), rows, columns), pair(draw.whole(1, 3), rows, columns)),)


@pytest.mark.points(1)
@pytest.mark.public
def test_the_training_part_comes_first(dataset_shapes):
    """with 7 training images and 3 test images, each shape has the right name"""
    shapes = expect(dataset_shapes((pair(7, 28, 28), pair(3, 28, 28))))
    shapes.maps({"train_images": (7, 28, 28), "test_images": (3, 28, 28)}, "part", hidden=False)


@pytest.mark.points(1)
@pytest.mark.public
def test_labels_have_one_axis(dataset_shapes):
    """labels have one axis: one number for each image"""
    shapes = expect(dataset_shapes((pair(7, 28, 28), pair(3, 28, 28))))
    shapes.maps({"train_labels": (7,), "test_labels": (3,)}, "part", hidden=False)
