"""Words about rows of images: which images each row shows, and the name at it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import numpy as np

from autograder.core.languages import joined, message, plural
from autograder.expectations.cell_names import best_name
from autograder.expectations.figure_words import HIDDEN_BY
from autograder.expectations.image_grids import Gallery
from autograder.expectations.line_scene import Label, shortened
from autograder.expectations.scene import Picture
from autograder.expectations.scene_words import SceneWords, in_quotes

SLACK = 4.0  # pixels that a name over a row may reach into it
MOST_TEXTS = 8  # that a message repeats
GAPS = range(13)  # pixels between the images of one large one
NAME_PLACES = ("at", "over", "under")  # where a name may be, the same for all rows


class RowWords(SceneWords):
    """What can be said about images in rows, each with a name."""

    def shows_rows(self, rows: Sequence[np.ndarray], hint: str = "") -> None:
        """Row n of the figure shows exactly the images of row n, upright, from left to right.

        Args:
            rows: for each row its images, shape (images, rows, columns); all images of one size, no two alike.
                Several of them may also be drawn as one large image, side by side.
        """
        drawn = self._rows(rows[0].shape[1:])
        if not drawn:
            unseen = self.drawing.unseen[0]
            text = joined([message("There are images that cannot be seen."), HIDDEN_BY]) if unseen else self._shows()
            self.fail(joined([message("{call} draws no images."), text]), ("no images", unseen, len(self.answer.shown)), hint)
        sizes, wanted = [len(row) for row in drawn], [len(row) for row in rows]
        gallery = Gallery(np.concatenate(list(rows)))
        numbers = [[gallery.recognise(picture) for picture in row] for row in drawn]
        if len(drawn) != len(rows):
            self.fail(
                plural(
                    "{call} draws {count} row of images, with {sizes} images; expected {wanted} rows.",
                    "{call} draws {count} rows of images, with {sizes} images; expected {wanted} rows.",
                    len(drawn), sizes=", ".join(map(str, sizes)), wanted=len(rows),
                ),
                ("rows", len(drawn) - len(rows), [[one.number for one in row] for row in numbers]),
                hint,
            )
        starts = np.cumsum([0, *wanted])
        for place, row in enumerate(numbers):
            if [one.number for one in row] != list(range(starts[place], starts[place + 1])):
                self.fail(self._wrong_row(place, [one.number for one in row], starts), ("row", [[one.number for one in row] for row in numbers]), hint)
        turns = [one.turn for row in numbers for one in row if one.turn != "upright"]
        if turns:
            self.fail(plural("{call} draws {count} image {turns}.", "{call} draws {count} images {turns}.", len(turns), turns=turns[0]), ("turned", sorted(set(turns))), hint)
        unclear = [picture for row in drawn for picture in row if not picture.clear]
        if unclear:
            self.fail(plural(
                "{call} draws {count} image in colours that all look the same.",
                "{call} draws {count} images in colours that all look the same.",
                len(unclear),
            ), ("unclear", len(unclear)), hint or message("Are vmin and vmax right?"))

    def names_image_rows(
        self,
        names: Sequence[str],
        size: tuple[int, int] | None = None,
        hint: str = "",
        unused: Sequence[str] = (),
    ) -> None:
        """Each row of images has its name: at the row, over it or under it, once or at each image, or as a heading.

        Args:
            names: of the rows, from the top. size: of one image (rows, columns), where several may be drawn as one.
            unused: names without any image, which belong to no row.
        """
        drawn = self._rows(size)
        if len(drawn) != len(names):
            self.fail(plural(
                "{call} draws {count} row of images; expected {wanted}, each with its name.",
                "{call} draws {count} rows of images; expected {wanted}, each with its name.",
                len(drawn), wanted=len(names),
            ), ("rows", len(drawn) - len(names)), hint)
        edges = [(min(one.box[1] for one in row), max(one.box[3] for one in row)) for row in drawn]
        said = {where: self._names_at(edges, list(names), where) for where in NAME_PLACES}
        right = {where: sum(found == {name} for found, name in zip(said[where], names, strict=True)) for where in NAME_PLACES}
        best = max(NAME_PLACES, key=lambda where: (right[where], sum(map(bool, said[where]))))
        if right[best] == len(names):
            self._writes_none_of(unused, hint)
            return
        found = said[best]
        if not any(found):
            hidden = any(best_name(label.text, list(names)) for label in self.scene.unseen_labels)
            more = message(" They were written, but cannot be seen. {hidden_by}", hidden_by=HIDDEN_BY) if hidden else ""
            texts = sorted({shortened(label.text) for label in self.scene.labels})
            if texts and not more:
                more = message(" It has other texts: {in_quotes}.", in_quotes=in_quotes(texts[:MOST_TEXTS]))
            self.fail(message("{call} writes none of the names at the rows of images.{more}", more=more), ("no names", hidden, texts[:MOST_TEXTS]), hint)
        first = next(place for place, name in enumerate(names) if found[place] != {name})
        texts = sorted(found[first])
        seen = message("says {shortened}", shortened=repr(shortened(", ".join(texts)))) if texts else message("has no name that can be read")
        self.fail(
            message("{call} does not write the right name at each row: row {first} (counted from 0, from the top) {seen}.", first=first, seen=seen),
            ("wrong names", [len(one) for one in found], right[best]),
            hint,
        )

    def _writes_none_of(self, names: Sequence[str], hint: str) -> None:
        found = [name for label in self.scene.labels if (name := best_name(label.text, list(names))) is not None]
        if found:
            self.fail(
                message("{call} writes {in_quotes}, of which there is no image. Each row is for something that is there.", in_quotes=in_quotes(found)),
                ("unused names", len(found)),
                hint,
            )

    def _rows(self, size: tuple[int, ...] | None) -> list[list[Picture]]:
        """The images in rows, from the top; images of one colour are left out, and those of several are divided."""
        pictures = [part for picture in self.drawing.pictures for part in _divided(picture, size)]
        grid = replace(self.drawing, pictures=tuple(one for one in pictures if _shows_something(one))).grid()
        return [row for row in grid if row]

    def _names_at(self, edges: list[tuple[float, float]], names: list[str], where: str) -> list[set[str]]:
        """For each row, the names that are written at it, over it, or under it."""
        found: list[set[str]] = []
        labels = [label for label in self.scene.labels if label.role not in ("legend", "figure title") or len(names) == 1]
        for place, (bottom, top) in enumerate(edges):
            height = top - bottom
            above = edges[place - 1][0] if place else top + height
            below = edges[place + 1][1] if place + 1 < len(edges) else bottom - height
            low, high = {"at": (bottom, top), "over": (top - SLACK, above), "under": (below, bottom + SLACK)}[where]
            texts = [best_name(label.text, names) for label in labels if low <= _height(label) <= high]
            found.append({name for name in texts if name is not None})
        return found

    def _wrong_row(self, place: int, numbers: list[int], starts: np.ndarray) -> str:
        wanted = list(range(starts[place], starts[place + 1]))
        if len(numbers) != len(wanted):
            return plural(
                "{call} shows in row {row} (counted from 0, from the top) {count} image; expected {wanted}.",
                "{call} shows in row {row} (counted from 0, from the top) {count} images; expected {wanted}.",
                len(numbers), row=place, wanted=len(wanted),
            )
        at = next(number for number, (seen, right) in enumerate(zip(numbers, wanted, strict=True)) if seen != right)
        if numbers[at] < 0:
            return message(
                "{call} shows in row {row} (counted from 0, from the top) an image at place {at} that does not belong there.", row=place, at=at
            )
        row = int(np.searchsorted(starts, numbers[at], side="right")) - 1
        again = message("It is shown twice.") if numbers.count(numbers[at]) > 1 else ""
        of = message("of this row") if row == place else message("of row {row}", row=row)
        said = message(
            "{call} shows in row {row} (counted from 0, from the top), at place {at}, image {image} {of}; expected image {at} of this row.",
            row=place, at=at, image=numbers[at] - starts[row], of=of,
        )
        return joined([said, again])


def _height(label: Label) -> float:
    return float(label.centre[1])


def _divided(picture: Picture, size: tuple[int, ...] | None) -> list[Picture]:
    """One image, or the images that it is made of, from the top left."""
    shape = picture.values.shape
    if size is None or shape[:2] == tuple(size):
        return [picture]
    places = next((found for gap in GAPS for edge in {0: 0, gap // 2: 0, gap: 0} if (found := _places(picture.values, size, gap, edge))), None)
    if places is None:
        return [picture]
    left, bottom, right, top = picture.whole
    parts = []
    for row, column in places:
        x = left + (right - left) * np.array([column, column + size[1]]) / shape[1]
        y = top - (top - bottom) * np.array([row + size[0], row]) / shape[0]
        box = np.array([x[0], y[0], x[1], y[1]])
        values = picture.values[row : row + size[0], column : column + size[1]]
        parts.append(replace(picture, values=values, whole=box, box=box))
    return parts


def _places(values: np.ndarray, size: tuple[int, ...], gap: int, edge: int) -> list[tuple[int, int]] | None:
    """Where the images are in one that is made of several: first row and column of each; None where they do not fit.

    Args:
        gap: pixels of one colour between two images; edge: around all.
    """
    starts, between = [], np.ones(values.shape[:2], bool)
    for side in (0, 1):
        count, rest = divmod(values.shape[side] - 2 * edge + gap, size[side] + gap)
        if rest or count < 1:
            return None
        starts.append([edge + number * (size[side] + gap) for number in range(count)])
    places = [(row, column) for row in starts[0] for column in starts[1]]
    for row, column in places:
        between[row : row + size[0], column : column + size[1]] = False
    colours = values[between]
    return places if not len(colours) or (colours == colours[0]).all() else None


def _shows_something(picture: Picture) -> bool:
    """Whether an image has more than one colour."""
    values = picture.values[np.isfinite(picture.values)]
    return bool(len(values) and np.ptp(values) > 0)
