"""Clothes-like shapes that the kit draws itself, so that everything runs without network and without files."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from autograder.core.files import cache_folder
from autograder.datasets.image_files import drawn_once

if TYPE_CHECKING:
    from autograder.datasets.dataset import Part

DIGEST = "157cbb8bddfc20337706544e7265be9703b2738eb28ac864b6458781ee5b2238"
SIZE = 28
LINES = 2  # places in each row of pixels at which a shape's edges are found

KINDS = 10


def load() -> tuple[Part, Part]:
    """The drawn garments, 6,000 for training and 1,000 for testing, from the cache or drawn and then cached."""
    return drawn_once(cache_file(), DIGEST, draw)


def cache_file() -> Path:
    """Where ``load`` keeps the drawn garments."""
    return cache_folder() / f"garments-{DIGEST[:12]}.npz"


def draw(n_train: int = 6000, n_test: int = 1000, seed: int = 0) -> tuple[Part, Part]:
    return _part(n_train, [seed, 0]), _part(n_test, [seed, 1])


def _part(n: int, seed: list[int]) -> Part:
    rng = np.random.Generator(np.random.PCG64(seed))
    labels = rng.permutation(np.arange(n, dtype=np.int64) % KINDS).astype(np.uint8)
    images = np.empty((n, SIZE, SIZE), np.uint8)
    for kind, shape in enumerate(SHAPES):
        chosen = np.flatnonzero(labels == kind)
        images[chosen] = _cloth(*shape(_Size(len(chosen), rng)), rng)
    return images, labels


class _Size:
    """Random measures for n pieces at once."""

    def __init__(self, n: int, rng: np.random.Generator) -> None:
        self.n, self.rng = n, rng

    def __call__(self, low: float, high: float) -> np.ndarray:
        return low + (high - low) * self.rng.random(self.n)

    def either(self, share: float) -> np.ndarray:
        """1 for about this share of the pieces, else 0."""
        return (self.rng.random(self.n) < share).astype(float)


def _both_sides(points: list, n: int) -> np.ndarray:
    """A polygon from its right half, top to bottom: (n, corners, 2)."""
    right = np.stack([np.stack(np.broadcast_arrays(*map(np.asarray, (x, y, np.zeros(n)))), -1)[..., :2] for x, y in points], 1)
    left = right[:, ::-1].copy()
    left[..., 0] = -left[..., 0]
    return np.concatenate([right, left], 1)


def _free(points: list, n: int) -> np.ndarray:
    return np.stack([np.stack(np.broadcast_arrays(*map(np.asarray, (x, y, np.zeros(n)))), -1)[..., :2] for x, y in points], 1)


def _top(size: _Size, sleeve: np.ndarray, length: np.ndarray, wide: np.ndarray, neck: np.ndarray, flare: np.ndarray):
    """A garment with sleeves: their length as a share of the body's."""
    n = size.n
    shoulder, reach = wide * size(0.95, 1.1), size(2.0, 3.4)
    end_y = -length + 3 + sleeve * (2 * length - 4)
    end_x = wide + reach * (0.5 + 0.5 * sleeve) + size(-0.3, 0.6)
    thick = size(2.4, 3.4)
    body = _both_sides(
        [
            (neck, -length + size(0.6, 1.6) * 0),
            (shoulder, -length + 1.2),
            (end_x, end_y),
            (end_x - thick, end_y + size(0.2, 1.0)),
            (wide, -length + 6.5),
            (wide + flare, length),
        ],
        n,
    )
    hole = _both_sides([(neck, -length - 0.5), (neck * 0.55, -length + size(0.8, 2.2))], n)
    return body, hole


def _band(x0, x1, y0, y1, n):
    return _free([(x0, y0), (x1, y0), (x1, y1), (x0, y1)], n)


def t_shirt(s):
    length = s(9.5, 11.5)
    body, hole = _top(s, s(0.12, 0.42), length, s(5.2, 7.2), s(1.8, 3.2), s(-0.4, 0.8))
    return [body], [hole], [(_band(-s(2, 4), s(2, 4), s(-4, -1), s(0, 3), s.n), s.either(0.35) * s(-0.4, 0.4))]


def trouser(s):
    n, length, wide = s.n, s(10.5, 12), s(3.6, 5.2)
    body = _both_sides([(wide * s(0.75, 0.95), -length), (wide, -length + 6), (wide * s(0.75, 1.0), length)], n)
    gap = _both_sides([(s(0.2, 0.6), s(-6, -2)), (s(0.5, 1.4), length + 1)], n)
    return [body], [gap], []


