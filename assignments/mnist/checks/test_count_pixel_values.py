"""count_pixel_values(image): how often each pixel value occurs in one image"""

import numpy as np
import pytest

from autograder import expect, telling_inputs


@telling_inputs(lambda answer, expected: expect(answer).counts(expected, "value"))
def small_image(draw):
    return (np.array(draw.grid((3, 3), lambda draw: draw.one_of([0, 255, 7, 1, 200])), np.uint8),)


@pytest.mark.points(1)
@pytest.mark.public
def test_a_nearly_black_image(count_pixel_values):
    """a black image with three white pixels and one grey pixel has 780 black pixels"""
    image = np.zeros((28, 28), np.uint8)
    image[3, 4:7] = 255
    image[20, 9] = 7
    expect(count_pixel_values(image)).counts({0: 780, 255: 3, 7: 1}, "value", hidden=False)


@pytest.mark.points(1)
@pytest.mark.public
def test_an_image_of_another_shape(count_pixel_values):
    """in an image of 30 rows and 40 columns, all 1,200 pixels are counted"""
    image = np.zeros((30, 40), np.uint8)
    image[5, 7] = 9
    image[29, 38:] = 200
    expect(count_pixel_values(image)).counts({0: 1197, 200: 2, 9: 1}, "value", hidden=False)


@pytest.mark.points(1)
@pytest.mark.public
@pytest.mark.after("test_a_nearly_black_image")
def test_a_value_can_be_looked_up(count_pixel_values):
    """count_pixel_values(…)[0] gives the number of pixels that are 0"""
    image = np.array([[0, 255, 0], [7, 0, 255]], np.uint8)
    expect(count_pixel_values(image)).can_be_asked("value", "count_pixel_values(…)[0]")


@pytest.mark.points(1)
@pytest.mark.public
def test_the_argument_is_left_alone(count_pixel_values):
    """the argument is not changed"""
    image = (np.arange(28 * 28, 0, -1) % 251).astype(np.uint8).reshape(28, 28)
    expect(count_pixel_values(image)).leaves_its_arguments_alone()
