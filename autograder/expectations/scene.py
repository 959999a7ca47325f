"""A described figure, checked and typed: what a reader of the figure sees.

The description comes from a process that the judge does not trust, so it is read strictly.
"""

from __future__ import annotations

import functools
from collections.abc import Callable
from dataclasses import dataclass, replace

import numpy as np

from autograder.expectations.pixels import Pixels

MAX_PARTS = 5000  # of one kind in one figure
COVERED = 0.95  # share of a box from which on nobody sees what is behind
FEW = 0.3  # share of a chart's marks that may be out of sight
SMALLEST = 8.0  # pixels; a picture that is narrower cannot be looked at

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
        return (self.box[:2] + self.box[2:]) / 2

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
        return (self.box[:2] + self.box[2:]) / 2


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
        return (self.low + self.high) / 2


@dataclass(frozen=True)
class Drawing:
    """One figure.

    Attributes:
        pixels: what was drawn. Pictures, colour bars and texts are those that have left a trace in it.
        pictures: those that can be seen, in the order in which they are painted.
        covered: how many more lie behind others.
        unseen: how many more pictures, and how many colour bars, the pixels know nothing of.
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
        """The pictures in rows, from the top, each from the left."""
        rows: list[list[Picture]] = []
        for picture in sorted(self.pictures, key=lambda one: -one.centre[1]):
            if rows and abs(rows[-1][0].centre[1] - picture.centre[1]) < picture.height / 2:
                rows[-1].append(picture)
            else:
                rows.append([picture])
        return [sorted(row, key=lambda one: one.centre[0]) for row in rows]

    def texts_of(self, wanted: Picture) -> list[Text]:
        """The texts that a reader takes to be this picture's, from the top left."""
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
        """For each text the picture of its own axes, where there is one, else the nearest one."""
        if not self.pictures:
            return [None] * len(self.texts)
        edges = np.array([picture.box for picture in self.pictures])
        found = []
        for text in self.texts:
            away = _distances(text.centre, edges)
            own = [place for place, picture in enumerate(self.pictures) if picture.axes == text.axes]
            is_own = len(own) == 1 and away[own[0]] < self.pictures[own[0]].height
            found.append(self.pictures[own[0] if is_own else int(away.argmin())])
        return found


def read_drawing(content: object) -> Drawing:
    """Plain data from a worker as a ``Drawing``.

    Raises:
        ValueError: it is not what ``values.mpl.figures`` makes.
    """
    try:
        pixels = Pixels(content["png"])
        pictures = [_picture(part) for part in _parts(content, "pictures")]
        uncovered = [one for place, one in enumerate(pictures) if not _is_covered(one, pictures[place + 1 :])]
        visible = [one for one in (_traced(one, pixels) for one in uncovered) if one is not None]
        bars = [_colour_bar(part) for part in _parts(content, "colour_bars")]
        visible_bars = [bar for bar in bars if pixels.shows_scale(bar.box)]
        texts = [(_text(part), _floats(np.array(part["ink"]), 1)) for part in _parts(content, "texts")]
        reach = max((picture.height for picture in pictures), default=0.0)
        legible = [text for text, ink in texts if pixels.shows_text(text.box, ink, reach)]
        return Drawing(
            pixels=pixels,
            pictures=tuple(visible),
            covered=len(pictures) - len(uncovered),
            unseen=(len(uncovered) - len(visible), len(bars) - len(visible_bars)),
            colour_bars=tuple(visible_bars),
            texts=tuple(legible),
            unseen_texts=_int(content["unseen_texts"]) + len(texts) - len(legible),
            series=tuple(_series(place, series) for place, series in enumerate(_parts(content, "series"))),
            ticks=tuple((_int(ax["ticks"][0]), _int(ax["ticks"][1])) for ax in _parts(content, "axes")),
        )
    except (AttributeError, IndexError, KeyError, TypeError) as error:
        raise ValueError(f"not the description of a figure: {error!r}") from error


def covered(box: Box, others: list[Box]) -> float:
    """The largest share of a box that a single other one covers."""
    if not others:
        return 0.0
    edges = np.array(others)
    common = np.minimum(box[2:], edges[:, 2:]) - np.maximum(box[:2], edges[:, :2])
    area = np.maximum(box[2:] - box[:2], 1e-9).prod()
    return float(np.maximum(common, 0).prod(axis=1).max() / area)


