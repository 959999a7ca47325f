"""Whether bars of two sets stand in front of one another."""

from dataclasses import replace

import numpy as np
import pytest

from autograder.expectations.bar_charts import overlap
from autograder.expectations.scene import Series


def bars(left, width=20.0, bottom=10.0, upright=True, heights=(3.0, 5.0)):
    """Two bars, 100 pixels from one another, the first from ``left`` on."""
    starts = np.array([left, left + 100.0])
    heights = np.array(heights)
    boxes = np.stack([starts, np.full(2, bottom), starts + width, bottom + 10 * heights], axis=1)
    boxes = boxes if upright else boxes[:, [1, 0, 3, 2]]
    tips = np.stack([starts + width / 2, boxes[:, 3]], axis=1)
    frame, inks = np.array([0.0, 0, 300, 300]), np.ones((2, 1, 4))
    return Series(0, frame, "bars", upright, starts, starts + width, heights, tips, 0.0, boxes, inks, (), np.zeros(2))


OTHERS = {
    "at the same places": (bars(40, heights=(2.0, 1.0)), True),
    "narrower, in the middle": (bars(42, width=15), True),
    "side by side": (bars(60), False),
    "between the others": (bars(90), False),
    "far to the left": (bars(-200), False),
    "on top of the others": (bars(40, bottom=80), False),
    "in other axes": (replace(bars(40), axes=1), False),
    "lying": (bars(40, upright=False), False),
    "points": (replace(bars(40), boxes=None), False),
    "of height 0": (bars(40, heights=(0.0, 0.0)), False),
}


@pytest.mark.parametrize(("other", "is_so"), OTHERS.values(), ids=OTHERS)
def test_bars_in_front_of_one_another(other, is_so):
    assert overlap(bars(40), other) is is_so


def test_lying_bars_in_front_of_one_another():
    assert overlap(bars(40, upright=False), bars(42, upright=False)) and not overlap(bars(40, upright=False), bars(60, upright=False))
