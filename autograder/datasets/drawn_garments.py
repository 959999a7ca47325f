"""Clothes-like shapes that the kit draws itself, so that everything runs without network and without files.

They have Fashion-MNIST's types and shapes and, on purpose, its lessons. Measured by ``tests/benchmarks/substitutes.py``: 6,000
training images, five epochs, batches of 32, Adam; accuracy on the test images. Published: 2 seeds.

    network                                         mean    sd      range            seeds  published
    dense: 128 units                                0.861   0.008   0.849 .. 0.869   6      0.815
    convolutions of 16 and 32 filters, 64 units     0.952   0.013   0.934 .. 0.962   4      0.852

Of what the dense network gets wrong, T-shirts, pullovers, coats and shirts for one another are 93 % (published: 60 % or more).

How an image is made: a piece of clothing is a few polygons with random corners, in one shade of grey, at a place that
varies. T-shirts, shirts, pullovers and coats have almost the same outlines. What distinguishes them are small things that are
never at the same place: buttons, a zip, knitting, a print. A convolution finds them anywhere; a dense layer has to
see each of them at each place.

The same seed gives the same bytes on every machine: additions, multiplications and divisions only, and no sum whose order
could differ.

Source: drawn by this kit, MIT licence like the rest of it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from autograder.core.files import cache_folder
from autograder.datasets.image_files import drawn_once

if TYPE_CHECKING:
    from autograder.datasets.dataset import Part

SIZE = 28  # rows and columns of an image
LINES = 2  # places in each row of pixels at which a polygon's edges are found

# What ``draw()`` gives. It guards the cache; a change of the drawing changes it, and a test says to what.
DIGEST = "e21440bb98e4c787508d657c7ea5103e637c431e53cda1d63a036e2745389aa9"

Number = float | np.ndarray  # the same for all pieces, or one for each of them
Corners = Sequence[tuple[Number, Number]]  # x to the right, y downwards, from the middle of the image


def load() -> tuple[Part, Part]:
    """The drawn garments, 6,000 for training and 1,000 for testing, from the cache or drawn and then cached.

    Returns:
        ``(train_images, train_labels), (test_images, test_labels)``, as ``draw()`` gives them.
    """
    return drawn_once(cache_file(), DIGEST, draw)


def cache_file() -> Path:
    """Where ``load`` keeps the drawn garments."""
    return cache_folder() / f"garments-{DIGEST[:12]}.npz"


def draw(n_train: int = 6000, n_test: int = 1000, seed: int = 0) -> tuple[Part, Part]:
    """Draws garments.

    Args:
        n_train, n_test: how many images for training and for testing.
        seed: a whole number from 0 up. The same three numbers give the same images.

    Returns:
        Two parts of images, uint8, shape (images, 28, 28), and labels, uint8, shape (images,). Each of the ten kinds
        occurs equally often, in the order of Fashion-MNIST's classes.

    Example:
        >>> draw(20, 10)[0][0].shape
        (20, 28, 28)
    """
    return _part(n_train, [seed, 0]), _part(n_test, [seed, 1])


def _part(n: int, seed: list[int]) -> Part:
    rng = np.random.Generator(np.random.PCG64(seed))
    labels = rng.permutation(np.arange(n, dtype=np.int64) % len(KINDS)).astype(np.uint8)
    images = np.empty((n, SIZE, SIZE), np.uint8)
    for kind, cut in enumerate(KINDS):
        chosen = np.flatnonzero(labels == kind)
        if len(chosen):
            images[chosen] = _drawn(cut(Measures(len(chosen), rng)), len(chosen), rng)
    return images, labels


class Measures:
    """Random measures for n pieces of clothing, in pixels.

    Args:
        n: how many pieces.
    """

    def __init__(self, n: int, rng: np.random.Generator) -> None:
        self.n, self.rng = n, rng

    def __call__(self, low: Number, high: Number) -> np.ndarray:
        """One number for each piece, from low to high."""
        return low + (high - low) * self.rng.random(self.n)

    def some(self, share: float) -> np.ndarray:
        """1 for about this share of the pieces, else 0."""
        return (self.rng.random(self.n) < share).astype(float)

    def free(self, points: Corners) -> np.ndarray:
        """Polygons: shape (n, corners, 2)."""
        pairs = [np.broadcast_arrays(*map(np.asarray, (x, y, np.zeros(self.n))))[:2] for x, y in points]
        return np.stack([np.stack(pair, -1) for pair in pairs], 1)

    def alike(self, points: Corners) -> np.ndarray:
        """Polygons from their right half, top to bottom; the left half is its mirror image."""
        right = self.free(points)
        return np.concatenate([right, right[:, ::-1] * np.array([-1.0, 1.0])], 1)

    def box(self, left: Number, right: Number, top: Number, bottom: Number) -> np.ndarray:
        return self.free([(left, top), (right, top), (right, bottom), (left, bottom)])


@dataclass
class Cut:
    """How pieces of one kind look.

    Attributes:
        outside: polygons that are cloth; holes: polygons that are cut out of it.
        marks: polygons and by how much they change the light.
        knit: how strong each piece's knitting is: every second row is darker.
    """

    outside: list[np.ndarray]
    holes: list[np.ndarray]
    marks: list[tuple[np.ndarray, np.ndarray]]
    knit: np.ndarray | float = 0.0


def _top(m: Measures, sleeve: np.ndarray) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Clothes with sleeves: the polygon, the hole at the neck, and half of the length.

    Args:
        sleeve: the sleeves' length as a share of the body's.
    """
    length, wide, neck = m(9.5, 12), m(5, 7), m(1.5, 3)
    end_y = -length + 3 + sleeve * (2 * length - 4)
    end_x = wide + m(2.0, 3.4) * (0.5 + 0.5 * sleeve) + m(-0.3, 0.6)
    thick = m(2.4, 3.4)
    cuff = (end_x - thick, end_y + m(0.2, 1.0))
    hem = (wide + m(-0.5, 0.8), length)
    body = m.alike([(neck, -length), (wide * m(0.95, 1.1), -length + 1.2), (end_x, end_y), cuff, (wide, -length + 6.5), hem])
    return body, m.alike([(neck, -length - 0.5), (neck * 0.55, -length + m(0.8, 2.2))]), length


