"""The trace that lines and texts leave in the pixels of a figure: whether they can be seen, and how well they can be read."""

from __future__ import annotations

import numpy as np

from autograder.expectations.boxes import Box, grown
from autograder.expectations.pixels import LEGIBLE, VISIBLE, Pixels

SAMPLES = 80  # places along a line at which it is looked for
PARTS = 4  # of a line; something of each must be seen
SEEN = 0.3  # share of the samples that must be seen: the rest may be gaps of dashes, or lie behind a legend
STRENGTH = 0.4  # of its own colour, in the strongest pixel of a thin line or letter; the rest is smoothed away
NEAR = 3  # pixels that a line may be outside of its axes
STRETCH = 6  # pixels along a line before and after each sample: it may be in the gap of a dash
MOST = 5000  # pixels that are looked at to find the most common colour
RING = 3  # pixels around a text: its paper
PALE = 1.25  # contrast to the paper up to which a reader does not see a text
OFF = 40.0  # of 255: how far a pixel may be from the mixture of a colour and its paper


def shows_line(pixels: Pixels, places: np.ndarray, inks: np.ndarray, frame: Box, width: float, joined: bool) -> bool:
    """Whether a line can be seen: along its way, or at its markers.

    Args:
        places: its points in pixels, shape (points, 2). inks: its colours, shape (colours, 4), 0 to 1.
        frame: outside of it nothing is painted. width: of the line or its markers, pixels.
    """
    at, way = _samples(places) if joined else (places, np.zeros_like(places))
    inside = ((at >= frame[:2] - NEAR) & (at <= frame[2:] + NEAR)).all(axis=1)
    at, way = at[inside], way[inside]
    if not len(at):
        return False
    some = slice(None, None, 1 + len(at) // (2 * SAMPLES))
    seen = (_beside if joined else _around)(pixels, at[some], way[some], inks, width)
    return bool(seen.mean() >= SEEN and all(part.any() for part in np.array_split(seen, min(PARTS, len(seen)))))


def _beside(pixels: Pixels, at: np.ndarray, way: np.ndarray, inks: np.ndarray, width: float) -> np.ndarray:
    """For each place on a line, whether its ink is there, and not on both sides of it as well. -> (places,) bool"""
    aside = np.stack([-way[:, 1], way[:, 0]], axis=1)
    along = at[:, None, :] + np.arange(-STRETCH, STRETCH + 1)[None, :, None] * way[:, None, :]
    seen = np.zeros(len(at), bool)
    for off in (-1.0, 0.0, 1.0):
        middle = pixels.at(along + off * aside[:, None, :])
        for far in (width / 2 + 3, width / 2 + 6):
            for sign in (-1, 1):
                paper = pixels.at(along + sign * far * aside[:, None, :])
                seen |= _is_ink(middle, inks, paper).any(axis=1)
    return seen


def _around(pixels: Pixels, at: np.ndarray, _way: np.ndarray, inks: np.ndarray, width: float) -> np.ndarray:
    """For each marker, whether its ink is there, and not everywhere around it as well. -> (markers,) bool"""
    half = min(width / 2, 40.0) + 1
    steps = np.linspace(-half, half, min(2 * int(half) + 1, 25))
    within = np.stack(np.meshgrid(steps, steps), axis=-1).reshape(1, -1, 2)
    marks = pixels.at(at[:, None, :] + within)
    seen = np.zeros(len(at), bool)
    for turn in np.linspace(0, 2 * np.pi, 8, endpoint=False):
        away = (1.5 * half + 3) * np.array([np.cos(turn), np.sin(turn)])
        seen |= _is_ink(marks, inks, pixels.at(at + away)[:, None, :]).any(axis=1)
    return seen


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


def _samples(places: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Places along a line, evenly spread over its length, and its direction there, both of shape (places, 2)."""
    steps = np.hypot(*np.diff(places, axis=0).T) if len(places) > 1 else np.zeros(0)
    along = np.concatenate([[0.0], np.cumsum(steps)])
    if along[-1] <= 0:
        return places[:1], np.array([[1.0, 0.0]])
    wanted = np.linspace(0, along[-1], SAMPLES)
    piece = np.clip(np.searchsorted(along, wanted, side="right") - 1, 0, len(steps) - 1)
    way = np.diff(places, axis=0)[piece] / np.maximum(steps[piece], 1e-9)[:, None]
    return np.stack([np.interp(wanted, along, places[:, side]) for side in (0, 1)], axis=1), way


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
    return bool(_is_ink(colours, inks, np.broadcast_to(paper, colours.shape)).any())


def _is_ink(colours: np.ndarray, inks: np.ndarray, paper: np.ndarray) -> np.ndarray:
    """Which pixels are one of the inks, thinned with the paper or not; an ink as pale as the paper is none.

    Args:
        colours, paper: 0 to 255, shape (…, 3). inks: shape (colours, 4), 0 to 1.
    """
    found = np.zeros(np.broadcast_shapes(colours.shape, paper.shape)[:-1], bool)
    for ink in inks:
        way = _over(ink, paper) - paper
        length = np.abs(way).max(axis=-1)
        strength = ((colours - paper) * way).sum(axis=-1) / np.maximum((way * way).sum(axis=-1), 1e-9)
        off = np.abs(colours - paper - strength[..., None] * way).max(axis=-1)
        near = np.maximum(OFF * np.minimum(1, length / 100), 6)
        found |= (length >= VISIBLE) & (strength >= STRENGTH) & (strength <= 1.15) & (off <= near)
    return found


def _like(colours: np.ndarray, ink: np.ndarray) -> np.ndarray:
    like: np.ndarray = np.abs(colours - ink).max(axis=1) <= OFF
    return like
