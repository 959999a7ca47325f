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


@pytest.mark.parametrize(
    ("box", "share"),
    [((0, 0, 30, 20), 1.0), ((10, 5, 20, 15), 1.0), ((-10, 0, 10, 20), 0.5), ((20, 10, 40, 30), 0.25), ((40, 0, 50, 20), 0.0), ((-30, -30, -10, -10), 0.0)],
)
def test_the_share_of_a_box_that_lies_on_the_figure(box, share):
    assert drawing(np.zeros((20, 30, 3))).share(np.array(box, float)) == pytest.approx(share, abs=1e-12)


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


EDGES = {
    "left": (slice(None), slice(0, 1)),
    "right": (slice(None), slice(-1, None)),
    "top": (slice(0, 1), slice(None)),
    "bottom": (slice(-1, None), slice(None)),
}


def few(count, *black):
    """An image of (count, count) greys that fills the figure, of which some rows and columns are black."""
    rows = GREYS[:count, :count].copy()
    for part in black:
        rows[part] = 0
    size = 128 // count
    return drawing(np.dstack([np.kron(rows, np.ones((size, size)))] * 3)), GREYS[:count, :count], WHOLE / 128 * size * count


def test_an_image_may_reach_the_edges_of_the_figure():
    pixels, greys, whole = few(3)
    assert pixels.shows_image(greys, whole, whole)


@pytest.mark.parametrize(("edge", "side"), list(zip(EDGES.values(), (0, 2, 3, 1), strict=True)), ids=EDGES)
def test_what_lies_outside_of_the_frame_need_not_be_seen(edge, side):
    """A quarter of an image is cut off by its axes."""
    pixels, greys, whole = few(4, edge)
    frame = whole.copy()
    frame[side] += 32 if side < 2 else -32
    assert pixels.shows_image(greys, whole, frame)


@pytest.mark.parametrize(
    ("box", "share"),
    [((0, 0, 128, 128), 1), ((0, 0, 1, 1), 1), ((-5, 0, 5, 10), 0.5), ((0, -30, 10, 10), 0.25), ((123, 123, 133, 133), 0.25), ((200, 0, 300, 9), 0)],
)
def test_which_part_of_a_box_lies_on_the_figure(box, share):
    assert covered().share(np.array(box, float)) == share


@pytest.mark.parametrize(("box", "shape"), [((0, 0, 128, 128), (128, 128)), ((-5, 100, 5, 140), (28, 5)), ((0, 130, 9, 140), (0, 9))])
def test_the_pixels_of_a_box_are_those_that_lie_on_the_figure(box, shape):
    assert covered().inside(np.array(box, float)).shape == (*shape, 3)


@pytest.mark.parametrize(("ink", "is_seen"), [((1, 0, 0, 1), True), ((0, 1, 0, 1), False)], ids=["red", "green"])
def test_a_mark_or_text_is_seen_by_its_own_colour(ink, is_seen):
    """The left half of the figure is red, the right half blue."""
    rows = np.zeros((128, 128, 3))
    rows[:, :64, 0] = rows[:, 64:, 2] = 255
    pixels, ink = drawing(rows), np.array(ink, float)
    assert pixels.shows_marks(np.array([[64.0, 64.0]]), ink[None, None], WHOLE).tolist() == [is_seen]
    assert pixels.shows_text(np.array([50.0, 50.0, 80.0, 70.0]), ink, 10.0) is is_seen


COLOURS = np.random.default_rng(8).integers(0, 256, (16, 16, 3))
TERMS = {
    "red": lambda red, green, blue: red,
    "green": lambda red, green, blue: green,
    "blue": lambda red, green, blue: blue,
    "red squared": lambda red, green, blue: red**2,
    "green squared": lambda red, green, blue: green**2,
    "blue squared": lambda red, green, blue: blue**2,
    "red times green": lambda red, green, blue: red * green,
    "red times blue": lambda red, green, blue: red * blue,
    "green times blue": lambda red, green, blue: green * blue,
}


@pytest.mark.parametrize("term", TERMS.values(), ids=TERMS)
def test_numbers_may_follow_from_colours_in_any_way_of_the_second_degree(term):
    """In many colour maps one colour rises and falls again while the numbers rise."""
    numbers = term(*np.moveaxis(COLOURS / 255 - 0.5, 2, 0))
    pixels = drawing(np.repeat(np.repeat(COLOURS, 8, axis=0), 8, axis=1))
    assert pixels.shows_image(numbers, WHOLE, WHOLE)
    assert not pixels.shows_image(numbers[::-1], WHOLE, WHOLE)


MAP = np.array([[0.0, 0.0, 0.2, 1.0], [0.6, 0.1, 0.5, 1.0], [1.0, 0.9, 0.8, 1.0]])  # of three colours


@pytest.mark.parametrize(
    ("scale", "near"),
    [((0, 100), 70.0), ((100, 900), 300.0), ((-300, -100), -120.0), ((900, 100), 300.0), ((7, 7), 7.0), ((0, 100), 900.0), ((100, 200), -5.0)],
    ids=["from 0", "from 100", "below 0", "falling", "one number", "above its scale", "below its scale"],
)
def test_numbers_that_look_the_same_have_the_colour_that_their_scale_gives_them(scale, near):
    part = (near - scale[0]) / ((scale[1] - scale[0]) or 1)
    colour = [np.interp(part, [0, 0.5, 1], 255 * channel) for channel in MAP[:, :3].T]
    pixels = drawing(np.broadcast_to(np.round(colour), (128, 128, 3)))
    values = np.full((4, 4), near)
    assert pixels.has_colours(values, scale, MAP, WHOLE)
    assert not pixels.has_colours(values, scale, MAP[::-1], WHOLE)