def _t_shirt(m: Measures) -> Cut:
    body, hole, _length = _top(m, m(0.12, 0.45) + m.some(0.1) * 0.4)
    x, y = m(-2, 2), m(-4, 3)
    wide, high = m(1, 2.5), m(0.8, 2.5)
    a_print = m.box(x - wide, x + wide, y - high, y + high)
    return Cut([body], [hole], [(a_print, m.some(0.5) * m(-0.6, 0.6))])


def _trouser(m: Measures) -> Cut:
    length, wide = m(10.5, 12), m(3.6, 5.2)
    body = m.alike([(wide * m(0.75, 0.95), -length), (wide, -length + 6), (wide * m(0.75, 1.0), length)])
    return Cut([body], [m.alike([(m(0.2, 0.6), m(-6, -2)), (m(0.5, 1.4), length + 1)])], [])


def _pullover(m: Measures) -> Cut:
    body, hole, _length = _top(m, m(0.72, 1.0))
    return Cut([body], [hole], [], knit=m.some(0.92) * m(0.1, 0.3))


def _dress(m: Measures) -> Cut:
    length, waist = m(11, 12.5), m(2.2, 3.6)
    shoulders = [(m(0.8, 2.0), -length), (m(2.4, 3.6), -length + 0.5), (m(2.6, 4.4), -length + 4)]
    body = m.alike([*shoulders, (waist, -length + m(8, 10)), (waist + m(0.6, 4.2), length)])
    reach = waist + m(1.5, 3.5)
    sleeves = m.alike([(1.5, -length), (reach, -length + m(4, 14)), (reach - 1.6, -length + m(5, 14)), (1.5, -length + 4)])
    hole = m.alike([(m(0.8, 1.8), -length - 0.5), (m(0.3, 0.8), -length + m(1.0, 3.0))])
    return Cut([body, _kept(sleeves, m.some(0.4))], [hole], [])


