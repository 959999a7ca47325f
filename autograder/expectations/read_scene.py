"""The description of a figure, as a ``Drawing``.

It comes from a process that the judge does not trust, so it is read strictly.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import numpy as np

from autograder.expectations.description import (
    array_of,
    box_of,
    finite,
    floats,
    pair_of,
    parts_of,
    text_of,
    whole_number,
)
from autograder.expectations.pixels import Pixels
from autograder.expectations.scene import COVERED, ColourBar, Drawing, Picture, Series, Text, covered

SMALLEST = 8.0  # pixels; a picture that is narrower cannot be looked at


def read_drawing(content: Any) -> Drawing:
    """Plain data from a worker as a ``Drawing``.

    Raises:
        ValueError: it is not what ``values.mpl.figures`` makes.
    """
    try:
        pixels = Pixels(content["png"])
        pictures = [_picture(part) for part in parts_of(content, "pictures")]
        uncovered = [one for place, one in enumerate(pictures) if not _is_covered(one, pictures[place + 1 :])]
        visible = [one for one in (_traced(one, pixels) for one in uncovered) if one is not None]
        bars = [_colour_bar(part) for part in parts_of(content, "colour_bars")]
        visible_bars = [bar for bar in bars if pixels.shows_scale(bar.box)]
        texts = [(_text(part), floats(np.array(part["ink"]), 1)) for part in parts_of(content, "texts")]
        reach = max((picture.height for picture in pictures), default=0.0)
        legible = [text for text, ink in texts if pixels.shows_text(text.box, ink, reach)]
        return Drawing(
            pixels=pixels,
            pictures=tuple(visible),
            covered=len(pictures) - len(uncovered),
            unseen=(len(uncovered) - len(visible), len(bars) - len(visible_bars)),
            colour_bars=tuple(visible_bars),
            texts=tuple(legible),
            unseen_texts=whole_number(content["unseen_texts"]) + len(texts) - len(legible),
            series=tuple(_series(place, series) for place, series in enumerate(parts_of(content, "series"))),
            ticks=tuple((whole_number(ax["ticks"][0]), whole_number(ax["ticks"][1])) for ax in parts_of(content, "axes")),
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
    values = array_of(part["values"])
    if values.ndim not in (2, 3) or not values.size:
        raise ValueError("an image without pixels")
    scale, colours = part["scale"], part["colours"]
    return Picture(
        axes=whole_number(part["axes"]),
        values=values,
        sampled=bool(part["sampled"]),
        way=text_of(part["way"]),
        whole=box_of(part["whole"]),
        box=box_of(part["box"]),
        opaque=bool(part["opaque"]),
        scale=None if scale is None else pair_of(scale),
        colours=None if colours is None else floats(colours, 2),
    )


def _colour_bar(part: dict[str, Any]) -> ColourBar:
    return ColourBar(pair_of(part["scale"]), floats(part["colours"], 2), box_of(part["box"]), whole_number(part["numbers"]))


def _text(part: dict[str, Any]) -> Text:
    return Text(whole_number(part["axes"]), text_of(part["text"]), box_of(part["box"]))


def _series(place: int, part: dict[str, Any]) -> Series:
    low, high, heights = (floats(part[name], 1) for name in ("low", "high", "heights"))
    boxes = None if part["boxes"] is None else floats(part["boxes"], 2)
    tips, inks = floats(part["tips"], 2), floats(part["inks"], 3)
    count = len(low)
    if not count == len(high) == len(heights) or (boxes is not None and boxes.shape != (count, 4)):
        raise ValueError("a series whose parts do not fit")
    if tips.shape != (count, 2) or len(inks) not in (1, count) or inks.shape[2] != 4:
        raise ValueError("marks whose places or colours do not fit")
    return Series(
        axes=whole_number(part["axes"]),
        frame=box_of(part["frame"]),
        kind=text_of(part["kind"]),
        upright=bool(part["upright"]),
        low=low,
        high=high,
        heights=heights,
        tips=tips,
        size=finite(part["size"]),
        boxes=boxes,
        inks=np.broadcast_to(inks, (count, *inks.shape[1:])),
        ticks=tuple((finite(position), text_of(text)) for position, text in part["ticks"]),
        painted=np.full(count, place),
    )


