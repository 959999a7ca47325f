"""The description of a figure's lines, texts and legends, as a ``LineScene``: what can be seen of them, and what cannot."""

from __future__ import annotations

from typing import Any

import numpy as np

from autograder.expectations.boxes import Box
from autograder.expectations.description import box_of, finite, floats, parts_of, text_of, whole_number
from autograder.expectations.line_scene import Label, LegendEntry, Line, LineScene, Look
from autograder.expectations.pixels import Pixels
from autograder.expectations.traces import PALE, contrast_of, shows_line

ROOM = 0.6  # of the figure's size: so far outside of it a notebook still makes room for a text


def read_lines(content: Any, pixels: Pixels) -> LineScene:
    """Plain data from a worker as a ``LineScene``.

    Raises:
        ValueError: it is not what ``values.mpl.figures`` makes.
    """
    try:
        frames = tuple(box_of(part["box"]) for part in parts_of(content, "axes"))
        lines = [_line(part, len(frames)) for part in parts_of(content, "lines")]
        seen_lines = [shows_line(pixels, one.places, one.look.inks, frames[one.axes], one.width, one.joined) for one in lines]
        parts = parts_of(content, "labels")
        labels = [_label(part, pixels) for part in parts]
        readable = [part.get("drawn", True) is True and _can_be_read(one, pixels) for part, one in zip(parts, labels, strict=True)]
        entries = [_entry(part, pixels) for part in parts_of(content, "legends")]
    except (AttributeError, IndexError, KeyError, TypeError) as error:
        raise ValueError(f"not the description of a figure: {error!r}") from error
    return LineScene(
        lines=tuple(one for one, seen in zip(lines, seen_lines, strict=True) if seen),
        unseen_lines=tuple(one for one, seen in zip(lines, seen_lines, strict=True) if not seen),
        labels=tuple(label for label, seen in zip(labels, readable, strict=True) if seen),
        unseen_labels=tuple(label for label, seen in zip(labels, readable, strict=True) if not seen),
        entries=tuple(entry for entry in entries if entry is not None),
        frames=frames,
        size=pixels.size,
    )


def _line(part: dict[str, Any], axes: int) -> Line:
    points, places = floats(part["points"], 2), floats(part["places"], 2)
    if points.shape[1:] != (2,) or places.shape != points.shape or not len(points):
        raise ValueError("a line whose points do not fit")
    number = whole_number(part["axes"])
    if not 0 <= number < axes:
        raise ValueError("a line without axes")
    return Line(
        axes=number,
        points=points,
        places=places,
        joined=bool(part["joined"]),
        width=finite(part["width"]),
        look=_look(part),
        label=text_of(part["label"]),
    )


def _look(part: dict[str, Any]) -> Look:
    inks = floats(part["inks"], 2)
    if inks.shape[1] != 4:
        raise ValueError("a colour has four parts")
    return Look(inks, text_of(part["dashes"]), text_of(part["marker"]))


def _label(part: dict[str, Any], pixels: Pixels) -> Label:
    box, ink, anchor = box_of(part["box"]), _ink(part["ink"]), np.array([finite(side) for side in part["anchor"]])
    if anchor.shape != (2,):
        raise ValueError("a place has two sides")
    return Label(
        axes=whole_number(part["axes"]),
        role=text_of(part["role"]),
        text=text_of(part["text"]),
        box=box,
        anchor=anchor,
        ink=ink,
        turned=finite(part["turned"]),
        contrast=contrast_of(pixels, box, ink, bool(part["boxed"]), bool(part["outlined"])),
    )


def _can_be_read(label: Label, pixels: Pixels) -> bool:
    if label.contrast is not None:
        return label.contrast >= PALE
    return label.ink[3] > 0.2 and _is_near(label.box, pixels)


def _is_near(box: Box, pixels: Pixels) -> bool:
    """Whether a box is on the figure, or so near that a notebook makes room for it."""
    size = np.array(pixels.size)
    return bool((box[2:] >= -ROOM * size).all() and (box[:2] <= (1 + ROOM) * size).all())


def _entry(part: dict[str, Any], pixels: Pixels) -> LegendEntry | None:
    """An entry of a legend; None where its text or its sample cannot be seen."""
    box, ink, sample, look = box_of(part["box"]), _ink(part["ink"]), box_of(part["sample"]), _look(part)
    entry = LegendEntry(whole_number(part["axes"]), text_of(part["text"]), look)
    readable = contrast_of(pixels, box, ink)
    if not entry.text or (readable is not None and readable < PALE) or not _is_near(box, pixels):
        return None
    if sample[2] <= sample[0] or pixels.share(sample + np.array([0, -1, 0, 1])) < 0.5:
        return entry  # outside of the drawing, or its size is not known
    middle = (sample[1] + sample[3]) / 2
    way = np.array([[sample[0] + 1, middle], [sample[2] - 1, middle]])
    frame = np.array([sample[0] - 3, middle - 12, sample[2] + 3, middle + 12])
    return entry if shows_line(pixels, way, look.inks, frame, sample[3] - sample[1], True) else None


def _ink(value: Any) -> np.ndarray:
    ink = np.array([finite(part) for part in value])
    if ink.shape != (4,):
        raise ValueError("a colour has four parts")
    return ink