def _is_covered(picture: Picture, later: list[Picture]) -> bool:
    """Whether a picture lies behind another one, or is too small to be looked at."""
    size = picture.box[2:] - picture.box[:2]
    return bool(min(size) < SMALLEST) or covered(picture.box, [one.box for one in later if one.opaque]) >= COVERED


def _traced(picture: Picture, pixels: Pixels) -> Picture | None:
    """A picture as the pixels show it; None where they do not."""
    if pixels.shows_image(picture.values, picture.whole, picture.box):
        return picture
    mapped = picture.scale is not None and picture.colours is not None and picture.values.ndim == 2
    if mapped and pixels.has_colours(picture.values, picture.scale, picture.colours, picture.whole):
        return replace(picture, clear=False)
    return None


def _distances(point: np.ndarray, edges: np.ndarray) -> np.ndarray:
    """From a point, shape (2,), to the nearest point of each box. (boxes, 4) -> (boxes,)"""
    nearest = np.clip(point, edges[:, :2], edges[:, 2:])
    return np.hypot(*(point - nearest).T)


def _picture(part: dict) -> Picture:
    values = _array(part["values"])
    if values.ndim not in (2, 3) or not values.size:
        raise ValueError("an image without pixels")
    scale, colours = part["scale"], part["colours"]
    return Picture(
        axes=_int(part["axes"]),
        values=values,
        sampled=bool(part["sampled"]),
        way=_str(part["way"]),
        whole=_box(part["whole"]),
        box=_box(part["box"]),
        opaque=bool(part["opaque"]),
        scale=None if scale is None else _pair(scale),
        colours=None if colours is None else _floats(colours, 2),
    )


def _colour_bar(part: dict) -> ColourBar:
    return ColourBar(_pair(part["scale"]), _floats(part["colours"], 2), _box(part["box"]), _int(part["numbers"]))


def _text(part: dict) -> Text:
    return Text(_int(part["axes"]), _str(part["text"]), _box(part["box"]))


def _series(place: int, part: dict) -> Series:
    low, high, heights = (_floats(part[name], 1) for name in ("low", "high", "heights"))
    boxes = None if part["boxes"] is None else _floats(part["boxes"], 2)
    tips, inks = _floats(part["tips"], 2), _floats(part["inks"], 3)
    count = len(low)
    if not count == len(high) == len(heights) or (boxes is not None and boxes.shape != (count, 4)):
        raise ValueError("a series whose parts do not fit")
    if tips.shape != (count, 2) or len(inks) not in (1, count) or inks.shape[2] != 4:
        raise ValueError("marks whose places or colours do not fit")
    return Series(
        axes=_int(part["axes"]),
        frame=_box(part["frame"]),
        kind=_str(part["kind"]),
        upright=bool(part["upright"]),
        low=low,
        high=high,
        heights=heights,
        tips=tips,
        size=_finite(part["size"]),
        boxes=boxes,
        inks=np.broadcast_to(inks, (count, *inks.shape[1:])),
        ticks=tuple((_finite(position), _str(text)) for position, text in part["ticks"]),
        painted=np.full(count, place),
    )


def _parts(content: dict, name: str) -> list:
    if type(content[name]) is not list or len(content[name]) > MAX_PARTS:
        raise ValueError(f"{name} is not a list of a usual length")
    return content[name]


def _typed(kind: type) -> Callable[[object], object]:
    def check(value: object) -> object:
        if type(value) is not kind:
            raise ValueError(f"{type(value).__name__} in place of {kind.__name__}")
        return value

    return check


_int, _str, _array = _typed(int), _typed(str), _typed(np.ndarray)


def _finite(value: object) -> float:
    if type(value) not in (int, float) or not np.isfinite(value):
        raise ValueError("a number was expected")
    return float(value)


def _floats(value: object, dimensions: int) -> np.ndarray:
    array = _array(value).astype(np.float64)
    if array.ndim != dimensions or not np.isfinite(array).all():
        raise ValueError("an array of numbers was expected")
    return array


def _box(value: object) -> Box:
    if len(value) != 4:
        raise ValueError("a box has four sides")
    return np.array([_finite(side) for side in value])


def _pair(value: object) -> tuple[float, float]:
    first, second = value
    return _finite(first), _finite(second)
