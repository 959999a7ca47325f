"""Words about a matrix drawn as an image: its colours, the numbers in its cells, the names at its rows and columns."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np

from autograder.expectations import cell_names
from autograder.expectations.figure_words import HIDDEN_BY
from autograder.expectations.image_grids import TURNS
from autograder.expectations.line_scene import Label
from autograder.expectations.scene import Picture
from autograder.expectations.scene_words import SceneWords, in_quotes, says

BRIGHTNESS = np.array([0.299, 0.587, 0.114])  # of red, green and blue
COARSE = 0.02  # of the range: numbers that differ by less may have the same colour where colours were calculated
SAME = 1e-6  # of the range of the numbers: the difference that ties in a matrix may have as colours
FEW = 3  # letters of a name from which on it can mean something
LONG, MOST = 40, 50  # letters of a name, and names, that are kept as evidence


class HeatMapWords(SceneWords):
    """What can be said about a matrix that is drawn as an image, and about the names of axes."""

    def shows_matrix(self, matrix: np.ndarray, hint: str = "") -> None:
        """One image has a cell for each number, and its colours rise or fall with the numbers; row 0 is on top.

        The colours may also show each number's share of its row, of its column, or of all.

        Args:
            matrix: numbers, shape (rows, columns), not the same when turned.
        """
        picture = self._heat_map(matrix, hint)
        if not picture.clear or _is_cut_to_two(picture):
            low, high = picture.scale or (0.0, 0.0)
            self.fail(
                f"draws the matrix in colours that all look the same: the colours go from {low:g} to {high:g}.",
                ("unclear", low, high),
                hint or "Are vmin and vmax right?",
            )

    def writes_numbers(self, matrix: np.ndarray, contrast: float = 2.0, hint: str = "") -> None:
        """Each number can be read in its cell; zeros may be blank, and other text may be beside the number.

        Args:
            matrix: numbers, shape (rows, columns). contrast: of the text to its cell, at least; 1 is none, 21 is black on white.
        """
        picture = self._heat_map(matrix, hint)
        boxes = cell_names.cells(picture)
        texts = [label for label in self.scene.labels if label.role == "text"]
        written = cell_names.inside(texts, boxes)
        hidden = cell_names.inside([label for label in self.scene.unseen_labels if label.role == "text"], boxes)
        missing, wrong, pale = [], [], []
        for place, number in np.ndenumerate(matrix):
            labels = written.get((place[0], place[1]), [])
            right = [label for label in labels if cell_names.is_number(label.text, float(number))]
            if not right and any(cell_names.numbers_in(label.text) for label in labels):
                wrong.append((place, labels[0]))
            elif not right and number:
                missing.append(place)
            elif right and max(label.contrast or 21.0 for label in right) < contrast:
                pale.append((place, right[0]))
        self._numbers_are_right(matrix, written, hint, wrong, missing, len(hidden), [place for place, _label in pale])
        if pale:
            (row, column), label = pale[0]
            self.fail(
                f"writes {len(pale)} of {matrix.size} numbers in a colour too near to that of their cell. The contrast of {label.text!r} "
                f"in row {row}, column {column} (counted from 0) is {label.contrast or 1.0:.1f} to 1; expected at least {contrast:g} to 1.",
                ("pale", [place for place, _label in pale]),
                hint,
            )
        crowded = cell_names.overlapping([label for row in written.values() for label in row])
        if crowded > 0.1 * matrix.size:
            self.fail(f"writes {crowded} numbers that cover one another, so they cannot be read.", ("crowded", crowded), hint)

    def names_rows(self, names: Sequence[str], hint: str = "") -> None:
        """The names are at the rows of the image, from the top: at the ticks, or as texts beside it."""
        self._names_are_along(1, list(names), hint)

    def names_columns(self, names: Sequence[str], hint: str = "") -> None:
        """The names are at the columns of the image, from the left: at the ticks, or as texts over or under it."""
        self._names_are_along(0, list(names), hint)

    def names_axes(self, across: Sequence[str] = (), down: Sequence[str] = (), hint: str = "") -> None:
        """Both axes have a name that can be read: a label of the axes or of the figure, or a text beside them.

        Args:
            across: words of which the name of the horizontal axis may hold one. down: the same of the vertical axis.
                A name with a word of the other axis and none of its own is refused; one name at least must hold its word.
                Without words any name is right.
        """
        found = {"x": self._axis_names(0), "y": self._axis_names(1)}
        without = [axis for axis, names in found.items() if not names]
        short = {axis: self._names_of_axis(side) for side, axis in enumerate("xy") if axis in without}
        if any(short.values()):
            axis = next(axis for axis, names in short.items() if names)
            evidence = ("names without meaning",) if all(short.values()) and len(short) == 2 else ("a short name", without)
            self.fail(f"calls the {axis} axis {in_quotes(short[axis])}, which does not say what is there.", evidence, hint)
        if without:
            which = "the x axis and the y axis have" if len(without) == 2 else f"the {without[0]} axis has"
            hidden = any(label.role.endswith("name") for label in self.scene.unseen_labels)
            more = f" A name was written that cannot be seen. {HIDDEN_BY}" if hidden else ""
            self.fail(f"draws axes without a name: {which} none.{more}", ("no name", without, hidden), hint)
        sides = (("x", across, down), ("y", down, across))
        others_name = [axis for axis, own, others in sides if not any(says(name, own) or not says(name, others) for name in found[axis])]
        if others_name:
            axis = others_name[0]
            also = next(any(says(name, own) for name in found[other]) for other, own, _others in sides if other != axis)
            ask = "This name belongs to the other axis." if also else "Are the names of the two axes exchanged?"
            proof = ("name of the other axis", axis) if also else ("exchanged",)
            self.fail(f"calls the {axis} axis {in_quotes(found[axis])}. {ask}", proof, hint)
        if (across or down) and not any(
            says(name, words) for axis, words in (("x", across), ("y", down)) for name in found[axis]
        ):
            self.fail(
                f"calls the x axis {in_quotes(found['x'])} and the y axis {in_quotes(found['y'])}. These names do not say what is across and what is down.",
                ("names without meaning",),
                hint,
            )

    def _axis_names(self, side: int) -> list[str]:
        """The names of an axis: across (side 0) or up (side 1)."""
        return [text for text in [*self._names_of_axis(side), *self._texts_along(side)] if len(text.strip()) >= FEW]

    def _names_of_axis(self, side: int) -> list[str]:
        """The labels of an axis, also those that are too short to say anything."""
        letter = "xy"[side]
        roles = (f"{letter} name", f"figure {letter} name")
        return [label.text for label in self.scene.labels if label.role in roles and label.text.strip()]

    def _texts_along(self, side: int) -> list[str]:
        """Texts in the middle beside the axes that could be the name of an axis."""
        found = []
        for frame in self.scene.frames:
            size = frame[2:] - frame[:2]
            for label in self.scene.labels:
                off = np.abs(label.centre - (frame[:2] + frame[2:]) / 2) / size
                if label.role == "text" and off[side] < 0.2 and 0.5 < off[1 - side] < 1.0 and not cell_names.numbers_in(label.text):
                    found.append(label.text)
        return found

    def _heat_map(self, matrix: np.ndarray, hint: str) -> Picture:
        """The image of a matrix, the right way up."""
        pictures = list(self.drawing.pictures)
        for picture in pictures:
            if _rises_with(picture, matrix):
                return picture
        for picture in pictures:
            for turn, move in TURNS.items():
                if _rises_with(picture, move(matrix)):
                    self.fail(
                        f"draws the matrix {turn}. Row 0 is expected on top, column 0 on the left.", ("turned", turn, picture.way), hint
                    )
        if not pictures:
            unseen = self.drawing.unseen[0]
            text = f"There is an image that cannot be seen. {HIDDEN_BY}" if unseen else f"There is no image in the figure. {self._shows()}"
            others = bool(self.scene.lines), bool(self.drawing.series), any(label.role == "text" for label in self.scene.labels)
            evidence = ("no image", unseen, len(self.answer.shown), others)
            self.fail(f"does not draw the matrix as an image. {text}".strip(), evidence, hint)
        shapes = [picture.values.shape[:2] for picture in pictures]
        if matrix.shape not in shapes:
            sizes = ", ".join(f"{_many(rows, 'row')} of {_many(columns, 'cell')}" for rows, columns in list(dict.fromkeys(shapes))[:3])
            text = f"draws an image of {sizes}; expected {matrix.shape[0]} rows of {matrix.shape[1]}."
            self.fail(text, ("shape", [list(shape) for shape in shapes[:3]]), hint)
        other = _scaled(next(picture for picture in pictures if picture.values.shape[:2] == matrix.shape))
        self.fail(
            "draws an image whose colours do not rise or fall with the numbers of the matrix.", ("other image", other), hint
        )

    def _numbers_are_right(
        self,
        matrix: np.ndarray,
        written: dict[tuple[int, int], list[Label]],
        hint: str,
        wrong: list[tuple[tuple[int, ...], Label]],
        missing: list[tuple[int, ...]],
        hidden: int,
        pale: list[tuple[int, ...]],
    ) -> None:
        """No cell has another number than its own, and no number is missing."""
        if wrong:
            exchanged = matrix.shape[0] == matrix.shape[1] and all(
                any(cell_names.is_number(label.text, float(matrix[column, row])) for label in labels)
                for (row, column), labels in written.items()
            )
            rule = " These are the numbers of the cell with row and column exchanged." if exchanged else ""
            (row, column), label = wrong[0]
            self.fail(
                f"writes {label.text!r} in row {row}, column {column} (counted from 0), which is not the number of this cell; {len(wrong)} of {matrix.size} cells are wrong.{rule}",
                ("wrong number", len(wrong), bool(rule)),
                hint,
            )
        if missing:
            row, column = missing[0]
            unseen = f" {_many(hidden, 'number')} {'was' if hidden == 1 else 'were'} written and cannot be seen. Is the colour too near to that of the cell, or is something in front?" if hidden else ""
            text = f"writes no number that can be read in {len(missing)} of {matrix.size} cells; the first one is in row {row}, column {column} (counted from 0).{unseen}"
            self.fail(text, ("missing numbers", len(missing), hidden, pale), hint)

    def _names_are_along(self, side: int, names: list[str], hint: str) -> None:
        what = ("column", "row")[side]
        shapes = [picture for picture in self.drawing.pictures if picture.values.shape[1 - side] == len(names)]
        if not shapes:
            self.fail(f"draws no image with {len(names)} {what}s.", ("no image",), hint)
        found = [cell_names.along(self.scene, picture, names, side) for picture in shapes]
        if names in found:
            self._remark_on_crowded(side)
            return
        said = found[0]
        if not any(said):
            role = ("x tick", "y tick")[side]
            hidden = any(label.role == role and label.text in names for label in self.scene.unseen_labels)
            more = f" Text was written there that cannot be seen. {HIDDEN_BY}" if hidden else ""
            self.fail(f"writes nothing at the {what}s of the image; expected a name at each.{more}", ("no names", what, *["hidden"] * hidden), hint)
        first = next(place for place, name in enumerate(names) if said[place] != name)
        at = said[first]
        start = ("on the left", "on top")[side]
        seen = f"there is {at!r}" if at is not None else "no name can be read"
        order = " They are in reverse order." if said == names[::-1] else ""
        self.fail(
            f"does not write the right name at each {what}: at {what} {first} (counted from 0, {start}) {seen}.{order}",
            ("wrong names", what, [one and one[:LONG] for one in said[:MOST]]),
            hint,
        )

    def _remark_on_crowded(self, side: int) -> None:
        ticks = [label for label in self.scene.labels if label.role == ("x tick", "y tick")[side]]
        if cell_names.overlapping(ticks):
            remark = "Some names at the ticks cover one another. Turned names, or a larger figure, are easier to read."
            if remark not in self.answer.remarks:
                self.answer.remarks.append(remark)


def _rises_with(picture: Picture, matrix: np.ndarray) -> bool:
    """Whether an image's numbers rise, or fall, with those of a matrix, or with its shares."""
    values = picture.values if picture.values.ndim == 2 else picture.values[..., :3] @ BRIGHTNESS
    if values.shape != matrix.shape:
        return False
    rises = _is_monotone if picture.values.ndim == 2 else _rises_roughly
    return any(rises(values, wanted, sign) for wanted in _shares(matrix.astype(np.float64)) for sign in (1, -1))


