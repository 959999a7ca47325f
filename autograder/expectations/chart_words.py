"""Words about bars and points that say how often something occurs."""

from __future__ import annotations

import numpy as np

from autograder.core.languages import authored, joined, message
from autograder.expectations import bar_charts
from autograder.expectations.figure_words import HIDDEN_BY, FigureWords
from autograder.expectations.scene import Series


class ChartWords(FigureWords):
    """What can be said about charts of counts."""

    def draws_counts(self, expected: dict[int, int], what: str, hint: str = "") -> None:
        """Bars or points say how often each thing occurs; in any of the forms of ``bar_charts.readings``.

        Args:
            expected: thing to count; what: the set's name in messages (``training set``).
        """
        found = bar_charts.find(self.drawing.series, expected)
        if found is None:
            self.fail(
                message("{call} does not show the counts of the {what}. {counts_seen}", what=authored(what), counts_seen=self._counts_seen(expected)),
                ("counts", bar_charts.series_as_numbers(self.drawing.series), len(self.answer.shown), self.answer.figures),
                hint,
            )
        series = found[0]
        lost = self.drawing.lost(series, except_for=self._behind_bars(series))
        if lost:
            self.fail(
                message(
                    "{call} has {in_words}, but {lost} of them cannot be seen at their ends. {hidden_by}",
                    in_words=bar_charts.in_words(series), lost=lost, hidden_by=self._hidden_by(series),
                ),
                ("unseen", lost),
                hint,
            )

    def shows_both(self, first: dict[int, int], second: dict[int, int], hint: str = "") -> None:
        """Neither of two sets of bars hides one of the other; remarks on bars that are beside their number."""
        found = [bar_charts.find(self.drawing.series, expected) for expected in (first, second)]
        known = [one for one in found if one is not None]
        if len(known) < len(found):
            self.fail(message("{call} shows at most one of the two sets."), ("one set",), hint)
        (one, _), (other, _) = known
        covered = bar_charts.hides(one, other)
        lost = next((series for series in (one, other) if self.drawing.lost(series)), None)
        if covered or lost is not None:
            said = message("{call} draws the bars of one set over those of the other, so that some cannot be seen.")
            if lost is not None and not covered and not self._behind_bars(lost).any():
                values = {"in_words": bar_charts.in_words(lost), "hidden_by": self._hidden_by(lost)}
                said = message("{call} has {in_words}, but the ends of some cannot be seen. {hidden_by}", **values)
            self.fail(said, ("hidden bars",), hint)
        offset = max(reading.offset for _series, reading in known)
        if offset >= bar_charts.BESIDE:
            self.answer.remarks.append(
                message(
                    "The heights are right, but some bars are beside their number (up to {offset:.1f} away), which the page asks you "
                    "to avoid. Use bins with edges at the halves, -0.5, 0.5, …, to put them right above.",
                    offset=offset,
                )
            )
        if one is not other and bar_charts.overlap(one, other):
            self.answer.remarks.append(
                message(
                    "The two bars of a number are drawn one in front of the other. To a reader they look like stacked bars. Two axes, "
                    "or bars side by side, are easier to read."
                )
            )

    def _hidden_by(self, series: Series) -> str:
        """What may be the reason that the ends of bars or points cannot be seen."""
        left, bottom, right, top = series.frame
        x, y = series.tips.T
        outside = (x < left - 1) | (x > right + 1) | (y < bottom - 1) | (y > top + 1)
        if outside[series.heights != 0].any():
            return message("They end outside of what the axes show. Look at the limits of the axes.")
        return HIDDEN_BY

    def _behind_bars(self, series: Series) -> np.ndarray:
        """Which marks of a series end inside of another bar of the chart: ``shows_both`` has its own word on those."""
        boxes = [
            one.boxes
            for one in bar_charts.all_series(self.drawing.series)
            if one.boxes is not None
            and one is not series
            and np.count_nonzero(one.heights) > 1
            and not self.drawing.lost(one)
        ]
        if not boxes:
            return np.zeros(len(series.tips), bool)
        left, bottom, right, top = np.concatenate(boxes).T
        x, y = series.tips[:, :1], series.tips[:, 1:]
        inside: np.ndarray = ((x > left) & (x < right) & (y > bottom + 1) & (y < top - 1)).any(axis=1)
        return inside

    def _counts_seen(self, expected: dict[int, int]) -> str:
        """What the figure shows instead, and the usual cause where it can be told."""
        series = [one for one in bar_charts.all_series(self.drawing.series) if one.heights.any()]
        if not series:
            return joined([message("There are no bars or points in the figure."), self._shows()])
        wanted = sorted(count for count in expected.values() if count)
        for one in series:
            heights = sorted(one.heights[one.heights != 0].tolist())
            if heights == wanted:
                return message("It has {in_words}: the right heights, above the wrong numbers.", in_words=bar_charts.in_words(one))
            if abs(sum(heights) - 1) < 1e-6 and len(heights) > 1:
                return message("It has {in_words}. These are shares; expected counts.", in_words=bar_charts.in_words(one))
            if sorted(np.round(one.centres).tolist()) == wanted:
                return message("It has {in_words}. Are positions and heights swapped?", in_words=bar_charts.in_words(one))
            if set(heights) == {1.0} and set(wanted) != {1}:
                return message(
                    "It has {in_words}: every height is 1. Did you count numbers that are already counts, or draw one mark for each "
                    "image?",
                    in_words=bar_charts.in_words(one),
                )
        return message("It has {series}.", series=joined((bar_charts.in_words(one) for one in series[:2]), "; "))
