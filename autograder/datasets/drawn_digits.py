"""Handwriting-like digits that the kit draws itself, so that everything runs without network and without files.

They have MNIST's types and shapes and, on purpose, its lessons. Measured by ``tests/benchmarks/digits_table.py``:
6,000 training images, three epochs, batches of 32, Adam, ten seeds; accuracy on the 1,000 test images.

    network                     mean    sd      range
    reference                   0.9668  0.0029  0.960 .. 0.970
    no scaling                  0.9369  0.0131  0.905 .. 0.953
    linear hidden layer         0.8824  0.0082  0.868 .. 0.896
    no hidden layer             0.8389  0.0049  0.833 .. 0.847
    reference, noise of ±8      0.9657  0.0027  0.961 .. 0.969   (grey levels added to the test images)

How an image is made: a digit is written in one of three ways (``GLYPHS``) along a smooth path through points that a
hand would never hit exactly; the path is bent, slanted, turned, sized and placed; a round pen follows it. What makes
them hard for a network without a hidden layer is mostly that they are not all at the same place.

The same seed gives the same bytes on every machine: positions come from additions, multiplications, divisions and
square roots, which IEEE 754 rounds in one way only, and the pen's distance to each pixel is a whole number. There is
no matrix product and no sine, whose last digit depends on the processor or on the number of threads.

Source: drawn by this kit, MIT licence like the rest of it.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from autograder.core.files import cache_folder
from autograder.datasets.image_files import drawn_once

if TYPE_CHECKING:
    from autograder.datasets.dataset import Part

SIZE = 28  # rows and columns of an image
STEPS = 96  # places where the pen is set down along a digit
FINE = 16  # positions are rounded to sixteenths of a pixel
BATCH = 256  # images drawn at a time: small enough for the processor's cache

# What ``draw()`` gives. It guards the cache; a change of the drawing changes it, and a test says to what.
DIGEST = "27dc39740ac4b4a38363231818313e55df1b486d947b57740130629f496d0fd6"

# How often each digit is written, of 1,000: as uneven as in real life, with most ones and fewest fives.
FREQUENCY = (98, 116, 99, 104, 95, 86, 97, 108, 93, 104)

# Ways of writing each digit: strokes through points (x to the right, y downwards) in a box of about 14 by 20. A stroke
# is smooth; where the pen turns sharply, the next one starts at the same point.
GLYPHS = (
    (  # 0: round · narrow · open at the top
        [[(7, 0), (2.5, 3), (1, 10), (3, 17), (7.5, 20), (12, 16.5), (13.5, 9.5), (11.5, 3), (7, 0)]],
        [[(9, 2.5), (6, 0), (3, 4), (2.5, 11), (4, 18), (7, 20), (10, 16), (10.5, 9), (9, 3), (6, 0.5)]],
        [[(9, 1), (4, 2.5), (1.5, 10), (3.5, 18), (8, 20), (12.5, 15), (13, 7), (10, 1.5), (5.5, 2)]],
    ),
    (  # 1: a stick · with a flag · with flag and foot
        [[(7, 0), (7, 20)]],
        [[(3.5, 4.5), (7.5, 0)], [(7.5, 0), (7.5, 20)]],
        [[(3.5, 4.5), (7.5, 0)], [(7.5, 0), (7.5, 20)], [(3, 20), (12, 20)]],
    ),
    (  # 2: with a flat foot · with a loop · with a wavy foot
        [[(2, 5), (4, 1), (8, 0), (12, 3), (11.5, 8), (7, 14), (1.5, 20)], [(1.5, 20), (13.5, 20)]],
        [[(2, 4), (6, 0), (11, 2), (11.5, 7), (8, 13), (4, 18), (2, 19.5), (1.5, 17.5), (4, 16.5), (8, 18.5),
          (13, 20)]],
        [[(2, 2), (7, 0.5), (12, 2.5), (9, 9), (2, 19)], [(2, 19), (7, 18.5), (13.5, 19.5)]],
    ),
    (  # 3: two bows · with a flat top · with a knot in the middle
        [[(2, 3), (6, 0), (11, 2), (11, 6.5), (6.5, 9.5)],
         [(6.5, 9.5), (11.5, 11.5), (12, 16.5), (7.5, 20), (1.5, 17.5)]],
        [[(2, 0.5), (12, 0.5)], [(12, 0.5), (6, 8)],
         [(6, 8), (11, 9.5), (12.5, 14.5), (8.5, 19.5), (1.5, 18.5)]],
        [[(2, 2), (8, 0), (11, 4), (7.5, 9), (5, 10), (6, 8.5), (10.5, 11), (12, 16), (7, 20), (1, 18)]],
    ),
    (  # 4: open · closed · round and open
        [[(4.5, 0), (3, 5.5), (2, 11)], [(2, 11), (7, 11.5), (13.5, 10.5)], [(11, 2), (10.5, 11), (9.5, 20)]],
        [[(9.5, 0), (1, 13)], [(1, 13), (14, 13)], [(9.5, 0), (9.5, 20)]],
        [[(3, 1), (2, 7), (5, 10.5), (10.5, 9)], [(11.5, 0.5), (10.5, 9), (9.5, 20)]],
    ),
    (  # 5: roof first · in one go · roof last
        [[(12, 0.5), (4, 0.5)], [(4, 0.5), (3, 8)], [(3, 8), (8, 7), (12, 11), (11.5, 16.5), (7, 20), (1.5, 18)]],
        [[(12, 1), (6, 1.5), (3.5, 4.5), (5, 8), (10, 10.5), (11.5, 15), (8, 19.5), (2, 18.5)]],
        [[(4, 2), (3, 9)], [(3, 9), (8, 8), (11.5, 12), (10.5, 17.5), (6, 20), (1.5, 18)], [(4, 2), (13, 0)]],
    ),
    (  # 6: bent · straight with a small bowl · curled at the top
        [[(10, 0), (5, 5), (2, 12), (3.5, 18), (8, 20), (12, 16.5), (11, 12), (7, 10.5), (3, 14)]],
        [[(8, 0), (4.5, 6.5), (3, 13), (4.5, 18.5), (8, 20), (11, 17.5), (10.5, 13.5), (7, 12.5), (3.5, 16)]],
        [[(12, 2), (8.5, 0.2), (4, 5), (1.5, 12), (4, 18.8), (9, 19.5), (12.5, 15), (9.5, 10.5), (5, 12),
          (2.5, 16)]],
    ),
    (  # 7: plain · with a bar · with a serif
        [[(1.5, 1), (12.5, 1)], [(12.5, 1), (8.5, 9), (6, 20)]],
        [[(1.5, 1), (12.5, 1)], [(12.5, 1), (8.5, 9), (6, 20)], [(4.5, 10.5), (12, 9.5)]],
        [[(1.5, 4), (2, 1)], [(2, 1), (7, 2), (13, 0.8)], [(13, 0.8), (8, 8), (6.5, 20)]],
    ),
    (  # 8: in one go · two rings · open at the top
        [[(11.5, 3), (7, 0), (3, 3.5), (6.5, 9), (11.5, 14.5), (8, 20), (2.5, 16.5), (5, 11), (10.5, 6.5),
          (11.5, 3)]],
        [[(7, 0), (3.5, 4.5), (7, 9.5), (10.5, 4.5), (7, 0)], [(7, 9.5), (2, 15), (7, 20), (12, 15), (7, 9.5)]],
        [[(12, 2), (7, 0.5), (3.5, 4), (7.5, 9), (11.5, 14), (8.5, 19.5), (3.5, 18), (3.5, 14), (8, 8.5),
          (12.5, 3.5)]],
    ),
    (  # 9: with a stem · with a bent tail · with a slanting stem
        [[(11, 4), (7, 0.5), (3, 4), (4, 9), (8, 9.5), (11.5, 4.5)], [(11.5, 2.5), (11, 10), (9.5, 20)]],
        [[(11, 3.5), (6.5, 0), (2.5, 4.5), (5, 10), (10, 8), (11.5, 4), (12, 10), (9.5, 18), (3, 19)]],
        [[(11.5, 5), (8, 0), (2.5, 3), (3, 9), (8, 9.5), (11.5, 5)], [(11.5, 5), (10.5, 12), (7, 20)]],
    ),
)  # fmt: skip


# -- what others call ------------------------------------------------------------------------------------------------


def load() -> tuple[Part, Part]:
    """The drawn digits, 6,000 for training and 1,000 for testing, from the cache or drawn and then cached.

    Returns:
        ``(train_images, train_labels), (test_images, test_labels)``, as ``draw()`` gives them. A cached file that is
        not exactly that is drawn again; a cache that cannot be written is not a problem.

    Example:
        >>> (train_images, train_labels), (test_images, test_labels) = load()
        >>> train_images.shape, test_labels.shape
        ((6000, 28, 28), (1000,))
    """
    return drawn_once(cache_file(), DIGEST, draw)


def draw(n_train: int = 6000, n_test: int = 1000, seed: int = 0) -> tuple[Part, Part]:
    """Draws digits: white (up to 255) on black (0), roughly centred, some of each kind, not equally many.

    Args:
        n_train: how many images for training.
        n_test: how many images for testing; they share no random number with the training images.
        seed: a whole number from 0 up. The same three numbers give the same bytes.

    Returns:
        ``(train_images, train_labels), (test_images, test_labels)``: images uint8, shape (images, 28, 28); labels
        uint8 from 0 to 9, shape (images,).

    Example:
        >>> (images, labels), _ = draw(n_train=5, n_test=0, seed=1)
        >>> images.shape, images.dtype
        ((5, 28, 28), dtype('uint8'))
    """
    return _part(n_train, [seed, 0]), _part(n_test, [seed, 1])


def cache_file() -> Path:
    """Where ``load`` keeps the drawn digits."""
    return cache_folder() / f"digits-{DIGEST[:12]}.npz"


# -- the drawing -----------------------------------------------------------------------------------------------------


def _part(n: int, seed: list[int]) -> Part:
    rng = np.random.Generator(np.random.PCG64(seed))
    labels = np.repeat(np.arange(10, dtype=np.uint8), FREQUENCY)[rng.integers(sum(FREQUENCY), size=n)]
    ways = rng.integers(1000, size=n)
    paths = np.empty((n, STEPS, 2))
    for digit, glyphs in enumerate(GLYPHS):
        for way, strokes in enumerate(glyphs):
            chosen = np.flatnonzero((labels == digit) & (ways % len(glyphs) == way))
            paths[chosen] = _pen_paths(strokes, len(chosen), rng)
    return _ink(_placed(paths, rng), rng), labels


def _between(low: float, high: float, shape: tuple, rng: np.random.Generator) -> np.ndarray:
    return low + (high - low) * rng.random(shape)


def _around_zero(width: float, shape: tuple, rng: np.random.Generator) -> np.ndarray:
    """Bell-shaped, never beyond ``width``: a sum of uniform numbers, because a logarithm's last digit is not sure."""
    return (rng.random(shape) + rng.random(shape) + rng.random(shape) - 1.5) * (width / 1.5)


