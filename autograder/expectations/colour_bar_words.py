"""Words about one image with its colour bar."""

from __future__ import annotations

import numpy as np

from autograder.core.languages import message
from autograder.expectations.figure_words import HIDDEN_BY, FigureWords
from autograder.expectations.scene import ColourBar, Picture

SAME_COLOURS = 0.02  # difference of two colour maps, 0..1, that nobody sees


class ColourBarWords(FigureWords):
    """What can be said about a colour bar."""

    def has_a_colour_bar(self, hint: str = "") -> None:
        """A colour bar has the image's colours, and says for them what the image's scale says."""
        (picture,) = self.pictures(1)
        bars = self.drawing.colour_bars
        unseen = self.drawing.unseen[1]
        if not bars and unseen:
            self.fail(message("{call} has a colour bar that cannot be seen. {hidden_by}", hidden_by=HIDDEN_BY), ("hidden bar", unseen), hint)
        if not bars:
            self.fail(message("{call} draws no colour bar."), ("no bar", picture.values.ndim), hint)
        if picture.scale is None:
            self.fail(
                message("{call} draws the image with three colour channels, which do not use a colour map, so a colour bar says nothing about them."),
                ("channels",),
                hint or message("Draw the image with its two axes, as it is."),
            )
        if not any(_explains(bar, picture) for bar in bars):
            low, high = bars[0].scale
            self.fail(
                message(
                    "{call} draws a colour bar from {low:g} to {high:g} that does not belong to the image: its colours or its numbers "
                    "are not those of the image, which go from {lowest:g} to {highest:g}.",
                    low=low, high=high, lowest=picture.scale[0], highest=picture.scale[1],
                ),
                ("other bar", bars[0].scale, picture.scale),
                hint,
            )

    def bar_shows(self, image: np.ndarray, hint: str = "") -> None:
        """The colour bar's scale holds all of the image's numbers, and not much more."""
        self.has_a_colour_bar()
        (picture,) = self.pictures(1)
        fitting = [bar for bar in self.drawing.colour_bars if _explains(bar, picture)]
        if not any(bar.numbers for bar in fitting):
            self.fail(
                message("{call} draws a colour bar without numbers, so it does not say what its colours mean."),
                ("no numbers",),
                hint,
            )
        low, high = fitting[0].scale
        lowest, highest = float(image.min()), float(image.max())
        slack = 0.02 * (highest - lowest)
        if low > lowest + slack or high < highest - slack or high - low > 1.5 * (highest - lowest):
            self.fail(
                message(
                    "{call} draws a colour bar from {low:g} to {high:g}; the numbers of the given image go from {lowest:g} to "
                    "{highest:g}.",
                    low=low, high=high, lowest=lowest, highest=highest,
                ),
                ("range", round(low, 3), round(high, 3)),
                hint,
            )


def _explains(bar: ColourBar, picture: Picture) -> bool:
    """Whether a colour bar says of each colour which number it stands for in the image."""
    if picture.scale is None or picture.colours is None:
        return False
    near = 0.02 * abs(picture.scale[1] - picture.scale[0])
    return (
        all(abs(mine - its) <= near for mine, its in zip(bar.scale, picture.scale, strict=True))
        and bar.colours.shape == picture.colours.shape
        and bool(np.abs(bar.colours - picture.colours).max() <= SAME_COLOURS)
    )