def _is_cut_to_two(picture: Picture) -> bool:
    """Whether a scale leaves only two colours of more numbers: all that are outside of it look the same."""
    if picture.values.ndim != 2 or picture.scale is None:
        return False
    values = picture.values[np.isfinite(picture.values)]
    return len(np.unique(np.clip(values, *picture.scale))) <= 2 < len(np.unique(values))


def _scaled(picture: Picture) -> np.ndarray:
    """An image's numbers from 0 to 1, as evidence: which other numbers were drawn."""
    values = picture.values if picture.values.ndim == 2 else picture.values[..., :3].mean(axis=2)
    finite = values[np.isfinite(values)]
    low, high = (float(finite.min()), float(finite.max())) if finite.size else (0.0, 0.0)
    scaled: np.ndarray = np.round((values - low) / ((high - low) or 1.0), 2)
    return scaled


def _many(count: int, thing: str) -> str:
    return f"{count} {thing}{'s' * (count != 1)}"


def _shares(matrix: np.ndarray) -> Iterator[np.ndarray]:
    """A matrix, and the shares of its rows and columns; where nothing can be divided there is no number."""
    yield matrix
    for axis in (1, 0):
        sums = matrix.sum(axis=axis, keepdims=True)
        yield np.divide(matrix, sums, out=np.full(matrix.shape, np.nan), where=sums != 0)