def _pen_paths(strokes: list, n: int, rng: np.random.Generator) -> np.ndarray:
    """One way of writing a digit, ``n`` times, each time with points missed a little: (n, STEPS, 2) as x, y."""
    points = sorted({point for stroke in strokes for point in stroke})
    aimed = np.array(points, float)
    hit = aimed + _around_zero(0.8, (n, len(points), 2), rng)
    # A piece of a stroke runs between two points; the neighbours on either side give its direction there.
    pieces = []
    for stroke in strokes:
        knots = [points.index(point) for point in stroke]
        knots = [knots[0], *knots, knots[-1]]
        pieces += [knots[i : i + 4] for i in range(len(stroke) - 1)]
    squares = [((aimed[b] - aimed[c]) ** 2).sum() for _, b, c, _ in pieces]
    reached = np.cumsum([0.0, *np.sqrt(squares)])
    bounds = np.rint(reached / reached[-1] * STEPS).astype(int)  # longer pieces get more steps
    paths = np.empty((n, STEPS, 2))
    for (before, start, end, after), first, last in zip(pieces, bounds[:-1], bounds[1:], strict=True):
        t = (np.arange(last - first) / (last - first - 1))[:, None]
        a, b, c, d = (hit[:, None, knot] for knot in (before, start, end, after))
        # Catmull and Rom's curve: it passes through b (t = 0) and c (t = 1) without a corner at either.
        paths[:, first:last] = b + t / 2 * (c - a + t * (2 * a - 5 * b + 4 * c - d + t * (3 * (b - c) + d - a)))
    return paths


