"""Which image a tile shows, and the way up."""

import numpy as np
import pytest

from autograder.expectations.image_grids import TURNS, Gallery, Shown
from autograder.expectations.scene import Picture

IMAGES = np.random.default_rng(11).integers(0, 256, (4, 6, 6)).astype(np.uint8)


def pixel_by_pixel(image, place):
    """An image whose pixel at (row, column) is the one at ``place(row, column, last row)`` of the given one."""
    size = len(image)
    return np.array([[image[place(row, column, size - 1)] for column in range(size)] for row in range(size)])


MOVES = {
    "upright": lambda row, column, last: (row, column),
    "upside down": lambda row, column, last: (last - row, column),
    "mirrored": lambda row, column, last: (row, last - column),
    "turned by half": lambda row, column, last: (last - row, last - column),
    "rows and columns exchanged": lambda row, column, last: (column, row),
    "a quarter turned to the left": lambda row, column, last: (column, last - row),
    "a quarter turned to the right": lambda row, column, last: (last - column, row),
    "turned by half, rows and columns exchanged": lambda row, column, last: (last - column, last - row),
}


@pytest.mark.parametrize(("turn", "place"), MOVES.items(), ids=MOVES)
def test_an_image_is_known_however_it_is_turned(turn, place):
    assert set(MOVES) == set(TURNS)
    box = np.array([0.0, 0, 60, 60])
    for number, image in enumerate(IMAGES):
        tile = Picture(0, pixel_by_pixel(image, place), False, "imshow", box, box, True, None, None)
        assert Gallery(IMAGES).recognise(tile) == Shown(number, turn)
