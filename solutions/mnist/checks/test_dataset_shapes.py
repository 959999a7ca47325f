### VARIANT "train_ is "{train}_
### VARIANT "test_ is "{test}_
### VARIANT "train", "test" is "{train}", "{test}"
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


@small_dataset.right
def counted(dataset):
    """Count images, rows and columns."""
    found = {}
    for part, (images, labels) in zip(("train", "test"), dataset, strict=True):
        found[f"{part}_images"] = len(images), len(images[0]), len(images[0][0])
        found[f"{part}_labels"] = (len(labels),)
    return found


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


@pytest.mark.points(2)
def test_any_sizes(dataset_shapes, rng):
    """the shapes are those of the given dataset, whatever its size"""
    rows, columns = (int(size) for size in rng.choice(np.arange(29, 60), 2, replace=False))
    train, test = (int(size) for size in rng.choice(np.arange(1001, 1400), 2, replace=False))
    shapes = expect(dataset_shapes((pair(train, rows, columns), pair(test, rows, columns))))
    shapes.maps(
        {
            "train_images": (train, rows, columns),
            "train_labels": (train,),
            "test_images": (test, rows, columns),
            "test_labels": (test,),
        },
        "part",
    )
