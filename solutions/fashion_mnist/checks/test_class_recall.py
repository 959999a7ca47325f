"""class_recall(matrix): the share of each class's images that were recognized"""

import numpy as np
import pytest

from autograder import expect, telling_inputs

NEAR = 3e-4  # lets float16 answers pass, and no shares that are rounded to three decimals


@telling_inputs(lambda answer, expected: expect(answer).is_close_to(expected, ("classes",), within=NEAR))
def small_matrix(draw):
    classes = draw.whole(1, 3)
    return (np.array([[draw.whole(0, 5) for _ in range(classes)] for _ in range(classes)]),)


@small_matrix.right
def slowly(matrix):
    """Go through the rows one after the other."""
    shares = []
    for true, row in enumerate(matrix.tolist()):
        images = 0
        for number in row:
            images += number
        shares.append(row[true] / images if images else float("nan"))
    return shares


def counts(rng, classes):
    """Most images on the diagonal; the sums of the rows differ, and so do those of the columns."""
    matrix = rng.integers(1, 25, (classes, classes)) * rng.integers(1, 4, (classes, 1))
    return matrix + np.diag(rng.integers(30, 90, classes))


@pytest.mark.points(1)
@pytest.mark.public
def test_three_classes(class_recall):
    """of 8, 5 and 10 images, 6, 4 and 3 are recognized: that is 0.75, 0.8 and 0.3"""
    matrix = np.array([[6, 0, 2], [1, 4, 0], [5, 2, 3]])
    expect(class_recall(matrix)).is_close_to([0.75, 0.8, 0.3], ("classes",), within=NEAR, hidden=False)


@pytest.mark.points(1)
def test_any_matrix(class_recall, rng):
    """each class gets its own share, however many classes and images there are"""
    for classes, times in ((7, 1), (10, 9), (2, 1)):  # of ten classes, more than an 8-bit number can hold
        matrix = counts(rng, classes) * times
        expect(class_recall(matrix)).is_close_to(slowly(matrix), ("classes",), within=NEAR)


@pytest.mark.points(1)
@pytest.mark.public
def test_a_class_without_an_image(class_recall):
    """a class that has no image gets NaN, also if it was predicted"""
    matrix = np.array([[3, 1, 0], [0, 0, 0], [0, 2, 2]])
    expect(class_recall(matrix)).is_close_to([0.75, np.nan, 0.5], ("classes",), within=NEAR, hidden=False)


@pytest.mark.points(1)
def test_nothing_is_not_zero(class_recall, rng):
    """a class whose images are all taken for others gets 0.0, and one without an image gets NaN"""
    simple = counts(rng, 4)
    simple[0, 1:] = simple[2] = 0
    expect(class_recall(simple)).is_close_to(slowly(simple), ("classes",), within=NEAR)
    matrix = counts(rng, 6)
    matrix[1, 1] = 0
    matrix[[2, 5]] = 0
    matrix[:, 3] = 0
    matrix[4] = [0, 0, 0, 0, 1, 0]
    expect(class_recall(matrix)).is_close_to(slowly(matrix), ("classes",), within=NEAR)


@pytest.mark.points(1)
@pytest.mark.public
def test_the_matrix_is_left_alone(class_recall):
    """the matrix is not changed"""
    matrix = np.array([[6, 0, 2], [0, 0, 0], [5, 2, 3]])
    expect(class_recall(matrix)).leaves_its_arguments_alone()
