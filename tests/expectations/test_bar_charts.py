"""Whether bars of two sets stand in front of one another."""

from dataclasses import replace

import numpy as np
import pytest

from autograder.expectations.bar_charts import EACH, all_series, overlap, readings
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


def test_ticks_that_say_the_numbers_of_the_axis_leave_bars_beside_them():
    """Two bars from 0 to 0.5 and from 1 to 1.5."""
    beside = replace(bars(40), low=np.array([0.0, 1.0]), high=np.array([0.5, 1.5]))
    named = [replace(beside, ticks=((0.0, first), (1.0, second))) for first, second in (("0", "1"), ("4", "2"))]
    assert [next(readings(one)).offset for one in (beside, *named)] == [0.25, 0.25, 0.0]
    assert [next(readings(one)).counts for one in named] == [{0: 3.0, 1: 5.0}, {4: 3.0, 2: 5.0}]


def test_marks_drawn_one_by_one_in_one_colour_are_put_together_once():
    one = replace(bars(40), **{name: getattr(bars(40), name)[:1] for name in EACH})
    single = [replace(one, low=np.array([at]), high=np.array([at + 1.0])) for at in (0.0, 1, 2, 3)]
    together = [tuple(one.centres) for one in all_series(tuple(single)) if len(one.centres) > 1]
    assert (0.5, 1.5, 2.5, 3.5) in together and len(set(together)) == len(together)


def test_lying_bars_in_front_of_one_another():
    assert overlap(bars(40, upright=False), bars(42, upright=False)) and not overlap(bars(40, upright=False), bars(60, upright=False))
