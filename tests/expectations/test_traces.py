"""How well a text can be read: the contrast of two colours, as WCAG 2 defines it."""

import numpy as np
import pytest

from autograder.expectations.traces import contrast

BLACK, WHITE = np.zeros(3), np.full(3, 255.0)


@pytest.mark.parametrize(
    ("colour", "to_white"), [(0, 21.0), (5, 20.38), (10, 19.80), (11, 19.68), (119, 4.48), (255, 1.0)]
)
def test_the_contrast_of_greys(colour, to_white):
    """Below 11 of 255 another formula holds, which goes over into the usual one."""
    grey = np.full(3, float(colour))
    assert contrast(grey, WHITE) == contrast(WHITE, grey) == pytest.approx(to_white, abs=0.01)
    assert contrast(grey, BLACK) * contrast(grey, WHITE) == pytest.approx(21)
