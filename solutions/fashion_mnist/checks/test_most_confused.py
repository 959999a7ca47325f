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


@small_matrix.right
def slowly(matrix):
    """Go through all cells, row by row, each from left to right."""
    most, pair = -1, None
    for row, numbers in enumerate(matrix.tolist()):
        for column, number in enumerate(numbers):
            if row != column and number > most:
                most, pair = number, (row, column)
    return pair


@pytest.fixture
def good_network(rng):
    """Ten classes, mostly recognized. One is mixed up with all others, one pair in both directions, one is rare and not recognized."""
    matrix = rng.integers(5, 20, (10, 10))
    matrix[0] += 25
    np.fill_diagonal(matrix, rng.integers(600, 900, 10))
    low, high = (int(place) for place in rng.choice([[1, 5], [2, 6], [3, 7]]))
    matrix[high, low] = rng.integers(130, 150)  # more than int8 can hold
    matrix[8, 4] = matrix[4, 8] = rng.integers(90, 110)
    matrix[9, 0], matrix[9, 9] = 60, 4
    return matrix


@pytest.fixture
def poor_network(rng):
    """Six classes; the right answers are not the largest numbers, one is as large as the largest mistake, and of one class there are none."""
    matrix = rng.permutation(np.arange(10, 82, 2)).reshape(6, 6)
    np.fill_diagonal(matrix, [97, 4, 130, 0, 9, 60])
    matrix[1, 4] = 97
    return matrix


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


@pytest.mark.points(1)
def test_a_good_network(most_confused, good_network):
    """the most frequent mistake is the largest number beside the diagonal, not the largest share or the worst class"""
    is_pair(most_confused(good_network), slowly(good_network))


@pytest.mark.points(1)
def test_a_poor_network(most_confused, poor_network):
    """the most frequent mistake is also found if the network is often wrong, so that a number beside the diagonal is larger than some on it"""
    is_pair(most_confused(poor_network), slowly(poor_network))
    worst = np.array([[2, 7, 3], [4, 1, 15], [9, 5, 8]])  # the largest number of all is beside the diagonal
    is_pair(most_confused(worst), slowly(worst))


@pytest.mark.points(1)
def test_equally_frequent_mistakes(most_confused, rng):
    """of equally frequent mistakes the first is returned: row by row, each from left to right"""
    matrix = rng.integers(1, 30, (5, 5))
    np.fill_diagonal(matrix, [85, 40, 200, 200, 200])
    matrix[1, 3] = matrix[1, 4] = matrix[2, 1] = matrix[3, 0] = matrix[4, 2] = 40
    is_pair(most_confused(matrix), slowly(matrix))