def pullover(s):
    length = s(9.5, 11.5)
    body, hole = _top(s, s(0.72, 1.0), length, s(5.0, 6.8), s(1.6, 3.0), s(-0.6, 0.4))
    rib = _band(-8, 8, length - s(1.0, 1.8), length + 1, s.n)
    return [body], [hole], [(rib, s.either(0.6) * s(-0.3, -0.1))]


def dress(s):
    n, length = s.n, s(11, 12.5)
    waist = s(2.2, 3.6)
    body = _both_sides(
        [
            (s(0.8, 2.0), -length),
            (s(2.4, 3.6), -length + 0.5),
            (s(2.6, 4.4), -length + 4),
            (waist, -length + s(8, 10)),
            (waist + s(0.6, 4.2), length),
        ],
        n,
    )
    hole = _both_sides([(s(0.8, 1.8), -length - 0.5), (s(0.3, 0.8), -length + s(1.0, 3.0))], n)
    sleeves, _ = _top(s, s(0.1, 0.9), length, waist, s(0.8, 1.6), s(0.5, 2))
    long = s.either(0.3)[:, None, None]
    return [body, long * sleeves], [hole], []


def coat(s):
    length = s(10.5, 12.3)
    body, hole = _top(s, s(0.75, 1.0), length, s(5.0, 6.8), s(1.4, 2.6), s(-0.3, 1.0))
    x = s(-0.8, 0.8)
    front = _free([(x - 0.4, -length), (x + 0.4, -length), (x + 0.4, length + 1), (x - 0.4, length + 1)], s.n)
    return [body], [hole], [(front, s.either(0.9) * s(-0.8, -0.45))]


def sandal(s):
    n = s.n
    heel, toe = s(0, 8) * s.either(0.5), s(11, 13)
    sole = _free([(-toe, 4 - heel * 0.6), (-toe * 0.3, 5), (toe, 6.5), (toe, 8), (-toe * 0.4, 7), (-toe, 6.5)], n)
    post = _free([(-toe, 4 - heel * 0.6), (-toe + 1.8, 4 - heel * 0.6), (-toe + 1.2, 8), (-toe + 0.2, 8)], n)
    straps = []
    for where in (-0.75, -0.2, 0.35, 0.75):
        x, w, lean = toe * where + s(-1.2, 1.2), s(0.5, 1.2), s(-2, 2)
        top = s(-3.5, 2.5)
        straps.append(_free([(x + lean, top), (x + lean + w, top), (x + w, 7), (x, 7)], n) * s.either(0.75)[:, None, None])
    over = _free([(-toe * s(0.6, 0.9), s(-4, 0)), (toe * s(0.2, 0.9), s(0, 4)), (toe * 0.7, 5), (-toe * 0.6, s(0.5, 2.0))], n)
    return [sole, post, over * s.either(0.4)[:, None, None], *straps], [], []


def shirt(s):
    n, length = s.n, s(9.5, 12)
    short = s.either(0.3)
    sleeve = short * s(0.15, 0.45) + (1 - short) * s(0.7, 1.0)
    body, hole = _top(s, sleeve, length, s(5.0, 6.9), s(1.5, 2.8), s(-0.5, 0.8))
    x, contrast = s(-1.6, 1.6), -s.either(0.85) * s(0.4, 0.8)
    marks = [(_band(x - 0.55, x + 0.55, y - length, y - length + 1.2, n), contrast) for y in np.arange(2, 22, 2.9)]
    for way in (-1, 1):
        collar = _free([(0, -length), (way * 2.6, -length), (way * 2.2, -length + 2.6), (way * 0.6, -length + 1.6)], n)
        marks.append((collar, s.either(0.7) * s(-0.45, -0.2)))
    side = s(-1, 1)
    pocket = _free([(2 + side, -4), (4.4 + side, -4), (4.4 + side, -1.5), (2 + side, -1.5)], n)
    marks.append((pocket, s.either(0.4) * s(-0.4, 0.35)))
    return [body], [hole], marks


