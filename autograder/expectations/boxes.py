"""Boxes on a figure: (left, bottom, right, top) in pixels, y upwards."""

from __future__ import annotations

import numpy as np

Box = np.ndarray  # float, shape (4,)


def overlap_of(one: Box, other: Box) -> float:
    """The share of the smaller box that lies in the other one, 0 to 1."""
    common = np.minimum(one[2:], other[2:]) - np.maximum(one[:2], other[:2])
    areas = [np.maximum(box[2:] - box[:2], 1e-9).prod() for box in (one, other)]
    return float(np.maximum(common, 0).prod() / min(areas))


def distance_to(point: np.ndarray, box: Box) -> float:
    """From a point, shape (2,), to the nearest point of a box."""
    return float(np.hypot(*(point - np.clip(point, box[:2], box[2:]))))


def grown(box: Box, by: float) -> Box:
    """A box with so many pixels more on each side."""
    return np.asarray(box + np.array([-by, -by, by, by]))
