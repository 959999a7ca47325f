"""How well a text can be read: the contrast of two colours, as WCAG 2 defines it."""

import io

import numpy as np
import pytest
from PIL import Image

from autograder.expectations.pixels import Pixels
from autograder.expectations.traces import _samples, contrast, contrast_of

BLACK, WHITE = np.zeros(3), np.full(3, 255.0)


@pytest.mark.parametrize(
    ("colour", "to_white"), [(0, 21.0), (5, 20.38), (10, 19.80), (11, 19.68), (119, 4.48), (255, 1.0)]
)
def test_the_contrast_of_greys(colour, to_white):
    """Below 11 of 255 another formula holds, which goes over into the usual one."""
    grey = np.full(3, float(colour))
    assert contrast(grey, WHITE) == contrast(WHITE, grey) == pytest.approx(to_white, abs=0.01)
    assert contrast(grey, BLACK) * contrast(grey, WHITE) == pytest.approx(21)


def test_the_paper_of_a_text_is_around_it():
    """Fat letters fill most of their box."""
    rows = np.full((60, 80, 3), 255, np.uint8)
    rows[20:40, 20:60] = 0
    file = io.BytesIO()
    Image.fromarray(rows).save(file, "PNG")
    box = np.array([20.0, 20.0, 60.0, 40.0])
    assert contrast_of(Pixels(file.getvalue()), box, np.array([0.0, 0, 0, 1])) == pytest.approx(21)


def pixels_with(box, colour, around=255.0, letter=None):
    """A drawing of one colour with a box of another one, and a letter in it."""
    rows = np.full((60, 80, 3), around)
    left, top, right, bottom = box
    rows[top:bottom, left:right] = colour
    if letter is not None:
        rows[top + 8 : bottom - 8, left + 8 : right - 8] = letter
    file = io.BytesIO()
    Image.fromarray(rows.astype(np.uint8)).save(file, "PNG")
    return Pixels(file.getvalue())


def test_the_paper_of_a_text_in_a_box_is_the_box():
    pixels = pixels_with((20, 20, 61, 41), 0, letter=255)
    box = np.array([20.0, 19.0, 61.0, 40.0])
    assert contrast_of(pixels, box, np.ones(4), boxed=True) == pytest.approx(21)
    assert contrast_of(pixels, box, np.ones(4)) == 1.0


def test_letters_that_are_a_little_darker_than_their_colour_are_found():
    """As letters of two colours are, where they overlap."""
    pixels, box = pixels_with((20, 20, 60, 40), 170), np.array([20.0, 20.0, 60.0, 40.0])
    assert contrast_of(pixels, box, np.array([*[200 / 255] * 3, 1])) == pytest.approx(contrast(np.full(3, 170), WHITE))
    assert contrast_of(pixels, box, np.array([*[220 / 255] * 3, 1])) == 1.0


def test_a_line_is_looked_at_in_even_steps():
    places, way = _samples(np.array([[0.0, 0.0], [10.0, 0.0], [10.0, 30.0]]))
    assert places[0].tolist() == [0, 0] and places[-1].tolist() == [10, 30]
    steps = np.abs(np.diff(places, axis=0)).sum(axis=1)
    assert steps == pytest.approx(np.full(len(steps), 40 / len(steps)))
    assert way[0].tolist() == [1, 0] and way[-1].tolist() == [0, 1]