def _coat(m: Measures) -> Cut:
    body, hole, length = _top(m, m(0.72, 1.0))
    x = m(-3.5, 3.5)
    zipper = m.box(x - 0.5, x + 0.5, -length + m(0, 1), length)
    return Cut([body], [hole], [(zipper, -m.some(0.97) * m(0.4, 0.8))])


def _sandal(m: Measures) -> Cut:
    heel, toe = m(0, 8) * m.some(0.5), m(11, 13)
    back = 4 - heel * 0.6
    sole = m.free([(-toe, back), (-toe * 0.3, 5), (toe, 6.5), (toe, 8), (-toe * 0.4, 7), (-toe, 6.5)])
    post = m.free([(-toe, back), (-toe + 1.8, back), (-toe + 1.2, 8), (-toe + 0.2, 8)])
    straps = []
    for where in (-0.75, -0.2, 0.35, 0.75):
        x, wide, lean, top = toe * where + m(-1.2, 1.2), m(0.5, 1.2), m(-2, 2), m(-3.5, 2.5)
        strap = m.free([(x + lean, top), (x + lean + wide, top), (x + wide, 7), (x, 7)])
        straps.append(_kept(strap, m.some(0.75)))
    over = m.free([(-toe * m(0.6, 0.9), m(-4, 0)), (toe * m(0.2, 0.9), m(0, 4)), (toe * 0.7, 5), (-toe * 0.6, m(0.5, 2))])
    return Cut([sole, post, _kept(over, m.some(0.4)), *straps], [], [])


def _shirt(m: Measures) -> Cut:
    short = m.some(0.3)
    body, hole, length = _top(m, short * m(0.15, 0.45) + (1 - short) * m(0.72, 1.0))
    x, first, contrast = m(-3.5, 3.5), m(0.5, 3.5), -m.some(0.97) * m(0.5, 0.9)
    tops = [first + down - length for down in np.arange(7) * 3.2]
    return Cut([body], [hole], [(m.box(x - 1, x + 1, top, top + 1.6), contrast) for top in tops])


def _sneaker(m: Measures) -> Cut:
    toe, top, front = m(11, 13), m(-2.5, 1.5), m(1, 4)
    rear = (-toe, top + m(-1.5, 0.8))
    over = [(-toe * 0.45, top), (-toe * 0.05, front - 1), (toe * 0.6, front + 0.8), (toe, front + 2.6)]
    shoe = m.free([rear, *over, (toe, 7.5), (-toe, 7.5)])
    stripe = m.free([(-3 + m(-2, 2), 0), (-1.5 + m(-1, 2), 0), (1 + m(-1, 3), 5.5), (-1, 5.5)])
    return Cut([shoe], [], [(m.box(-toe, toe, 5.8, 7.6), m(-0.5, 0.5)), (stripe, m.some(0.6) * m(-0.6, 0.4))])


def _bag(m: Measures) -> Cut:
    wide, high, low = m(8, 12.5), m(4.5, 9), m(8, 11.5)
    top, grip, rise = low - 2 * high, wide * m(0.3, 0.75), m(2.5, 7)
    body = m.alike([(wide * m(0.75, 1.0), top), (wide, low)])
    handle = m.alike([(grip * 0.7, top - rise), (grip, top + 1)])
    inside = m.alike([(grip * 0.7 - 1.1, top - rise + 1.1), (grip - 1.1, top)])
    with_handle = m.some(0.8)
    flap = m.alike([(wide, top), (wide * 0.9, low - high * m(0.8, 1.4))])
    return Cut([body, _kept(handle, with_handle)], [_kept(inside, with_handle)], [(flap, m.some(0.5) * m(-0.4, 0.3))])