def _placed(paths: np.ndarray, rng: np.random.Generator) -> np.ndarray:
    """Bends, widens, slants, turns, sizes and places each path; the result is in pixels."""
    one = (len(paths), 1)
    x, y = paths[..., 0] - 7, paths[..., 1] - 10
    u, v = x / 7, y / 10  # -1 … 1
    x = x + _around_zero(0.5, one, rng) * v * v + _around_zero(0.5, one, rng) * u * v
    y = y + _around_zero(0.5, one, rng) * u * u + _around_zero(0.5, one, rng) * u * v
    x = x * _between(0.85, 1.15, one, rng)
    x = x - y * (0.15 + _around_zero(0.3, one, rng))  # most people lean to the right
    t = _around_zero(0.09, one, rng)  # the tangent of half the angle: no sine needed
    cos, sin = (1 - t * t) / (1 + t * t), 2 * t / (1 + t * t)
    x, y = x * cos - y * sin, x * sin + y * cos
    longest = np.maximum(np.ptp(x, axis=1), np.ptp(y, axis=1))[:, None]
    scale = _between(16, 20, one, rng) / longest
    return np.stack([_moved(x * scale, rng), _moved(y * scale, rng)], axis=-1)


def _moved(along: np.ndarray, rng: np.random.Generator) -> np.ndarray:
    """Puts the middle of each digit near the middle of the image, never over the edge."""
    low, high = along.min(axis=1, keepdims=True), along.max(axis=1, keepdims=True)
    room = 12 - (high - low) / 2
    return along - (low + high) / 2 + (SIZE - 1) / 2 + np.clip(_around_zero(5.2, low.shape, rng), -room, room)


