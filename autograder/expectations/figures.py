"""Figures: what a check can say about what is drawn.

It is said of what a reader sees, not of the calls that drew it, so that every fair way of drawing counts.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

import numpy as np

from autograder.expectations import bar_charts, image_grids
from autograder.expectations.answer import Answer, Words
from autograder.expectations.image_grids import Gallery, Shown
from autograder.expectations.scene import Drawing, Picture, read_drawing
from autograder.expectations.values import CALLABLE
from autograder.transport.wire import Described

SAME_COLOURS = 0.02  # difference of two colour maps, 0..1, that nobody sees
HIDDEN_BY = "Is it covered (by a patch, a text box, other axes)? Or is it switched off, transparent, or outside the figure?"
SHOWN = "The function calls plt.show() as well. The page asks only for the figure: the code that calls the function shows it."
MAX_QUOTED = 60  # characters of a tile's text in a message


class FigureExpectation(Words):
    """Words about a figure. Each returns None, or raises ``Failure``.

    Args:
        answer: of a function that should return a figure.

    Raises:
        Failure: it returned something else.
    """

    shows_the_answer = True

    def __init__(self, answer: Answer) -> None:
        super().__init__(answer)
        if answer.kind != "figure":
            inner = sorted(set(_inner_types(answer.value)))[:4]
            evidence = ("no figure", answer.type_name, bool(answer.shown), answer.figures > 0, inner)
            self._fail(_no_figure(answer), evidence)
        try:
            if "drawing" not in answer.worked_out:
                answer.worked_out["drawing"] = drawing = read_drawing(answer.plain)
                if answer.shown and (drawing.pictures or drawing.series):
                    answer.remarks.append(SHOWN)
        except ValueError:
            self._fail("gave a figure that cannot be read.", ("unreadable",), "Use Matplotlib's own Figure, unchanged.")
        self.drawing: Drawing = answer.worked_out["drawing"]

    def is_of_its_own(self, hint: str = "") -> None:
        """Of several calls in a row, this one has made a figure of its own."""
        if self.answer.same_as is None:
            return
        content = (
            len(self.drawing.pictures),
            self.drawing.covered,
            len(self.drawing.ticks),
            len(self.drawing.colour_bars),
            len(self.drawing.series),
        )
        self._fail(
            "gave the same figure as the call before it, so both calls share one figure.",
            ("same figure", content),
            hint or "Make a new figure in the function, with plt.figure() or plt.subplots().",
        )

    # -- grids of images -------------------------------------------------------------------------------------------

    def has_pictures(self, count: int, hint: str = "") -> None:
        """So many images can be seen in the figure."""
        found = len(self.drawing.pictures)
        if found == count:
            return
        several = self.answer.figures > 1
        evidence = (
            "pictures",
            found,
            self.drawing.covered,
            len(self.answer.shown),
            several,
            () if several else self._room(),
            self.drawing.unseen[0],
            bool(self.drawing.series),  # something else was drawn
        )
        if len(self.answer.shown) > 1 or (self.answer.shown and not found):
            text = f"{_pictures(found)}; expected {count} in one figure. {self._shows()}"
        elif self.drawing.unseen[0]:
            text = f"{_pictures(found)} that can be seen; expected {count}. {self.drawing.unseen[0]} more {'is' if self.drawing.unseen[0] == 1 else 'are'} in the figure but cannot be seen in {'its place' if self.drawing.unseen[0] == 1 else 'their places'}. {HIDDEN_BY}"
        elif self.drawing.covered:
            text = f"{_pictures(found)}, and {self.drawing.covered} more behind; expected {count} side by side. Each image needs a separate place, or it covers the one before."
        elif several:
            text = f"{_pictures(found)}; expected {count}. The function left {self.answer.figures} figures open and gave one of them."
        else:
            text = f"{_pictures(found)}; expected {count}." + (" One place is empty." if 0 < found == count - 1 else "")
        self._fail(f"gave a figure with {text}", evidence, hint)

    def is_a_grid(self, rows: int, columns: int, hint: str = "") -> None:
        """The images stand in rows and columns."""
        self.has_pictures(rows * columns)
        sizes = [len(row) for row in self.drawing.grid()]
        if sizes != [columns] * rows:
            layout = (
                f"{len(sizes)} rows of {sizes[0]}" if len(set(sizes)) == 1 else f"rows of {', '.join(map(str, sizes))}"
            )
            self._fail(f"gave images in {layout}; expected {rows} rows of {columns}.", ("grid", sizes), hint)

    def shows_in_order(self, images: np.ndarray, count: int, hint: str = "") -> None:
        """Picture n, counted row by row from the top left, is image n; the way up does not matter here.

        Args:
            images: shape (images, rows, columns), all different; also those that should not be seen.
        """
        self._are_clear(count, hint)
        found = [shown.number for shown in self._shown(images, count)]
        if found == list(range(count)):
            return
        first = next(place for place in range(count) if found[place] != place)
        seen = f"image number {found[first]}" if found[first] >= 0 else "none of the given images"
        where = f"the image at place {first} (counted from 0, row by row)" if count > 1 else "the image"
        self._fail(
            f"shows {seen} as {where}."
            if count == 1
            else f"shows {seen} at place {first} (counted from 0, row by row); expected image number {first} there.",
            ("order", found),
            hint,
        )

    def shows_upright(self, images: np.ndarray, count: int, hint: str = "") -> None:
        """Row 0 of each image is on top, column 0 on the left."""
        self._are_clear(count, hint)
        pictures = self._in_order(count)
        turns = [shown.turn for shown in self._shown(images, count)]
        wrong = [turn for turn in turns if turn not in ("upright", "")]
        if wrong:
            self._fail(
                f"draws {len(wrong)} of {count} images {wrong[0]}." if count > 1 else f"draws the image {wrong[0]}.",
                ("turned", turns, sorted({picture.way for picture in pictures})),
                hint or "Row 0 belongs at the top, and column 0 on the left.",
            )

    def has_labels(self, labels: np.ndarray, hint: str = "") -> None:
        """Each picture has its own label written at it.

        Args:
            labels: those of the pictures, row by row.
        """
        pictures = self._in_order(len(labels))
        rows = [image_grids.whole_numbers(self.drawing.texts_of(picture)) for picture in pictures]
        wanted = [int(label) for label in labels]
        if image_grids.place_of(rows, wanted) < 0:
            words = ("its own label", "one label is expected", 1)
            self._wrong_texts(rows, pictures, wanted, words, hint, range(len(wanted)))

    def labels_stand_under(self, count: int, hint: str = "") -> None:
        """Each picture has a text, and all of it is lower than the middle of the picture."""
        for place, picture in enumerate(self._in_order(count)):
            texts = self.drawing.texts_of(picture)
            if not texts:
                self._fail(
                    f"writes no text at the image at place {place} (counted from 0).", ("no text", place), hint
                )
            beside = [text for text in texts if text.centre[1] >= picture.centre[1]]
            if beside:
                where = "above" if beside[0].centre[1] > picture.box[3] else "beside"
                self._fail(
                    f"writes {beside[0].text[:MAX_QUOTED]!r} {where} the image at place {place} (counted from 0); "
                    "expected all texts under the images.",
                    ("not under", where),
                    hint,
                )

    def has_predictions(self, predicted: np.ndarray, where: np.ndarray | None = None, hint: str = "") -> None:
        """Each picture has the predicted label written at it, before the true one or with a word that says so.

        Args:
            predicted: labels of the pictures, row by row.
            where: bool, True for the pictures to look at; all of them by default.
        """
        self._has_one_of_two(predicted, 0, "the predicted label", hint, where)

    def has_truths(self, labels: np.ndarray, hint: str = "") -> None:
        """Each picture has the true label written at it, after the predicted one or with a word that says so."""
        self._has_one_of_two(labels, 1, "the true label", hint)

    def has_no_ticks(self, hint: str = "") -> None:
        """No axes with a picture has ticks or numbers at its edges."""
        places = sorted({picture.axes for picture in self.drawing.pictures})
        ticks = [self.drawing.ticks[place] for place in places if 0 <= place < len(self.drawing.ticks)]
        with_ticks = [pair for pair in ticks if any(pair)]
        if with_ticks:
            x, y = with_ticks[0]
            self._fail(
                f"leaves ticks at {len(with_ticks)} of {len(ticks)} images ({x} on the x axis and {y} on the y axis of the first one).",
                ("ticks", [bool(any(pair)) for pair in ticks], bool(x), bool(y)),
                hint,
            )

    # -- one image with its bar ------------------------------------------------------------------------------------

    def has_a_colour_bar(self, hint: str = "") -> None:
        """A colour bar has the picture's colours, and says for them what the picture's scale says."""
        (picture,) = self._in_order(1)
        bars = self.drawing.colour_bars
        unseen = self.drawing.unseen[1]
        if not bars and unseen:
            self._fail(f"has a colour bar that cannot be seen. {HIDDEN_BY}", ("hidden bar", unseen), hint)
        if not bars:
            self._fail("draws no colour bar.", ("no bar", picture.values.ndim), hint)
        if picture.scale is None:
            self._fail(
                "draws the image with three colour channels, which do not use a colour map, so a colour bar says nothing about them.",
                ("channels",),
                hint or "Draw the image with its two axes, as it is.",
            )
        if not any(_explains(bar, picture) for bar in bars):
            low, high = bars[0].scale
            self._fail(
                f"draws a colour bar from {low:g} to {high:g} that does not belong to the image: its colours or its numbers are not those of the image, "
                f"which go from {picture.scale[0]:g} to {picture.scale[1]:g}.",
                ("other bar", bars[0].scale, picture.scale),
                hint,
            )

    def bar_shows(self, image: np.ndarray, hint: str = "") -> None:
        """The colour bar's scale holds all of the image's numbers, and not much more."""
        self.has_a_colour_bar()
        (picture,) = self._in_order(1)
        fitting = [bar for bar in self.drawing.colour_bars if _explains(bar, picture)]
        if not any(bar.numbers for bar in fitting):
            self._fail(
                "draws a colour bar without numbers, so it does not say what its colours mean.",
                ("no numbers",),
                hint,
            )
        low, high = fitting[0].scale
        lowest, highest = float(image.min()), float(image.max())
        slack = 0.02 * (highest - lowest)
        if low > lowest + slack or high < highest - slack or high - low > 1.5 * (highest - lowest):
            self._fail(
                f"draws a colour bar from {low:g} to {high:g}; the numbers of the given image go from {lowest:g} to {highest:g}.",
                ("range", round(low, 3), round(high, 3)),
                hint,
            )

    # -- bars of counts --------------------------------------------------------------------------------------------

    def draws_counts(self, expected: dict[int, int], what: str, hint: str = "") -> None:
        """Bars or points say how often each thing occurs; in any of the forms of ``bar_charts.readings``.

        Args:
            expected: thing to count; what: the set's name in messages (``training set``).
        """
        found = bar_charts.find(self.drawing.series, expected)
        if found is None:
            self._fail(
                f"does not show the counts of the {what}. {self._counts_seen(expected)}",
                ("counts", bar_charts.series_as_numbers(self.drawing.series), len(self.answer.shown), self.answer.figures),
                hint,
            )
        series = found[0]
        lost = self.drawing.lost(series, except_for=self._behind_bars(series))
        if lost:
            self._fail(
                f"has {bar_charts.in_words(series)}, but {lost} of them cannot be seen at their ends. {HIDDEN_BY}",
                ("unseen", lost),
                hint,
            )

    def shows_both(self, first: dict[int, int], second: dict[int, int], hint: str = "") -> None:
        """Neither of two sets of bars hides one of the other; remarks on bars that stand beside their number."""
        found = [bar_charts.find(self.drawing.series, expected) for expected in (first, second)]
        if None in found:
            self._fail("shows at most one of the two sets.", ("one set",), hint)
        (one, _), (other, _) = found
        if bar_charts.hides(one, other) or self.drawing.lost(one) or self.drawing.lost(other):
            self._fail(
                "draws the bars of one set over those of the other, so that some cannot be seen.",
                ("hidden bars",),
                hint,
            )
        offset = max(reading.offset for _series, reading in found)
        if offset >= bar_charts.BESIDE:
            self.answer.remarks.append(
                f"The heights are right, but some bars are beside their number (up to {offset:.1f} away), which the "
                "page asks you to avoid. Use bins with edges at the halves, -0.5, 0.5, …, to put them right above."
            )
        if one is not other and bar_charts.overlap(one, other):
            self.answer.remarks.append(
                "The two bars of a number are drawn one in front of the other. To a reader they look like stacked "
                "bars. Two axes, or bars side by side, are easier to read."
            )

    # -- parts -----------------------------------------------------------------------------------------------------

    def _room(self) -> tuple[bool, ...]:
        """Whether more pictures have room to the left of the only one and below it, for evidence.

        A loop that ends too early draws only the first of them, and a line that stands behind the loop only the last.
        """
        if len(self.drawing.pictures) != 1:
            return ()
        box = self.drawing.pictures[0].box
        return tuple((box[:2] > 2 * (box[2:] - box[:2])).tolist())

    def _are_clear(self, count: int, hint: str) -> None:
        """A person can recognise each picture."""
        unclear = [picture for picture in self._in_order(count) if not picture.clear]
        if unclear:
            what = "the image" if count == 1 else f"{len(unclear)} of {count} images"
            low, high = unclear[0].scale
            self._fail(
                f"draws {what} in colours that all look the same: the colours go from {low:g} to {high:g}, but the "
                "numbers of the image do not.",
                ("unclear", len(unclear), low, high),
                hint or "Are vmin and vmax right?",
            )

    def _in_order(self, count: int) -> list[Picture]:
        self.has_pictures(count)
        return [picture for row in self.drawing.grid() for picture in row]

    def _shown(self, images: np.ndarray, count: int) -> list[Shown]:
        gallery = Gallery(images)
        return [gallery.recognise(picture) for picture in self._in_order(count)]

    def _has_one_of_two(
        self, wanted: np.ndarray, which: int, what: str, hint: str, where: np.ndarray | None = None
    ) -> None:
        pictures = self._in_order(len(wanted))
        looked_at = range(len(wanted)) if where is None else np.flatnonzero(where).tolist()
        pictures = [pictures[place] for place in looked_at]
        texts = [self.drawing.texts_of(picture) for picture in pictures]
        rows = [image_grids.whole_numbers(text) for text in texts]
        named = [image_grids.predicted_and_true(text) for text in texts]
        if None not in named:
            rows = [list(pair) for pair in named]
        numbers = [int(wanted[place]) for place in looked_at]
        places = [
            place for place in _places(rows) if image_grids.place_of([row[place : place + 1] for row in rows], numbers) == 0
        ]
        last = min(map(len, rows), default=0) - 1
        fitting = [place for place in places if (place < last if which == 0 else place > 0)]
        if not fitting:
            asked = "expected two numbers, the predicted label and then the true one"
            self._wrong_texts(rows, pictures, numbers, (what, asked, 2), hint, looked_at)

    def _wrong_texts(
        self,
        rows: list[list[int]],
        pictures: list[Picture],
        wanted: list[int],
        words: tuple[str, str, int],
        hint: str,
        places: Sequence[int],
    ) -> None:
        """Says what stands at the first picture where it is not what it should be.

        Args:
            rows: the whole numbers at each picture; wanted: the one that should be among them; places: the pictures'.
            words: what is missing, what was asked for in all, and how many numbers that are.
        """
        what, asked, enough = words
        texts = [self.drawing.texts_of(picture) for picture in pictures]
        written = [" ".join(text.text for text in row)[:MAX_QUOTED] for row in texts]
        if not any(written):
            unseen = self.drawing.unseen_texts
            why = (
                f" There are {unseen} texts that cannot be seen: are they labels of axes that are switched off?"
                if unseen
                else ""
            )
            self._fail(
                f"writes no text at the images.{why}", ("texts", "none", bool(self.drawing.texts), bool(unseen)), hint
            )
        evidence = ["texts", [row[:12] for row in rows]]
        if len(rows[0]) < enough:
            evidence.append(image_grids.other_numbers(texts[0]))
        if any(re.search(r"\{\s*[A-Za-z_]", text) for text in written):
            evidence.append("braces")
            hint = hint or "Is the f before the quotes missing? Without it, the text in { } is written as it is."
        first = next((place for place, row in enumerate(rows) if wanted[place] not in row), None)
        where = f"the image at place {places[first or 0]} (counted from 0, row by row)"
        if first is not None:
            said = f"writes {written[first]!r}" if written[first] else "writes nothing"
            self._fail(f"{said} at {where}; {what} is not there.", evidence, hint)
        self._fail(f"writes {written[0]!r} at {where}; {asked}, at each image in the same way.", evidence, hint)

    def _shows(self) -> str:
        """What ``plt.show()`` did, if it was called."""
        calls = len(self.answer.shown)
        times = "once" if calls == 1 else f"{calls} times"
        return (
            f"plt.show() was called {times} before the return, and each call closes the figure that it shows." if calls else ""
        )

    def _behind_bars(self, series: bar_charts.Series) -> np.ndarray:
        """Which marks of a series end inside of another bar of the chart: ``shows_both`` has its own word on those."""
        others = [
            one for one in bar_charts.all_series(self.drawing.series) if one.boxes is not None and one is not series
        ]
        boxes = [one.boxes for one in others if np.count_nonzero(one.heights) > 1 and not self.drawing.lost(one)]
        if not boxes:
            return np.zeros(len(series.tips), bool)
        left, bottom, right, top = np.concatenate(boxes).T
        x, y = series.tips[:, :1], series.tips[:, 1:]
        return ((x > left) & (x < right) & (y > bottom + 1) & (y < top - 1)).any(axis=1)

    def _counts_seen(self, expected: dict[int, int]) -> str:
        """What the figure shows instead, and the usual cause where it can be told."""
        series = [one for one in bar_charts.all_series(self.drawing.series) if one.heights.any()]
        if not series:
            return f"There are no bars or points in the figure. {self._shows()}".strip()
        wanted = sorted(count for count in expected.values() if count)
        for one in series:
            heights = sorted(one.heights[one.heights != 0].tolist())
            if heights == wanted:
                return f"It has {bar_charts.in_words(one)}: the right heights, above the wrong numbers."
            if abs(sum(heights) - 1) < 1e-6 and len(heights) > 1:
                return f"It has {bar_charts.in_words(one)}. These are shares; expected counts."
            if sorted(np.round(one.centres).tolist()) == wanted:
                return f"It has {bar_charts.in_words(one)}. Are positions and heights swapped?"
            if set(heights) == {1.0} and set(wanted) != {1}:
                return f"It has {bar_charts.in_words(one)}: every height is 1. Did you count numbers that are already counts, or draw one mark for each image?"
        return "It has " + "; ".join(bar_charts.in_words(one) for one in series[:2]) + "."


def _no_figure(answer: Answer) -> str:
    """What a function gave in place of a figure, and the usual cause."""
    parts = _inner_types(answer.value)
    if answer.value is None and answer.shown:
        return "gave None. It showed the figure with plt.show() instead of returning it. Return the Figure; the code that calls the function shows it."
    if answer.value is None and answer.figures:
        return "gave None, although it drew a figure. Return that Figure."
    if answer.value is None:
        return "gave None; expected a Matplotlib Figure. Is the return missing?"
    if answer.type_name in CALLABLE:
        return "gave a function, not its result; expected the Matplotlib Figure that was drawn into."
    if answer.type_name == "the module matplotlib.pyplot":
        return "gave the module plt itself; expected the Matplotlib Figure that was drawn into."
    if any(name.endswith("Axes") for name in parts) and not any(name == "Figure" for name in parts):
        return "gave an Axes, which is a part of a figure; expected the Matplotlib Figure around it."
    if parts.count("Figure") > 1:
        return f"gave {parts.count('Figure')} figures; expected one Matplotlib Figure, with everything in it."
    if "Figure" in parts:
        return "gave a Figure together with something else; expected only the Figure."
    return f"gave {'a' if answer.type_name[:1] not in 'aeiouAEIOU' else 'an'} {answer.type_name}; expected a Matplotlib Figure."


def _inner_types(value: object, depth: int = 0) -> list[str]:
    if depth > 3:
        return []
    content = value.content if isinstance(value, Described) else value
    names = [value.type_name] if isinstance(value, Described) and value.kind != "sequence" else []
    if value is not None and isinstance(value, Described) and value.kind == "figure":
        return ["Figure"]
    return (
        names + [name for part in content for name in _inner_types(part, depth + 1)]
        if isinstance(content, (list, tuple))
        else names
    )


def _explains(bar: object, picture: Picture) -> bool:
    """Whether a colour bar says of each colour which number it stands for in the picture."""
    size = picture.scale[1] - picture.scale[0]
    near = 0.02 * abs(size)
    return (
        all(abs(mine - its) <= near for mine, its in zip(bar.scale, picture.scale, strict=True))
        and bar.colours.shape == picture.colours.shape
        and bool(np.abs(bar.colours - picture.colours).max() <= SAME_COLOURS)
    )


def _places(rows: list[list[int]]) -> range:
    return range(min(map(len, rows), default=0))


def _pictures(count: int) -> str:
    return "one image" if count == 1 else f"{count or 'no'} images"
