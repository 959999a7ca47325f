"""most_confused(matrix): the true and the predicted class of the most frequent mistake"""

import numpy as np
import pytest

from autograder import expect, telling_inputs
from autograder.core.languages import authored

FORM = authored("The answer is (true, predicted): the class numbers of the row and the column.")


def is_pair(answer, pair, hidden=True):
    """These two class numbers, in this order."""
    words = expect(answer)
    words.is_one_of([pair], hidden=hidden, hint=FORM)
    words.has_whole_numbers()


@telling_inputs(is_pair)
def small_matrix(draw):
    """Two or three classes; at least one mistake was made."""
    classes = draw.whole(2, 3)
    matrix = np.array([[draw.whole(0, 9) for _ in range(classes)] for _ in range(classes)])
    matrix[draw.one_of([(1, 0), (0, 1)])] += 1
    return (matrix,)


@pytest.mark.points(1)
@pytest.mark.public
def test_three_classes(most_confused):
    """in [[9, 1, 0], [2, 8, 3], [5, 0, 7]] the most frequent mistake is (2, 0)"""
    is_pair(most_confused(np.array([[9, 1, 0], [2, 8, 3], [5, 0, 7]])), (2, 0), hidden=False)


@pytest.mark.points(1)
@pytest.mark.public
def test_the_argument_is_left_alone(most_confused):
    """the matrix is not changed"""
    expect(most_confused(np.array([[6, 2, 1], [0, 9, 4], [3, 1, 8]]))).leaves_its_arguments_alone()
