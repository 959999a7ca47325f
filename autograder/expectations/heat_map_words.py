"""Words about a matrix drawn as an image: its colours, the numbers in its cells, the names at its rows and columns."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np

from autograder.core.languages import joined, message, plural
from autograder.expectations import cell_names
from autograder.expectations.axis_name_words import AxisNameWords
from autograder.expectations.figure_words import HIDDEN_BY
from autograder.expectations.image_grids import TURNS
from autograder.expectations.line_scene import Label
from autograder.expectations.scene import Picture

BRIGHTNESS = np.array([0.299, 0.587, 0.114])  # of red, green and blue
COARSE = 0.02  # of the range: numbers that differ by less may have the same colour where colours were calculated
SAME = 1e-6  # of the range of the numbers: the difference that ties in a matrix may have as colours
LONG, MOST = 40, 50  # letters of a name, and names, that are kept as evidence


class HeatMapWords(AxisNameWords):
    """What can be said about a matrix that is drawn as an image, and about the names of axes."""

    def shows_matrix(self, matrix: np.ndarray, hint: str = "") -> None:
        """One image has a cell for each number, and its colours rise or fall with the numbers; row 0 is on top.

        The colours may also show each number's share of its row, of its column, or of all.

        Args:
            matrix: numbers, shape (rows, columns), not the same when turned.
        """
        picture = self._heat_map(np.asarray(matrix), hint)
        if not picture.clear or _is_cut_to_two(picture):
            low, high = picture.scale or (0.0, 0.0)
            self.fail(
                message("{call} draws the matrix in colours that all look the same: the colours go from {low:g} to {high:g}.", low=low, high=high),
                ("unclear", low, high),
                hint or message("Are vmin and vmax right?"),
            )

    def writes_numbers(self, matrix: np.ndarray, contrast: float = 2.0, hint: str = "") -> None:
        """Each number can be read in its cell; zeros may be blank, and other text may be beside the number.

        Args:
            matrix: numbers, shape (rows, columns). contrast: of the text to its cell, at least; 1 is none, 21 is black on white.
        """
        matrix = np.asarray(matrix)
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
                message(
                    "{call} writes {number} of {size} numbers in a colour too near to that of their cell. The contrast of {text} in "
                    "row {row}, column {column} (counted from 0) is {found:.1f} to 1; expected at least {contrast:g} to 1.",
                    number=len(pale), size=matrix.size, text=repr(label.text), row=row, column=column, found=label.contrast or 1.0, contrast=contrast,
                ),
                ("pale", [place for place, _label in pale]),
                hint,
            )
        crowded = cell_names.overlapping([label for row in written.values() for label in row])
        if crowded > 0.1 * matrix.size:
            self.fail(message("{call} writes {crowded} numbers that cover one another, so they cannot be read.", crowded=crowded), ("crowded", crowded), hint)

    def names_rows(self, names: Sequence[str], hint: str = "") -> None:
        """The names are at the rows of the image, from the top: at the ticks, or as texts beside it."""
        self._names_are_along(1, list(names), hint)

    def names_columns(self, names: Sequence[str], hint: str = "") -> None:
        """The names are at the columns of the image, from the left: at the ticks, or as texts over or under it."""
        self._names_are_along(0, list(names), hint)

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
                        message("{call} draws the matrix {turn}. Row 0 is expected on top, column 0 on the left.", turn=turn), ("turned", turn, picture.way), hint
                    )
        if not pictures:
            unseen = self.drawing.unseen[0]
            seen = (
                [message("There is an image that cannot be seen."), HIDDEN_BY] if unseen else [message("There is no image in the figure."), self._shows()]
            )
            others = bool(self.scene.lines), bool(self.drawing.series), any(label.role == "text" for label in self.scene.labels)
            evidence = ("no image", unseen, len(self.answer.shown), others)
            self.fail(joined([message("{call} does not draw the matrix as an image."), *seen]), evidence, hint)
        shapes = [picture.values.shape[:2] for picture in pictures]
        if matrix.shape not in shapes:
            sizes = joined(
                (message("{rows} of {columns}", rows=_many(rows, "row"), columns=_many(columns, "cell")) for rows, columns in list(dict.fromkeys(shapes))[:3]), ", "
            )
            text = message("{call} draws an image of {sizes}; expected {rows} rows of {columns}.", sizes=sizes, rows=matrix.shape[0], columns=matrix.shape[1])
            self.fail(text, ("shape", [list(shape) for shape in shapes[:3]]), hint)
        other = _scaled(next(picture for picture in pictures if picture.values.shape[:2] == matrix.shape))
        self.fail(
            message("{call} draws an image whose colours do not rise or fall with the numbers of the matrix."), ("other image", other), hint
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
            rule = message(" These are the numbers of the cell with row and column exchanged.") if exchanged else ""
            (row, column), label = wrong[0]
            self.fail(
                message(
                    "{call} writes {text} in row {row}, column {column} (counted from 0), which is not the number of this cell; "
                    "{number} of {size} cells are wrong.{rule}",
                    text=repr(label.text), row=row, column=column, number=len(wrong), size=matrix.size, rule=rule,
                ),
                ("wrong number", len(wrong), bool(rule)),
                hint,
            )
        if missing:
            row, column = missing[0]
            unseen = plural(
                "{count} number was written and cannot be seen. Is the colour too near to that of the cell, or is something in front?",
                "{count} numbers were written and cannot be seen. Is the colour too near to that of the cell, or is something in front?",
                hidden,
            ) if hidden else ""
            text = message(
                "{call} writes no number that can be read in {number} of {size} cells; the first one is in row {row}, column {column} "
                "(counted from 0).",
                number=len(missing), size=matrix.size, row=row, column=column,
            )
            self.fail(joined([text, unseen]), ("missing numbers", len(missing), hidden, pale), hint)

    def _names_are_along(self, side: int, names: list[str], hint: str) -> None:
        what = ("column", "row")[side]
        rows = side == 1
        shapes = [picture for picture in self.drawing.pictures if picture.values.shape[1 - side] == len(names)]
        if not shapes:
            without = (
                plural("{call} draws no image with {count} row.", "{call} draws no image with {count} rows.", len(names))
                if rows
                else plural("{call} draws no image with {count} column.", "{call} draws no image with {count} columns.", len(names))
            )
            self.fail(without, ("no image",), hint)
        found = [cell_names.along(self.scene, picture, names, side) for picture in shapes]
        if names in found:
            self._remark_on_crowded(side)
            return
        said = found[0]
        if not any(said):
            role = ("x tick", "y tick")[side]
            hidden = any(label.role == role and label.text in names for label in self.scene.unseen_labels)
            more = message(" Text was written there that cannot be seen. {hidden_by}", hidden_by=HIDDEN_BY) if hidden else ""
            self.fail(
                message("{call} writes nothing at the rows of the image; expected a name at each.{more}", more=more)
                if rows
                else message("{call} writes nothing at the columns of the image; expected a name at each.{more}", more=more),
                ("no names", what, *["hidden"] * hidden),
                hint,
            )
        first = next(place for place, name in enumerate(names) if said[place] != name)
        at = said[first]
        seen = message("there is {at}", at=repr(at)) if at is not None else message("no name can be read")
        order = message(" They are in reverse order.") if said == names[::-1] else ""
        self.fail(
            message(
                "{call} does not write the right name at each row: at row {first} (counted from 0, on top) {seen}.{order}",
                first=first, seen=seen, order=order,
            )
            if rows
            else message(
                "{call} does not write the right name at each column: at column {first} (counted from 0, on the left) {seen}.{order}",
                first=first, seen=seen, order=order,
            ),
            ("wrong names", what, [one and one[:LONG] for one in said[:MOST]]),
            hint,
        )

    def _remark_on_crowded(self, side: int) -> None:
        ticks = [label for label in self.scene.labels if label.role == ("x tick", "y tick")[side]]
        if cell_names.overlapping(ticks):
            remark = message("Some names at the ticks cover one another. Turned names, or a larger figure, are easier to read.")
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
    return plural("{count} row", "{count} rows", count) if thing == "row" else plural("{count} cell", "{count} cells", count)


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
