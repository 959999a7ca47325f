"""A figure as a reader sees it: images, texts, colour bars, and series of bars or points."""

from __future__ import annotations

import functools
from dataclasses import dataclass

import numpy as np

from autograder.expectations.pixels import Pixels

COVERED = 0.95  # share of a box from which on nobody sees what is behind
FEW = 0.3  # share of a chart's marks that may be out of sight

Box = np.ndarray  # float, shape (4,): left, bottom, right, top in pixels, y upwards


@dataclass(frozen=True)
class Picture:
    """An image as it appears: row 0 of ``values`` is on top. See ``values.mpl.images``.

    ``clear`` is False where it has been painted, and its colours are too much alike for anybody to know it by them.
    """

    axes: int
    values: np.ndarray
    sampled: bool
    way: str
    whole: Box
    box: Box
    opaque: bool
    scale: tuple[float, float] | None
    colours: np.ndarray | None
    clear: bool = True

    @property
    def centre(self) -> np.ndarray:
        return _centre(self.box)

    @property
    def height(self) -> float:
        return float(self.box[3] - self.box[1])


@dataclass(frozen=True)
class Text:
    axes: int
    text: str
    box: Box

    @property
    def centre(self) -> np.ndarray:
        return _centre(self.box)


@dataclass(frozen=True)
class ColourBar:
    scale: tuple[float, float]
    colours: np.ndarray
    box: Box
    numbers: int


@dataclass(frozen=True)
class Series:
    """Marks of one kind with heights, each between ``low`` and ``high`` on the axis of positions.

    ``painted`` tells for each mark when: a later one may cover it. ``boxes`` is None where nothing is filled. ``tips``,
    ``size`` and ``inks``: see ``values.mpl.series``.
    """

    axes: int
    frame: Box
    kind: str
    upright: bool
    low: np.ndarray
    high: np.ndarray
    heights: np.ndarray
    tips: np.ndarray
    size: float
    boxes: np.ndarray | None
    inks: np.ndarray
    ticks: tuple[tuple[float, str], ...]
    painted: np.ndarray

    @property
    def centres(self) -> np.ndarray:
        centres: np.ndarray = (self.low + self.high) / 2
        return centres


@dataclass(frozen=True)
class Drawing:
    """One figure.

    Attributes:
        pixels: what was drawn. Images, colour bars and texts are those that have left a trace in it.
        ``pictures``: those that can be seen, in the order in which they are painted.
        covered: how many more lie behind others.
        unseen: how many more images, and how many colour bars, the pixels know nothing of.
        unseen_texts: how many titles, labels and texts were written and are not painted.
        ticks: for each axes, how many are painted on x and on y.
    """

    pixels: Pixels
    pictures: tuple[Picture, ...]
    covered: int
    unseen: tuple[int, int]
    colour_bars: tuple[ColourBar, ...]
    texts: tuple[Text, ...]
    unseen_texts: int
    series: tuple[Series, ...]
    ticks: tuple[tuple[int, int], ...]

    def grid(self) -> list[list[Picture]]:
        """The images in rows, from the top, each from the left."""
        rows: list[list[Picture]] = []
        for picture in sorted(self.pictures, key=lambda one: -one.centre[1]):
            if rows and abs(rows[-1][0].centre[1] - picture.centre[1]) < picture.height / 2:
                rows[-1].append(picture)
            else:
                rows.append([picture])
        return [sorted(row, key=lambda one: one.centre[0]) for row in rows]

    def texts_of(self, wanted: Picture) -> list[Text]:
        """The texts that a reader takes to be this image's, from the top left."""
        texts = [text for text, owner in zip(self.texts, self._owners, strict=True) if owner is wanted]
        return sorted(texts, key=lambda one: (-round(one.centre[1]), one.centre[0]))

    def lost(self, series: Series, except_for: np.ndarray | bool = False) -> int:
        """How many marks of a series end where nothing of them can be seen; 0 while those are few.

        A few may lie behind a legend, which is not always seen through.

        Args:
            except_for: marks not to look at, shape (marks,).
        """
        looked_at = (series.heights != 0) & ~np.asarray(except_for)
        seen = self.pixels.shows_marks(series.tips[looked_at], series.inks[looked_at], series.frame, series.size)
        lost = int((~seen).sum())
        return lost if lost > FEW * len(seen) else 0

    @functools.cached_property
    def _owners(self) -> list[Picture | None]:
        """For each text the image in its axes, where there is one, else the nearest one."""
        if not self.pictures:
            return [None] * len(self.texts)
        edges = np.array([picture.box for picture in self.pictures])
        found: list[Picture | None] = []
        for text in self.texts:
            away = _distances(text.centre, edges)
            own = [place for place, picture in enumerate(self.pictures) if picture.axes == text.axes]
            is_own = len(own) == 1 and away[own[0]] < self.pictures[own[0]].height
            found.append(self.pictures[own[0] if is_own else int(away.argmin())])
        return found


def _centre(box: Box) -> np.ndarray:
    centre: np.ndarray = (box[:2] + box[2:]) / 2
    return centre


def covered(box: Box, others: list[Box]) -> float:
    """The largest share of a box that a single other one covers."""
    if not others:
        return 0.0
    edges = np.array(others)
    common = np.minimum(box[2:], edges[:, 2:]) - np.maximum(box[:2], edges[:, :2])
    area = np.maximum(box[2:] - box[:2], 1e-9).prod()
    return float(np.maximum(common, 0).prod(axis=1).max() / area)


def _distances(point: np.ndarray, edges: np.ndarray) -> np.ndarray:
    """From a point, shape (2,), to the nearest point of each box. (boxes, 4) -> (boxes,)"""
    nearest = np.clip(point, edges[:, :2], edges[:, 2:])
    away: np.ndarray = np.hypot(*(point - nearest).T)
    return away
