"""plot_examples(images, labels, class_names): a row of up to five examples for each class that occurs, with its name"""

import numpy as np
import pytest

from autograder import expect

KINDS = ["Shirt", "Bag", "T-shirt/top"]
FRUIT = ["pear", "melon", "plum", "banana", "apple", "grape"]
COUNTS = {1: 3, 2: 9, 3: 1, 5: 6}  # of each fruit that occurs; 0 and 4 do not


def examples(rng, counts, shape):
    """Images that all differ, in mixed order, so many of each class."""
    labels = rng.permutation(np.repeat(list(counts), list(counts.values()))).astype(np.uint8)
    images = rng.integers(0, 256, (len(labels), *shape)).astype(np.uint8)
    return images, labels


def rows_of(images, labels):
    """For each class that occurs its first five images."""
    rows = {}
    for image, label in zip(images, labels.tolist(), strict=True):
        row = rows.setdefault(label, [])
        if len(row) < 5:
            row.append(image)
    return [np.stack(rows[label]) for label in sorted(rows)]


@pytest.fixture(scope="module")
def many(module_rng):
    """Three classes, all of which occur, with more than five images each."""
    images, labels = examples(module_rng, {0: 9, 1: 7, 2: 8}, (28, 28))
    labels[:3] = [2, 0, 2]  # the first label is not the first class
    return images, labels


@pytest.fixture(scope="module")
def few(module_rng):
    """Six classes, of which two do not occur and two have fewer than five images: floats, not square."""
    images, labels = examples(module_rng, COUNTS, (14, 11))
    return (images / 255).astype(np.float32), labels


@pytest.fixture(scope="module")
def figures(plot_examples, many, few):
    """Two calls in one cell."""
    return plot_examples.in_a_row((*many, list(KINDS)), (*few, list(FRUIT)))


@pytest.fixture(scope="module")
def figure(figures):
    return figures[0]


@pytest.mark.points(2)
@pytest.mark.public
def test_a_row_for_each_class(figure, many):
    """each class has a row with its first five images, from left to right, in the order of class_names"""
    expect(figure).is_a_figure().shows_rows(rows_of(*many))


@pytest.mark.points(1)
@pytest.mark.public
def test_the_name_at_each_row(figure, many):
    """each row has the name of its class"""
    expect(figure).is_a_figure().names_image_rows(KINDS, many[0].shape[1:])


@pytest.mark.points(1)
@pytest.mark.public
def test_no_ticks(figure):
    """the images have no ticks"""
    expect(figure).is_a_figure().has_no_ticks(names=KINDS)