def _boot(m: Measures) -> Cut:
    toe, top, front = m(10, 12.5), m(-11.5, -4), m(0.5, 3.5)
    ankle = -toe * m(0.0, 0.45)
    over = [(ankle, top), (ankle + m(0, 1.2), front - 1.5), (toe * 0.6, front + 1), (toe, front + 3)]
    shoe = m.free([(-toe, top), *over, (toe, 8), (-toe, 8)])
    heel = m.free([(-toe * 0.3, 6.8), (toe * 0.3, 6.8), (toe * 0.2, 8.5), (-toe * 0.3, 8.5)])
    return Cut([shoe], [_kept(heel, m.some(0.5))], [])


def _kept(corners: np.ndarray, there: np.ndarray) -> np.ndarray:
    """Polygons of the pieces that have them; those of the others are empty."""
    return corners * there[:, None, None]


KINDS = (_t_shirt, _trouser, _pullover, _dress, _coat, _sandal, _shirt, _sneaker, _bag, _boot)


def _drawn(cut: Cut, n: int, rng: np.random.Generator) -> np.ndarray:
    """Images: uint8, shape (n, rows, columns)."""

    def each(low: float, high: float) -> np.ndarray:
        return low + (high - low) * rng.random((n, 1, 1))

    size, dx, dy = each(0.92, 1.08), each(-2, 2), each(-1.5, 1.5)

    def cover(corners: np.ndarray) -> np.ndarray:
        return np.clip(_coverage(corners * size + np.concatenate([dx, dy], 2) + SIZE / 2), 0, 1)

    shape = np.zeros((n, SIZE, SIZE))
    for corners in cut.outside:
        shape = np.maximum(shape, cover(corners))
    for corners in cut.holes:
        shape *= 1 - cover(corners)
    shade = each(0.3, 1)
    light = np.repeat(np.repeat(shade, SIZE, 1), SIZE, 2)
    for corners, change in cut.marks:
        light += cover(corners) * change[:, None, None] * np.maximum(shade, 0.4)
    places = np.arange(SIZE)
    down, across = places[None, :, None], places[None, None, :]
    knit = np.broadcast_to(cut.knit, n)[:, None, None] * np.maximum(shade, 0.5)
    light -= 2 * knit * ((down + rng.integers(0, 2, (n, 1, 1))) % 2)
    period = rng.integers(4, 9, (n, 1, 1))
    stripes = np.where(rng.random((n, 1, 1)) < 0.5, across % period, down % period) * 2 < period
    light -= (rng.random((n, 1, 1)) < 0.15) * each(0.1, 0.35) * stripes
    light += each(-0.12, 0.12) * (across - SIZE / 2) / SIZE
    light *= 1 - 0.12 * rng.random(shape.shape)
    return np.rint(255 * shape * np.clip(light, 0.08, 1)).astype(np.uint8)


def _coverage(corners: np.ndarray) -> np.ndarray:
    """How much of each pixel is inside of polygons: (n, corners, 2) -> (n, rows, columns), 0..1 for a simple polygon."""
    n = len(corners)
    y = (np.arange(SIZE * LINES) + 0.5) / LINES
    edges = np.arange(SIZE) + 1.0
    inside = np.zeros((n, SIZE * LINES, SIZE))
    for start in range(corners.shape[1]):
        (x0, y0), (x1, y1) = corners[:, start].T, corners[:, (start + 1) % corners.shape[1]].T
        rises = (y0[:, None] <= y) & (y < y1[:, None])
        falls = (y1[:, None] <= y) & (y < y0[:, None])
        height = np.where(y1 == y0, 1.0, y1 - y0)[:, None]
        x = x0[:, None] + (y - y0[:, None]) * ((x1 - x0)[:, None] / height)
        sign = falls.astype(float) - rises
        inside += sign[..., None] * np.clip(edges - x[..., None], 0, 1)
    pairs = np.abs(inside).reshape(n, SIZE, LINES, SIZE)
    return (pairs[:, :, 0] + pairs[:, :, 1]) / LINES
