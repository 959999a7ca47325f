"""class_weights(target): a weight for each class, so that both classes count the same in total"""

import numpy as np
import pytest

from autograder import expect, telling_inputs

from words import NamedNumbers


def weights_of(answer):
    return expect(answer).is_a(NamedNumbers)


@telling_inputs(lambda answer, expected: weights_of(answer).are(expected, "class"))
def few_answers(draw):
    """A few answers, both kinds among them."""
    return (np.array([*draw.several(0, 6, lambda draw: draw.whole(0, 1)), 1, 0]),)


@pytest.mark.points(1)
@pytest.mark.public
def test_three_and_one(class_weights):
    """with three 0 and one 1, a 0 weighs 2/3 and a 1 weighs 2"""
    weights_of(class_weights(np.array([0, 0, 1, 0]))).are({0: 2 / 3, 1: 2.0}, "class", hidden=False)


@pytest.mark.points(1)
@pytest.mark.public
def test_whichever_class_is_rarer(class_weights):
    """the rarer class gets the larger weight, whichever it is: with two 0 and six 1, a 0 weighs 2 and a 1 weighs 2/3"""
    weights_of(class_weights(np.array([1, 0, 0, 0, 0]))).are({0: 0.625, 1: 2.5}, "class", hidden=False)
    weights_of(class_weights(np.array([1, 1, 0, 1, 1, 0, 1, 1]))).are({0: 2.0, 1: 2 / 3}, "class", hidden=False)


@pytest.mark.points(1)
@pytest.mark.public
def test_the_argument_is_left_alone(class_weights):
    """the argument is not changed"""
    expect(class_weights(np.array([1, 0, 0, 1, 0, 0]))).leaves_its_arguments_alone()