def _ink(paths: np.ndarray, rng: np.random.Generator) -> np.ndarray:
    """Follows each path with a round pen: (images, rows, columns) uint8."""
    n = len(paths)
    radius = _between(0.6, 1.8, (n, 1, 1), rng)
    edge = _between(0.5, 1.0, (n, 1, 1), rng)  # how soft the stroke ends
    images = np.empty((n, SIZE, SIZE), np.uint8)
    for start in range(0, n, BATCH):
        part = slice(start, start + BATCH)
        ink = (radius[part] + edge[part] - _distances(paths[part])) / (2 * edge[part])
        paper = 1 - 0.2 * rng.random(ink.shape)  # it does not take the ink evenly
        images[part] = np.rint(255 * np.clip(1.3 * np.clip(ink, 0, 1) * paper, 0, 1))
    return images


def _distances(paths: np.ndarray) -> np.ndarray:
    """From the centre of each pixel to the nearest place of the pen, in pixels: (images, rows, columns)."""
    pen = np.rint(paths * FINE).astype(np.int32)
    pen = np.ascontiguousarray(pen.transpose(2, 1, 0))[:, :, None]  # (x y, steps, 1, images)
    pixels = np.arange(SIZE, dtype=np.int32)[:, None] * FINE
    squares = np.minimum((pixels - pen) ** 2, 16_000).astype(np.int16)  # capped: two of them fit into 16 bits
    across, down = squares
    nearest = np.full((SIZE, SIZE, len(paths)), 32_000, np.int16)
    here = np.empty_like(nearest)
    for step in range(STEPS):
        np.add(down[step][:, None], across[step][None], out=here)
        np.minimum(nearest, here, out=nearest)
    return np.sqrt(nearest.transpose(2, 0, 1).astype(float)) / FINE