def _is_monotone(values: np.ndarray, wanted: np.ndarray, sign: int) -> bool:
    """Whether values rise with what is wanted; cells that are blank may only be those of zero, or of no number."""
    blank = ~np.isfinite(values)
    if (blank & np.isfinite(wanted) & (wanted != 0)).any():
        return False
    known = ~blank & np.isfinite(wanted)
    order = np.argsort(wanted[known], kind="stable")
    ranked, drawn = wanted[known][order], sign * values[known][order]
    span = np.ptp(drawn) if len(drawn) else 0.0
    if span <= 0:
        return False
    steps, rises = np.diff(drawn), np.diff(ranked) > SAME * np.ptp(ranked)
    return bool((steps[rises] > 0).all() and (np.abs(steps[~rises]) <= 1e-4 * span).all())


def _rises_roughly(values: np.ndarray, wanted: np.ndarray, sign: int) -> bool:
    """Whether the brightness of calculated colours rises with what is wanted: a map has few colours, so near numbers may share one."""
    known = np.isfinite(values) & np.isfinite(wanted)
    order = np.argsort(wanted[known], kind="stable")
    ranked, drawn = wanted[known][order], sign * values[known][order]
    span, width = (float(np.ptp(drawn)), float(np.ptp(ranked))) if len(drawn) else (0.0, 0.0)
    if span <= 0:
        return False
    lower = np.searchsorted(ranked, ranked - COARSE * width)  # so many are clearly smaller
    highest = np.maximum.accumulate(drawn)
    clear = lower > 0
    return bool((highest - drawn <= COARSE * span).all() and (drawn[clear] > highest[lower[clear] - 1]).all())
