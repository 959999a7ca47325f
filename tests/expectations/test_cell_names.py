"""Where the texts at an image are."""

from types import SimpleNamespace

import numpy as np
import pytest

from autograder.expectations.cell_names import _is_beside

PICTURE = SimpleNamespace(box=np.array([300.0, 200.0, 400.0, 260.0]))


@pytest.mark.parametrize(
    ("left", "right", "is_beside"),
    [(200, 240, False), (200, 260, True), (320, 380, True), (440, 480, True), (460, 500, False)],
    ids=["far on the left", "on the left", "in the middle", "on the right", "far on the right"],
)
def test_a_text_is_beside_an_image_within_half_of_its_size(left, right, is_beside):
    label = SimpleNamespace(box=np.array([left, 0.0, right, 10.0]))
    assert _is_beside(label, PICTURE, 0) is is_beside
