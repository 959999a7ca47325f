"""confusion_matrix(labels, predictions, classes): how often each true class gets each prediction"""

import numpy as np
import pytest

from autograder import expect, telling_inputs

LIST = "A list of lists has the right numbers. The page continues with a NumPy array, which has methods such as sum and max."
TABLE = "A pandas table has the right numbers. The page continues with a NumPy array."


def is_right(answer, expected):
    expect(answer).is_close_to(expected, axes=("rows", "columns"))
    expect(answer).has_whole_numbers()


@telling_inputs(is_right)
def few_images(draw):
    classes = draw.whole(1, 4)
    pairs = draw.several(1, 6, lambda draw: (draw.whole(0, classes - 1), draw.whole(0, classes - 1)))
    return np.array([one for one, _ in pairs], np.uint8), np.array([other for _, other in pairs]), classes


@few_images.right
def slowly(labels, predictions, classes):
    """Go through all images again for each cell."""
    return [
        [
            sum(one == true and other == predicted for one, other in zip(labels.tolist(), predictions.tolist(), strict=True))
            for predicted in range(classes)
        ]
        for true in range(classes)
    ]


def is_matrix(answer, expected, hidden=True):
    """These whole numbers, in any form with rows and columns."""
    words = expect(answer)
    words.is_close_to(expected, axes=("rows", "columns"), hidden=hidden)
    words.has_whole_numbers()
    if answer.kind in ("list", "tuple"):
        answer.remarks.append(LIST)
    elif answer.kind == "table":
        answer.remarks.append(TABLE)


def images(rng, count, classes, kind="uint8"):
    """Labels as in the data and predictions as argmax gives them, more right ones than wrong ones."""
    labels = rng.integers(0, classes, count).astype(kind)
    return labels, np.where(rng.random(count) < 0.6, labels, rng.integers(0, classes, count)).astype(np.int64)


@pytest.mark.points(1)
@pytest.mark.public
def test_nine_images(confusion_matrix):
    """each of nine images is counted in the row of its true class and the column of its predicted one"""
    labels = np.array([0, 0, 2, 1, 2, 0, 2, 1, 0], np.uint8)
    predictions = np.array([0, 1, 2, 1, 0, 1, 2, 2, 1])
    is_matrix(confusion_matrix(labels, predictions, 3), [[1, 3, 0], [0, 1, 1], [1, 0, 2]], hidden=False)


@pytest.mark.points(1)
@pytest.mark.public
def test_classes_that_never_occur(confusion_matrix):
    """classes that never occur keep their row and column of zeros"""
    labels, predictions = np.array([1, 3, 3, 1], np.uint8), np.array([1, 1, 3, 1])
    expected = [[0, 0, 0, 0, 0], [0, 2, 0, 0, 0], [0, 0, 0, 0, 0], [0, 1, 0, 1, 0], [0, 0, 0, 0, 0]]
    is_matrix(confusion_matrix(labels, predictions, 5), expected, hidden=False)


@pytest.mark.points(1)
@pytest.mark.public
def test_the_arguments_are_left_alone(confusion_matrix):
    """the labels and the predictions are not changed"""
    labels, predictions = np.array([2, 0, 1, 2, 1], np.uint8), np.array([1, 0, 2, 2, 1])
    expect(confusion_matrix(labels, predictions, 3)).leaves_its_arguments_alone()


@pytest.mark.points(1)
@pytest.mark.parametrize("kind", ["uint8", "int64"])
def test_any_predictions(confusion_matrix, rng, kind):
    """each pair of a true and a predicted class is counted, for any number of classes"""
    classes = 10 if kind == "uint8" else 13
    labels, predictions = images(rng, 211, classes, kind)
    is_matrix(confusion_matrix(labels, predictions, classes), slowly(labels, predictions, classes))


@pytest.mark.points(1)
def test_classes_that_occur_in_one_of_both(confusion_matrix, rng):
    """a class keeps its place if it occurs only in the labels or only in the predictions"""
    labels, predictions = rng.choice([1, 2, 4, 6], 60).astype(np.uint8), rng.choice([1, 2, 5, 8], 60)
    is_matrix(confusion_matrix(labels, predictions, 10), slowly(labels, predictions, 10))


@pytest.mark.points(1)
def test_more_than_an_8_bit_number_can_hold(confusion_matrix, rng):
    """a count can be larger than 255"""
    order = rng.permutation(1110)
    labels = np.repeat([9, 9, 4, 0], [610, 270, 130, 100]).astype(np.uint8)[order]
    predictions = np.repeat([9, 3, 4, 9], [610, 270, 130, 100])[order]
    is_matrix(confusion_matrix(labels, predictions, 10), slowly(labels, predictions, 10))
