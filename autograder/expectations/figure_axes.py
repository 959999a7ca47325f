"""How one axes of a figure is numbered and named, for a figure in words: its title, its names, its ranges, its ticks."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

import numpy as np

from autograder.core.figure_text import FigureRow
from autograder.core.languages import message
from autograder.expectations.boxes import Box
from autograder.expectations.line_scene import LineScene, shortened
from autograder.expectations.scene import Drawing

LONGEST = 80  # characters of one text
AT_TICK = 0.45  # of the distance of two ticks: so far from a tick its name holds
SAME = 1e-6  # of the range: a tick whose text is its own number
TINY = 1e-9  # of the range
STRAIGHT = ("linear", "log")  # scales on which a pixel has a number
HIDDEN_KINDS = ("Cc", "Cf", "Cs", "Co", "Cn")  # characters that a reader does not see, or that turn the direction of writing


X_AXIS, Y_AXIS, NO_NUMBERS = message("x axis"), message("y axis"), message("no numbers")
ROLES = {  # of a text -> what it is
    "figure title": message("figure title"),
    "figure x name": message("figure x name"),
    "figure y name": message("figure y name"),
    "heading": message("heading"),
    "title": message("title"),
    "text": message("written text"),
}


@dataclass(frozen=True)
class Axes:
    """One axes as a reader can use it. Sides: 0 is x, 1 is y.

    Attributes:
        number: of the axes, from 0. box: in pixels. limits: left, right, bottom, top. scales: their names.
        ticks: for each side how many are painted. names: for each side the painted (place, text) of those with a text.
        numbered: for each side, whether these texts are the numbers of their places.
    """

    number: int
    box: Box
    limits: tuple[float, float, float, float]
    scales: tuple[str, str]
    ticks: tuple[int, int]
    names: tuple[list[tuple[float, str]], list[tuple[float, str]]]

    @property
    def part(self) -> str:
        return axes_name(self.number)

    @property
    def numbered(self) -> tuple[bool, bool]:
        return self._has_numbers(0), self._has_numbers(1)

    def _has_numbers(self, side: int) -> bool:
        """Whether the texts at the ticks are their places; all may be divided by a power of 10 that is written elsewhere."""
        known = [(place, found) for place, text in self.names[side] if (found := as_number(text)) is not None]
        if len(known) < len(self.names[side]):
            return False
        largest = max(known, key=lambda one: abs(one[0]), default=(0.0, 0.0))
        power = round(np.log10(abs(largest[0] / largest[1]))) if largest[0] and largest[1] else 0
        near = SAME * abs(self.limits[2 * side] - self.limits[2 * side + 1]) + 1e-12
        return all(abs(found * 10.0**power - place) <= near + 1e-3 * abs(place) for place, found in known)

    def said(self, side: int, value: float) -> str:
        """A number of an axis; one that is nothing beside the range of the axis is 0, as it was calculated from pixels."""
        low, high = self.limits[2 * side], self.limits[2 * side + 1]
        return number(0.0 if abs(value) < TINY * abs(high - low) else value)

    def place_name(self, side: int, place: float) -> str:
        """What a reader reads at a place: the text of its tick, or its number.

        Args:
            side: of the axis; place: in its numbers.
        """
        if self.numbered[side]:
            return self.said(side, place)
        places = np.array([at for at, _text in self.names[side]])
        gaps = np.diff(np.unique(places))
        nearest = int(np.abs(places - place).argmin())
        if len(gaps) and abs(places[nearest] - place) > AT_TICK * gaps.min():
            return message("place {number}", number=self.said(side, place))
        return clean(self.names[side][nearest][1])

    def at_pixel(self, side: int, pixel: float) -> float | None:
        """The number at a pixel, where the scale is a straight or a logarithmic one."""
        low, high = self.limits[2 * side], self.limits[2 * side + 1]
        start, end = self.box[side], self.box[side + 2]
        if self.scales[side] not in STRAIGHT or end <= start:
            return None
        share = (pixel - start) / (end - start)
        if self.scales[side] == "linear":
            return float(low + share * (high - low))
        return float(low * (high / low) ** share) if min(low, high) > 0 else None


def read_axes(content: Any, drawing: Drawing, scene: LineScene) -> list[Axes]:
    """The axes of a figure.

    Args:
        content: the description, of which ``drawing`` and ``scene`` have read the rest.

    Raises:
        ValueError, KeyError, TypeError, IndexError: it is not what ``values.mpl.figures`` makes.
    """
    found = []
    for place, (part, box) in enumerate(zip(content["axes"], scene.frames, strict=True)):
        left, right, bottom, top = map(float, part["limits"])
        across, up = map(str, part["scales"])
        names: tuple[list[tuple[float, str]], list[tuple[float, str]]] = ([], [])
        for side, upright in enumerate((True, False)):
            own = [one for one in drawing.series if one.axes == place and one.upright is upright]
            names[side].extend((at, text) for at, text in (own[0].ticks if own else ()) if text.strip())
        one = Axes(place, box, (left, right, bottom, top), (across[:20], up[:20]), drawing.ticks[place], names)
        for side, letter in enumerate("xy"):
            names[side].extend([] if names[side] else _ticks_by_pixels(one, side, scene, f"{letter} tick"))
        found.append(one)
    return found


def _ticks_by_pixels(axes: Axes, side: int, scene: LineScene, role: str) -> list[tuple[float, str]]:
    """The painted (place, text) of the ticks of one side, read off the drawing: for axes without bars and lines."""
    labels = [label for label in scene.labels if label.axes == axes.number and label.role == role]
    places = [(axes.at_pixel(side, float(label.anchor[side])), label.text) for label in labels]
    return [(place, text) for place, text in places if place is not None]


def axes_rows(axes: Axes, scene: LineScene) -> list[FigureRow]:
    """The title, the names and the ranges of one axes."""
    rows = [FigureRow(axes.part, ROLES["title"], text) for text in texts_of(scene, axes.number, "title")]
    for side, letter in enumerate("xy"):
        names = texts_of(scene, axes.number, f"{letter} name")
        if names or axes.ticks[side]:
            rows.append(FigureRow(axes.part, (X_AXIS, Y_AXIS)[side], " ".join(names), _range(axes, side)))
    return rows


def _range(axes: Axes, side: int) -> str:
    """The range of an axis as its ticks tell it; nothing where it has none."""
    if not axes.ticks[side]:
        return NO_NUMBERS
    if axes.names[side] and not axes.numbered[side]:
        return message("names; {scale}", scale=_scale(axes.scales[side]))
    low, high = axes.limits[2 * side], axes.limits[2 * side + 1]
    return message("{low} to {high}; {scale}", low=number(low), high=number(high), scale=_scale(axes.scales[side]))


def _scale(name: str) -> str:
    return {"linear": message("linear"), "log": message("log")}.get(name, name)


def axes_name(number: int) -> str:
    """What the axes of a number, from 0, are called."""
    return message("axes {number}", number=number + 1)


def texts_of(scene: LineScene, axes: int, *roles: str) -> list[str]:
    """The texts of these roles in one axes (-1: the figure) that can be read."""
    return [text for label in scene.labels if label.axes == axes and label.role in roles and (text := clean(label.text))]


def clean(text: str, most: int = LONGEST) -> str:
    """A student's text in one line, without characters that cannot be seen.

    Example:
        >>> clean("loss\\u202e\\n(mean)")
        'loss (mean)'
    """
    visible = "".join(" " if one.isspace() else one for one in text[: 4 * most] if one.isspace() or unicodedata.category(one) not in HIDDEN_KINDS)
    return shortened(visible, most)


def number(value: float) -> str:
    """A number with at most six places.

    Example:
        >>> number(0.1 + 0.2), number(5923.0), number(-0.0)
        ('0.3', '5923', '0')
    """
    return f"{value + 0.0:.6g}"


def rounded(value: float) -> str:
    """A number for the sentence: with at most three places behind those of a whole number.

    Example:
        >>> rounded(0.0452752), rounded(5923.0), rounded(23.4512)
        ('0.0453', '5923', '23.5')
    """
    return number(float(f"{value:.3g}") if abs(value) < 1000 else round(value))


def as_number(text: str) -> float | None:
    """The number that a text is, as Matplotlib writes it at a tick; None where it is none."""
    plain = text.replace("−", "-").replace("$", "").replace("\\mathdefault", "").replace("{", "").replace("}", "").strip()
    base, _, power = plain.partition("^")
    try:
        found = float(plain) if not power else float(base.split("\\times")[-1]) ** float(power)
        factor = float(base.split("\\times")[0]) if power and "\\times" in base else 1.0
        return factor * found
    except (ValueError, OverflowError, ZeroDivisionError):
        return None


def in_a_list(texts: Iterable[str]) -> str:
    """Texts one behind the other: ``5; 0; 4``."""
    return "; ".join(texts)
