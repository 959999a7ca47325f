"""plot_confusion_matrix(matrix, class_names): the matrix as an image, with its numbers and names"""

import numpy as np
import pytest

from autograder import expect

WEATHER = ["sun", "rain", "snow", "fog", "storm"]
FRUIT = ["Apple", "Banana", "Cherry", "Date", "Elderberry", "Fig", "Grape", "Kiwi", "Lemon/lime", "Red melon"]
SHAPES = ["circle", "square", "star"]
PREDICTED = ["pred", "guess", "answer", "estimat", "forecast", "recogni", "classified", "assigned", "network", "model", "output", "taken for"]
PREDICTED += ["예측", "추정", "신경망", "모델", "출력"]  # also in the language of another page
TRUE = ["tru", "actual", "real", "correct", "right", "target", "known", "should", "정답", "실제", "진짜"]


def counts(rng, classes, right, wrong):
    """A confusion matrix: mostly right, as many images of a class as come, and some mistakes that never happen."""
    matrix = rng.integers(1, wrong, (classes, classes))
    np.fill_diagonal(matrix, rng.integers(right // 2, right, classes))
    matrix[0, classes - 1] = matrix[1, 0] = 0
    return matrix


@pytest.fixture(scope="module")
def matrices(module_rng):
    return [counts(module_rng, 5, 90, 30), counts(module_rng, 10, 1000, 200), counts(module_rng, 3, 60, 25)]


@pytest.fixture(scope="module")
def figures(plot_confusion_matrix, matrices):
    """Three calls in one cell: five classes, ten and three."""
    return plot_confusion_matrix.in_a_row(*zip(matrices, (WEATHER, FRUIT, SHAPES), strict=True))


@pytest.fixture(scope="module")
def figure(figures):
    return figures[0]


@pytest.mark.points(1)
@pytest.mark.public
def test_the_matrix_as_an_image(figure, matrices):
    """the matrix is drawn as an image, with the first true class on top and the first predicted one on the left"""
    expect(figure).is_a_figure().shows_matrix(matrices[0])


@pytest.mark.points(2)
@pytest.mark.after("test_the_matrix_as_an_image")
def test_the_number_in_each_cell(figure, matrices):
    """each cell has its number, in a colour that can be read"""
    expect(figure).is_a_figure().writes_numbers(matrices[0])


@pytest.mark.points(1)
@pytest.mark.public
@pytest.mark.after("test_the_matrix_as_an_image")
def test_the_names_down(figure):
    """each row has the name of its class"""
    expect(figure).is_a_figure().names_rows(WEATHER)


@pytest.mark.points(1)
@pytest.mark.public
@pytest.mark.after("test_the_matrix_as_an_image")
def test_the_names_across(figure):
    """each column has the name of its class"""
    expect(figure).is_a_figure().names_columns(WEATHER)


@pytest.mark.points(1)
@pytest.mark.public
@pytest.mark.after("test_the_matrix_as_an_image")
def test_the_names_of_the_axes(figure):
    """the axes are named: predicted classes across, true ones down"""
    expect(figure).is_a_figure().names_axes(PREDICTED, TRUE)


@pytest.mark.points(1)
@pytest.mark.public
def test_the_arguments_are_left_alone(figure):
    """the matrix and the list of names are not changed"""
    expect(figure).leaves_its_arguments_alone()


@pytest.mark.points(1)
@pytest.mark.after("test_the_matrix_as_an_image")
def test_ten_classes_and_three(figures, matrices):
    """several calls in one cell make separate figures, for ten classes and for three"""
    for answer, matrix, names in list(zip(figures, matrices, (WEATHER, FRUIT, SHAPES), strict=True))[1:]:
        words = expect(answer).is_a_figure()
        words.is_of_its_own()
        words.shows_matrix(matrix)
        words.writes_numbers(matrix)
        words.names_rows(names)
        words.names_columns(names)