def sneaker(s):
    n, toe = s.n, s(11, 13)
    top, front = s(-2.5, 1.5), s(1, 4)
    shoe = _free(
        [(-toe, top + s(-1.5, 0.8)), (-toe * 0.45, top), (-toe * 0.05, front - 1), (toe * 0.6, front + 0.8), (toe, front + 2.6), (toe, 7.5), (-toe, 7.5)], n
    )
    sole = _free([(-toe, 5.8), (toe, 5.8), (toe, 7.6), (-toe, 7.6)], n)
    stripe = _free([(-3 + s(-2, 2), 0), (-1.5 + s(-1, 2), 0), (1 + s(-1, 3), 5.5), (-1, 5.5)], n)
    return [shoe], [], [(sole, s(-0.5, 0.5)), (stripe, s.either(0.6) * s(-0.6, 0.4))]


def bag(s):
    n, wide, high = s.n, s(8, 12.5), s(4.5, 9)
    low = s(8, 11.5)
    body = _both_sides([(wide * s(0.75, 1.0), low - 2 * high), (wide, low)], n)
    handle_w, rise = wide * s(0.3, 0.75), s(2.5, 7)
    handle = _both_sides([(handle_w * 0.7, low - 2 * high - rise), (handle_w, low - 2 * high + 1)], n)
    inside = _both_sides([(handle_w * 0.7 - 1.1, low - 2 * high - rise + 1.1), (handle_w - 1.1, low - 2 * high)], n)
    carried = s.either(0.8)[:, None, None]
    flap = _both_sides([(wide, low - 2 * high), (wide * 0.9, low - high * s(0.8, 1.4))], n)
    return [body, handle * carried], [inside * carried], [(flap, s.either(0.5) * s(-0.4, 0.3))]


def boot(s):
    n, toe = s.n, s(10, 12.5)
    top, front = s(-11.5, -5.5), s(0.5, 3.5)
    width = s(0.0, 0.45)
    shoe = _free(
        [(-toe, top), (-toe * width, top), (-toe * width + s(0, 1.2), front - 1.5), (toe * 0.6, front + 1), (toe, front + 3), (toe, 8), (-toe, 8)], n
    )
    heel = _free([(-toe * 0.3, 6.8), (toe * 0.3, 6.8), (toe * 0.2, 8.5), (-toe * 0.3, 8.5)], n)
    return [shoe], [heel * s.either(0.5)[:, None, None]], []


SHAPES = (t_shirt, trouser, pullover, dress, coat, sandal, shirt, sneaker, bag, boot)


def _cloth(outside: list, holes: list, marks: list, rng: np.random.Generator) -> np.ndarray:
    """Cuts pieces out of a cloth: (pieces, rows, columns) uint8."""
    n = len(outside[0])
    size, dx, dy = 0.92 + 0.16 * rng.random(n), 4.0 * (rng.random(n) - 0.5), 3.0 * (rng.random(n) - 0.5)

    def placed(corners: np.ndarray) -> np.ndarray:
        there = corners * size[:, None, None]
        return np.clip(_coverage(there + np.stack([dx, dy], -1)[:, None] + SIZE / 2), 0, 1)

    shape = np.zeros((n, SIZE, SIZE))
    for corners in outside:
        shape = np.maximum(shape, placed(corners))
    for corners in holes:
        shape *= 1 - placed(corners)
    shade = 0.25 + 0.75 * rng.random((n, 1, 1))
    light = np.broadcast_to(shade, shape.shape).copy()
    for corners, change in marks:
        light += placed(corners) * change[:, None, None] * np.maximum(shade, 0.4)
    across = np.arange(SIZE)
    period = rng.integers(3, 8, (n, 1, 1))
    striped = (rng.random((n, 1, 1)) < 0.15) * (0.15 + 0.3 * rng.random((n, 1, 1)))
    upright = rng.random((n, 1, 1)) < 0.5
    lines = np.where(upright, across[None, None, :] % period, across[None, :, None] % period) * 2 < period
    light -= striped * lines
    slope = 0.25 * (rng.random((n, 1, 1)) - 0.5)
    light += slope * (across[None, None, :] - SIZE / 2) / SIZE
    light *= 1 - 0.12 * rng.random(shape.shape)
    return np.rint(255 * shape * np.clip(light, 0.06, 1)).astype(np.uint8)


def _coverage(corners: np.ndarray) -> np.ndarray:
    """How much of each pixel lies inside of polygons: (n, corners, 2) -> (n, rows, columns), 0..1 for a simple one."""
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
    return np.abs(inside).reshape(n, SIZE, LINES, SIZE).mean(axis=2)
