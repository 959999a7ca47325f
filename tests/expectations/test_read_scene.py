"""Which images of a figure can be seen, and what of the others is told."""

import pytest
from drawn_figures import IMAGES, chart

from autograder.expectations.read_scene import read_drawing
from autograder.values.mpl.figures import describe_figure

pytestmark = pytest.mark.usefixtures("agg")


@pytest.mark.parametrize("number", [1, 2, 3])
def test_of_images_at_one_place_only_the_last_is_seen(number):
    drawing = read_drawing(describe_figure(chart(lambda ax: [ax.imshow(image) for image in IMAGES[:number]])))
    assert (len(drawing.pictures), drawing.covered, drawing.unseen) == (1, number - 1, (0, 0))
