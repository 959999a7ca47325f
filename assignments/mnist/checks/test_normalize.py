"""normalize(images): pixel values 0..255 become numbers from 0.0 to 1.0"""

import numpy as np
import pytest

from autograder import expect, telling_inputs

AXES = ("images", "rows", "columns")


@telling_inputs(lambda answer, expected: expect(answer).is_close_to(expected, AXES))
def small_images(draw):
    """A few images of a few pixels, whole numbers or floats."""
    kind = draw.one_of([np.uint8, np.float64])
    return (np.array(draw.grid((2, 2, 2), lambda draw: draw.one_of([0, 255, 51, 1, 102, 204, 128, 254, 60, 200])), kind),)


@pytest.mark.points(1)
@pytest.mark.public
def test_black_becomes_zero_and_white_becomes_one(normalize):
    """black (0) becomes 0.0 and white (255) becomes 1.0"""
    expect(normalize(np.array([[[0, 255]]], np.uint8))).is_close_to([[[0.0, 1.0]]], AXES, hidden=False)


@pytest.mark.points(1)
@pytest.mark.public
def test_grey_stays_grey(normalize):
    """each grey stays in proportion: 51 becomes 0.2 and 204 becomes 0.8"""
    images = np.array([[[51, 102], [204, 0]], [[255, 153], [0, 51]]], np.uint8)
    scaled = [[[0.2, 0.4], [0.8, 0.0]], [[1.0, 0.6], [0.0, 0.2]]]
    expect(normalize(images)).is_close_to(scaled, AXES, hidden=False)


@pytest.mark.points(1)
@pytest.mark.public
def test_the_shape_stays(normalize):
    """the shape stays the same"""
    expect(normalize(np.zeros((3, 28, 28), np.uint8))).has_shape((3, 28, 28), AXES)


@pytest.mark.points(1)
@pytest.mark.public
@pytest.mark.after("test_black_becomes_zero_and_white_becomes_one")
def test_an_array_of_floats(normalize):
    """the result is a NumPy array of floats: .min() and .max() work"""
    expect(normalize(np.array([[[0, 255]]], np.uint8))).is_an_array()
