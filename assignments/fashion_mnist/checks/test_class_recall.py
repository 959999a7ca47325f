"""class_recall(matrix): the share of each class's images that were recognized"""

import numpy as np
import pytest

from autograder import expect, telling_inputs

NEAR = 3e-4  # lets float16 answers pass, and no shares that are rounded to three decimals


@telling_inputs(lambda answer, expected: expect(answer).is_close_to(expected, ("classes",), within=NEAR))
def small_matrix(draw):
    classes = draw.whole(1, 3)
    return (np.array([[draw.whole(0, 5) for _ in range(classes)] for _ in range(classes)]),)


@pytest.mark.points(1)
@pytest.mark.public
def test_three_classes(class_recall):
    """of 8, 5 and 10 images, 6, 4 and 3 are recognized: that is 0.75, 0.8 and 0.3"""
    matrix = np.array([[6, 0, 2], [1, 4, 0], [5, 2, 3]])
    expect(class_recall(matrix)).is_close_to([0.75, 0.8, 0.3], ("classes",), within=NEAR, hidden=False)


@pytest.mark.points(1)
@pytest.mark.public
def test_a_class_without_an_image(class_recall):
    """a class that has no image gets NaN, also if it was predicted"""
    matrix = np.array([[3, 1, 0], [0, 0, 0], [0, 2, 2]])
    expect(class_recall(matrix)).is_close_to([0.75, np.nan, 0.5], ("classes",), within=NEAR, hidden=False)


@pytest.mark.points(1)
@pytest.mark.public
def test_the_matrix_is_left_alone(class_recall):
    """the matrix is not changed"""
    matrix = np.array([[6, 0, 2], [0, 0, 0], [5, 2, 3]])
    expect(class_recall(matrix)).leaves_its_arguments_alone()
