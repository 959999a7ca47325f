"""Where the texts at an image are."""

from types import SimpleNamespace

import numpy as np
import pytest

from autograder.expectations.cell_names import _is_beside, along
from autograder.expectations.line_scene import Label

PICTURE = SimpleNamespace(box=np.array([300.0, 200.0, 400.0, 260.0]))


@pytest.mark.parametrize(
    ("left", "right", "is_beside"),
    [(200, 240, False), (200, 260, True), (320, 380, True), (440, 480, True), (460, 500, False)],
    ids=["far on the left", "on the left", "in the middle", "on the right", "far on the right"],
)
def test_a_text_is_beside_an_image_within_half_of_its_size(left, right, is_beside):
    label = SimpleNamespace(box=np.array([left, 0.0, right, 10.0]))
    assert _is_beside(label, PICTURE, 0) is is_beside


@pytest.mark.parametrize("side", [0, 1])
def test_a_tick_beyond_the_image_names_none_of_its_cells(side):
    """An image of two by two cells, and ticks at its first row or column and a whole cell beyond the last."""
    whole = np.array([0.0, 0.0, 100.0, 100.0])
    picture = SimpleNamespace(axes=0, values=np.zeros((2, 2)), whole=whole, box=whole)
    at = [(np.array([place, place]), text) for place, text in ((30.0, "cat"), (130.0, "dog"))]
    labels = [Label(0, ("x tick", "y tick")[side], text, np.array([*place, *place]), place, np.ones(4), 0.0, None) for place, text in at]
    scene = SimpleNamespace(labels=labels, place_of=lambda axes: axes, place_of_label=lambda label: label.axes)
    assert along(scene, picture, ["cat", "dog"], side) == (["cat", None] if side == 0 else [None, "cat"])
