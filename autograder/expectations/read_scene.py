"""The description of a figure, as a ``Drawing``.

It comes from a process that the judge does not trust, so it is read strictly.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any, TypeVar

import numpy as np

from autograder.expectations.pixels import Pixels
from autograder.expectations.scene import COVERED, Box, ColourBar, Drawing, Picture, Series, Text, covered

MAX_PARTS = 5000  # of one kind in one figure
SMALLEST = 8.0  # pixels; a picture that is narrower cannot be looked at

Kind = TypeVar("Kind")


def read_drawing(content: Any) -> Drawing:
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


def _is_covered(picture: Picture, later: list[Picture]) -> bool:
    """Whether an image lies behind another one, or is too small to be looked at."""
    size = picture.box[2:] - picture.box[:2]
    return bool(min(size) < SMALLEST) or covered(picture.box, [one.box for one in later if one.opaque]) >= COVERED


def _traced(picture: Picture, pixels: Pixels) -> Picture | None:
    """An image as the pixels show it; None where they do not."""
    if pixels.shows_image(picture.values, picture.whole, picture.box):
        return picture
    scale, colours = picture.scale, picture.colours
    if scale is None or colours is None or picture.values.ndim != 2:
        return None
    return replace(picture, clear=False) if pixels.has_colours(picture.values, scale, colours, picture.whole) else None


def _picture(part: dict[str, Any]) -> Picture:
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


def _colour_bar(part: dict[str, Any]) -> ColourBar:
    return ColourBar(_pair(part["scale"]), _floats(part["colours"], 2), _box(part["box"]), _int(part["numbers"]))


def _text(part: dict[str, Any]) -> Text:
    return Text(_int(part["axes"]), _str(part["text"]), _box(part["box"]))


def _series(place: int, part: dict[str, Any]) -> Series:
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


def _parts(content: dict[str, Any], name: str) -> list[Any]:
    parts: list[Any] = content[name]
    if type(parts) is not list or len(parts) > MAX_PARTS:
        raise ValueError(f"{name} is not a list of a usual length")
    return parts


def _typed(kind: type[Kind]) -> Callable[[Any], Kind]:
    def check(value: Any) -> Kind:
        if type(value) is not kind:
            raise ValueError(f"{type(value).__name__} in place of {kind.__name__}")
        checked: Kind = value
        return checked

    return check


_int, _str, _array = _typed(int), _typed(str), _typed(np.ndarray)


def _finite(value: Any) -> float:
    if type(value) not in (int, float) or not np.isfinite(value):
        raise ValueError("a number was expected")
    return float(value)


def _floats(value: object, dimensions: int) -> np.ndarray:
    array = _array(value).astype(np.float64)
    if array.ndim != dimensions or not np.isfinite(array).all():
        raise ValueError("an array of numbers was expected")
    return array


def _box(value: Any) -> Box:
    if len(value) != 4:
        raise ValueError("a box has four sides")
    return np.array([_finite(side) for side in value])


def _pair(value: Any) -> tuple[float, float]:
    first, second = value
    return _finite(first), _finite(second)
