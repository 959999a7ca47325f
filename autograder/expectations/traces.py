"""The trace that lines and texts leave in the pixels of a figure: whether they can be seen, and how well they can be read."""

from __future__ import annotations

import numpy as np

from autograder.expectations.boxes import Box, grown
from autograder.expectations.pixels import LEGIBLE, VISIBLE, Pixels

SAMPLES = 80  # places along a line at which it is looked for
PARTS = 4  # of a line; something of each must be seen
SEEN = 0.3  # share of the samples that must be seen: the rest may be gaps of dashes, or lie behind a legend
STRENGTH = 0.4  # of its own colour, in the strongest pixel of a thin line or letter; the rest is smoothed away
NEAR = 3  # pixels around a line
MOST = 5000  # pixels that are looked at to find the most common colour
RING = 3  # pixels around a text: its paper
PALE = 1.25  # contrast to the paper up to which nobody sees a text, and less than that of a line
FAINT = 1.08
OFF = 40.0  # of 255: how far a pixel may be from the mixture of a colour and its paper


def shows_line(pixels: Pixels, places: np.ndarray, inks: np.ndarray, frame: Box, width: float, joined: bool) -> bool:
    """Whether a line can be seen: along its way, or at its markers.

    Args:
        places: its points in pixels, shape (points, 2). inks: its colours, shape (colours, 4), 0 to 1.
        frame: outside of it nothing is painted. width: of the line or its markers, pixels.
    """
    samples = _samples(places) if joined else places
    inside = ((samples >= frame[:2] - NEAR) & (samples <= frame[2:] + NEAR)).all(axis=1)
    samples = samples[inside]
    if not len(samples):
        return False
    paper = _most_common(pixels.inside(frame).reshape(-1, 3))
    if paper is None:
        return False
    around = NEAR + min(width / 2, 20.0)
    seen = np.array(
        [
            _has(pixels.inside(np.concatenate([at - around, at + around])), inks, paper)
            for at in samples[:: max(1, len(samples) // SAMPLES)]
        ]
    )
    halves = np.array_split(seen, min(PARTS, len(seen)))
    return bool(seen.mean() >= SEEN and all(part.any() for part in halves))


def contrast_of(pixels: Pixels, box: Box, ink: np.ndarray, boxed: bool = False, outlined: bool = False) -> float | None:
    """The contrast of a text to what is behind it, 1 to 21, as WCAG 2 defines it.

    The letters must be found in the pixels: what is not painted, or covered, has the contrast 1.

    Args:
        box: of the text. ink: its colour, shape (4,), 0 to 1. boxed: it has a box with a colour behind it. outlined: something is
            painted around its letters, which helps to read them.

    Returns:
        None where most of the box lies outside of the drawing, or it is too small to be judged.
    """
    if pixels.share(box) < 0.5 or min(box[2:] - box[:2]) < LEGIBLE:
        return None
    inner = pixels.inside(box).reshape(-1, 3).astype(np.float64)
    outer = pixels.inside(grown(box, RING)).reshape(-1, 3)
    paper = _most_common(pixels.inside(box).reshape(-1, 3) if boxed else _ring(pixels, box, outer))
    if paper is None or not len(inner):
        return None
    colour = _over(ink, paper)
    if outlined:
        return max(contrast(pixel, paper) for pixel in np.unique(inner, axis=0))
    if _has(inner, ink[None], paper):
        return contrast(colour, paper)
    found = [contrast(pixel, paper) for pixel in inner[_like(inner, ink[None, :3] * 255)]]
    return max(found, default=1.0) if contrast(colour, paper) >= PALE and found else 1.0


def contrast(one: np.ndarray, other: np.ndarray) -> float:
    """Of two colours, 0 to 255: 1 where they are equally bright, 21 of black to white."""
    lights = sorted(_luminance(colour) for colour in (one, other))
    return (lights[1] + 0.05) / (lights[0] + 0.05)


def _luminance(colour: np.ndarray) -> float:
    part = np.asarray(colour, dtype=np.float64)[:3] / 255
    linear = np.where(part <= 0.04045, part / 12.92, ((part + 0.055) / 1.055) ** 2.4)
    return float(linear @ [0.2126, 0.7152, 0.0722])


def _samples(places: np.ndarray) -> np.ndarray:
    """Places along a line, evenly spread over its length."""
    steps = np.hypot(*np.diff(places, axis=0).T) if len(places) > 1 else np.zeros(0)
    along = np.concatenate([[0.0], np.cumsum(steps)])
    if along[-1] <= 0:
        return places[:1]
    wanted = np.linspace(0, along[-1], SAMPLES)
    return np.stack([np.interp(wanted, along, places[:, side]) for side in (0, 1)], axis=1)


def _ring(pixels: Pixels, box: Box, outer: np.ndarray) -> np.ndarray:
    """The pixels around a box."""
    whole, inner = pixels.inside(grown(box, RING)), pixels.inside(box)
    if whole.shape[0] <= inner.shape[0] or whole.shape[1] <= inner.shape[1]:
        return outer
    edge = np.ones(whole.shape[:2], bool)
    edge[RING:-RING, RING:-RING] = False
    return whole[edge]


def _most_common(colours: np.ndarray) -> np.ndarray | None:
    """The colour that most of these pixels have, shape (3,); near colours are one."""
    if not len(colours):
        return None
    colours = colours[:: 1 + len(colours) // MOST]
    coarse = (colours.astype(np.int64) // 8) @ np.array([1 << 10, 1 << 5, 1])
    kinds, counts = np.unique(coarse, return_counts=True)
    chosen: np.ndarray = np.median(colours[coarse == kinds[counts.argmax()]], axis=0)
    return chosen


def _over(ink: np.ndarray, paper: np.ndarray) -> np.ndarray:
    """A colour of a certain transparency on a paper, 0 to 255."""
    return np.asarray(255 * ink[:3] * ink[3] + paper * (1 - ink[3]))


def _has(colours: np.ndarray, inks: np.ndarray, paper: np.ndarray) -> bool:
    """Whether some of these pixels are one of the inks, thinned with the paper or not."""
    colours = colours.reshape(-1, 3).astype(np.float64)
    if not len(colours):
        return False
    for ink in inks:
        way = _over(ink, paper) - paper
        length = float(np.abs(way).max())
        if length < VISIBLE:
            continue  # as pale as the paper
        strength = (colours - paper) @ way / (way @ way)
        off = np.abs(colours - paper - strength[:, None] * way).max(axis=1)
        if ((strength >= STRENGTH) & (strength <= 1.15) & (off <= max(OFF * min(1, length / 100), 6))).any():
            return True
    return False


def _like(colours: np.ndarray, ink: np.ndarray) -> np.ndarray:
    like: np.ndarray = np.abs(colours - ink).max(axis=1) <= OFF
    return like
