"""Which texts of a figure can be read, and which descriptions of lines are refused."""

import matplotlib.pyplot as plt
import pytest

from autograder.expectations.pixels import Pixels
from autograder.expectations.read_lines import read_lines
from autograder.values.mpl.figures import describe_figure

pytestmark = pytest.mark.usefixtures("agg")

NEAR = {"left": (-0.3, 0.5), "right": (1.3, 0.5), "below": (0.5, -0.3), "above": (0.5, 1.3)}
FAR = {"left": (-4, 0.5), "right": (5, 0.5), "below": (0.5, -4), "above": (0.5, 5)}


@pytest.mark.parametrize("ink", [[0.0] * 3, [0.0] * 5], ids=len)
def test_a_colour_has_four_parts(ink):
    figure = plt.figure()
    figure.text(0.5, 0.5, "text")
    content = describe_figure(figure)
    content["labels"][0]["ink"] = ink
    with pytest.raises(ValueError):
        read_lines(content, Pixels(content["png"]))


@pytest.mark.parametrize(("places", "is_seen"), [(NEAR, True), (FAR, False)], ids=["near", "far"])
def test_a_text_that_lies_outside_is_seen_where_a_notebook_makes_room_for_it(places, is_seen):
    figure = plt.figure()
    for name, (x, y) in places.items():
        figure.text(x, y, name, ha="center", va="center")
    content = describe_figure(figure)
    scene = read_lines(content, Pixels(content["png"]))
    seen, unseen = (sorted(label.text for label in row) for row in (scene.labels, scene.unseen_labels))
    assert (seen if is_seen else unseen) == sorted(places) and not (unseen if is_seen else seen)


def test_a_lines_colour_has_four_parts():
    figure = plt.figure()
    figure.add_subplot().plot([1, 2], [3, 4])
    content = describe_figure(figure)
    content["lines"][0]["inks"] = content["lines"][0]["inks"][:, :3]
    with pytest.raises(ValueError, match="a colour has four parts"):
        read_lines(content, Pixels(content["png"]))


@pytest.mark.parametrize("number", [-1, 1])
def test_a_line_is_in_axes_that_are_there(number):
    figure = plt.figure()
    figure.add_subplot().plot([1, 2], [3, 4])
    content = describe_figure(figure)
    content["lines"][0]["axes"] = number
    with pytest.raises(ValueError, match="a line without axes"):
        read_lines(content, Pixels(content["png"]))
