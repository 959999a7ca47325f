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


def is_matrix(answer, expected, hidden=True):
    """These whole numbers, in any form with rows and columns."""
    words = expect(answer)
    words.is_close_to(expected, axes=("rows", "columns"), hidden=hidden)
    words.has_whole_numbers()
    if answer.kind in ("list", "tuple"):
        answer.remarks.append(LIST)
    elif answer.kind == "table":
        answer.remarks.append(TABLE)


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
