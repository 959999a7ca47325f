"""The lines, texts and legends of a figure, as a reader sees them."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from autograder.core.languages import message
from autograder.expectations.boxes import Box, distance_to, overlap_of

TWIN = 0.5  # share of the smaller axes that lies in another one, from which on both are one place
SAME_COLOUR = 0.04  # of 1: the difference of two colours up to which they are the same to a reader


@dataclass(frozen=True)
class Label:
    """A text with its role, that can be read. See ``values.mpl.labels``.

    Attributes:
        anchor: the place that it belongs to, shape (2,), pixels. contrast: of the text to what is behind it, 1 to 21;
            None where it lies outside of the drawing.
    """

    axes: int
    role: str
    text: str
    box: Box
    anchor: np.ndarray
    ink: np.ndarray
    turned: float
    contrast: float | None

    @property
    def centre(self) -> np.ndarray:
        centre: np.ndarray = (self.box[:2] + self.box[2:]) / 2
        return centre


@dataclass(frozen=True)
class Look:
    """How a line or a legend's sample looks: ``inks`` has shape (colours, 4); dashes and marker are names, or empty."""

    inks: np.ndarray
    dashes: str
    marker: str

    def same_colour(self, other: Look) -> bool:
        """Whether a reader takes the two for the same colour: the first one of a line is what joins its points."""
        if not len(self.inks) or not len(other.inks):
            return False
        one, another = (look.inks[0] for look in (self, other))
        return bool(np.abs(one - another).max() <= SAME_COLOUR)

    def alike(self, other: Look) -> int:
        """How much of the rest is equal, 0 to 2."""
        return (self.dashes == other.dashes) + (self.marker == other.marker)

    def same(self, other: Look) -> bool:
        """Whether a reader cannot tell the two apart."""
        return self.same_colour(other) and self.alike(other) == 2


@dataclass(frozen=True)
class Line:
    """A line, or markers alone, of which something can be seen. See ``values.mpl.lines``."""

    axes: int
    points: np.ndarray
    places: np.ndarray
    joined: bool
    width: float
    look: Look
    label: str

    def straight(self, side: int) -> bool:
        """Whether it goes straight up (side 0) or straight across (side 1)."""
        size = np.ptp(self.places, axis=0)
        return self.joined and len(self.places) > 1 and bool(size[side] <= 1.0 < size[1 - side])

    def away(self, box: Box) -> float:
        """Pixels from a box to the nearest end of the line."""
        return min(distance_to(self.places[end], box) for end in (0, -1))


@dataclass(frozen=True)
class LegendEntry:
    """A text of a legend and the look beside it; ``axes`` is -1 for a legend of the figure."""

    axes: int
    text: str
    look: Look


@dataclass(frozen=True)
class LineScene:
    """The lines, labels and legends of one figure that can be seen.

    Attributes:
        unseen_lines: how many more lines were drawn and cannot be seen; unseen_labels: texts likewise.
        frames: the boxes of all axes, in order. size: of the figure, (width, height) in pixels.
    """

    lines: tuple[Line, ...]
    unseen_lines: tuple[Line, ...]
    labels: tuple[Label, ...]
    unseen_labels: tuple[Label, ...]
    entries: tuple[LegendEntry, ...]
    frames: tuple[Box, ...]
    size: tuple[int, int]

    def place_of(self, axes: int) -> int:
        """The first axes that lie at the same place: twin axes are one place."""
        for number, frame in enumerate(self.frames):
            if overlap_of(frame, self.frames[axes]) >= TWIN:
                return number
        return axes

    def name_of(self, place: int) -> str:
        """How a reader calls the axes: by what is written at them, else by their place."""
        for role in ("title", "y name"):
            for label in self.labels:
                if label.role == role and self.place_of_label(label) == place:
                    return message("the axes named '{shortened}'", shortened=shortened(label.text))
        return message("axes number {place}", place=place + 1)

    def place_of_label(self, label: Label) -> int | None:
        return self.place_of(label.axes) if 0 <= label.axes < len(self.frames) else None


def shortened(text: str, most: int = 40) -> str:
    """A text in one line, for a message."""
    text = " ".join(text.split())
    return text if len(text) <= most else text[: most - 1] + "…"
