"""What the pixels of a drawing say, without a figure."""

import io

import numpy as np
import pytest
from PIL import Image

from autograder.expectations.pixels import Pixels


def drawing(rows):
    file = io.BytesIO()
    Image.fromarray(rows.astype(np.uint8)).save(file, "PNG")
    return Pixels(file.getvalue())


def test_a_place_has_the_colour_of_its_pixel_and_outside_that_of_the_edge():
    """y goes upwards: the lowest row of pixels is from 0 to 1."""
    rows = np.arange(4 * 3 * 3).reshape(4, 3, 3)
    pixels = drawing(rows)
    places = np.array([[column + 0.5, 3.5 - row] for row in range(4) for column in range(3)])
    assert np.array_equal(pixels.at(places).reshape(4, 3, 3), rows)
    outside = np.array([[-5.0, 0.5], [9, 0.5], [1.5, -5], [1.5, 9]])
    assert np.array_equal(pixels.at(outside), [rows[3, 0], rows[3, 2], rows[3, 1], rows[0, 1]])


GREYS = np.random.default_rng(3).integers(0, 256, (32, 32))
WHOLE = np.array([0.0, 0, 128, 128])


def covered(*parts):
    """A picture of greys of which some of 16 parts, (row, column) of 4 by 4, are covered."""
    rows = np.repeat(np.repeat(GREYS, 4, axis=0), 4, axis=1)
    for row, column in parts:
        rows[32 * row : 32 * row + 32, 32 * column : 32 * column + 32] = 128
    return drawing(np.dstack([rows] * 3))


SPREAD = [(0, 0), (0, 2), (2, 0), (2, 2)]


@pytest.mark.parametrize(("parts", "is_shown"), [([], True), (SPREAD, True), ([*SPREAD, (1, 1)], False)], ids=["none", "4", "5"])
def test_a_quarter_of_an_image_may_be_covered_wherever_it_is(parts, is_shown):
    assert covered(*parts).shows_image(GREYS, WHOLE, WHOLE) is is_shown
