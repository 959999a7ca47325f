"""Words about grids of images: the order, the way up, and what is around them."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from autograder.core.languages import authored, joined, message, plural
from autograder.expectations.boxes import overlap_of
from autograder.expectations.cell_names import best_name
from autograder.expectations.image_grids import Gallery, Shown
from autograder.expectations.scene_words import SceneWords
from autograder.expectations.value_words import as_float


class GridWords(SceneWords):
    """What can be said about images in rows and columns."""

    def is_a_grid(self, rows: int, columns: int, hint: str = "") -> None:
        """The images are in rows and columns."""
        self.has_pictures(rows * columns)
        sizes = [len(row) for row in self.drawing.grid()]
        if sizes != [columns] * rows:
            layout = (
                plural("{count} row of {size}", "{count} rows of {size}", len(sizes), size=sizes[0])
                if len(set(sizes)) == 1
                else message("rows of {sizes}", sizes=", ".join(map(str, sizes)))
            )
            self.fail(message(
                "{call} gave images in {layout}; expected {rows} rows of {columns}.",
                layout=layout, rows=rows, columns=columns,
            ), ("grid", sizes), hint)

    def shows_in_order(self, images: np.ndarray, count: int, hint: str = "") -> None:
        """The drawn image n, counted row by row from the top left, is image n; the way up does not matter here.

        Args:
            images: shape (images, rows, columns), all different; also those that should not be seen.
        """
        self._are_clear(count, hint)
        found = [shown.number for shown in self._shown(images, count)]
        if found == list(range(count)):
            return
        first = next(place for place in range(count) if found[place] != place)
        seen = message("image number {found}", found=found[first]) if found[first] >= 0 else message("none of the given images")
        self.fail(
            message("{call} shows {seen} as the image.", seen=seen)
            if count == 1
            else message("{call} shows {seen} at place {first} (counted from 0, row by row); expected image number {first} there.", seen=seen, first=first),
            ("order", found),
            hint,
        )

    def shows_upright(self, images: np.ndarray, count: int, hint: str = "") -> None:
        """Row 0 of each image is on top, column 0 on the left."""
        self._are_clear(count, hint)
        turns = [shown.turn for shown in self._shown(images, count)]
        wrong = [turn for turn in turns if turn not in ("upright", "")]
        if wrong:
            self.fail(
                message(
                    "{call} draws {number} of {count} images {wrong}.",
                    number=len(wrong), count=count, wrong=wrong[0],
                ) if count > 1 else message("{call} draws the image {wrong}.", wrong=wrong[0]),
                ("turned", turns, sorted({picture.way for picture in self.pictures(count)})),
                hint or message("Row 0 belongs at the top, and column 0 on the left."),
            )

    def has_no_ticks(self, hint: str = "", names: Sequence[str] = ()) -> None:
        """No axes with an image has ticks or numbers at its edges.

        Args:
            names: that may be at the places of ticks.
        """
        places = sorted({picture.axes for picture in self.drawing.pictures})
        ticks = [self._ticks_of(place, list(names)) for place in places if 0 <= place < len(self.drawing.ticks)]
        with_ticks = [pair for pair in ticks if any(pair)]
        if with_ticks:
            x, y = with_ticks[0]
            evidence = ["ticks", [bool(any(pair)) for pair in ticks], bool(x), bool(y)]
            bare = not any(label.role in ("x tick", "y tick") and label.axes in places for label in self.scene.labels)
            if bare:  # another thing than ticks with their numbers
                evidence.append("no numbers")
            self.fail(
                joined([
                    message(
                        "{call} leaves ticks at {number} of {count} images ({x} on the x axis and {y} on the y axis of the first one).",
                        number=len(with_ticks), count=len(ticks), x=x, y=y,
                    ),
                    message("Their numbers are gone, but the small lines are still there.") if bare else "",
                ]),
                evidence,
                hint,
            )

    def has_no_numbers_at_empty_places(self, hint: str = "") -> None:
        """Axes without an image, which are no colour bar, have no numbers at their edges."""
        places = {picture.axes for picture in self.drawing.pictures}
        labels = [label for label in self.scene.labels if label.role in ("x tick", "y tick") and label.axes not in places]
        numbered = {label.axes for label in labels if _is_number(label.text)}
        bars = [bar.box for bar in self.drawing.colour_bars]
        empty = [place for place in numbered if not any(overlap_of(self.scene.frames[place], box) > 0 for box in bars)]
        if empty:
            count = plural("one place", "{count} places", len(empty))
            self.fail(message("{call} leaves numbers at the edges of {count} without an image.", count=count), ("ticks of empty places", len(empty)), hint)

    def _ticks_of(self, place: int, names: list[str]) -> tuple[int, int]:
        """How many ticks axes have on x and on y, without those that have one of the names."""
        ticks = self.drawing.ticks[place]
        if not names or not any(ticks):
            return ticks
        named = [label.role for label in self.scene.labels if label.axes == place and best_name(label.text, names) is not None]
        return ticks[0] - named.count("x tick"), ticks[1] - named.count("y tick")

    def _are_clear(self, count: int, hint: str) -> None:
        """A person can recognise each image."""
        unclear = [picture for picture in self.pictures(count) if not picture.clear]
        if unclear:
            what = message("the image") if count == 1 else message("{number} of {count} images", number=len(unclear), count=count)
            low, high = unclear[0].scale or (0.0, 0.0)  # only a picture with a scale can be unclear
            self.fail(
                message(
                    "{call} draws {what} in colours that all look the same: the colours go from {low:g} to {high:g}, but the numbers "
                    "of the image do not.",
                    what=authored(what), low=low, high=high,
                ),
                ("unclear", len(unclear), low, high),
                hint or message("Are vmin and vmax right?"),
            )

    def _shown(self, images: np.ndarray, count: int) -> list[Shown]:
        gallery = Gallery(images)
        return [gallery.recognise(picture) for picture in self.pictures(count)]


def _is_number(text: str) -> bool:
    """Whether a text is one number, as at a tick."""
    return as_float(text.replace("−", "-").replace(".", "", 1)) is not None
