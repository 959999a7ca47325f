"""Words about bars with names: how high each one is, in which order they are, and a line across them."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np

from autograder.core.languages import authored, joined, message
from autograder.expectations import bar_charts, named_bars
from autograder.expectations.figure_words import HIDDEN_BY
from autograder.expectations.named_bars import NamedBars
from autograder.expectations.scene_words import SceneWords, in_quotes

ACROSS = 0.5  # of the way from the first bar to the last: what is shorter does not go across them
EXACT_PIXELS = 2.0


class NamedBarWords(SceneWords):
    """What can be said about bars that each have a name. They are given as ``{name: height}``, and may be upright or lie."""

    def shows_named_bars(self, heights: Mapping[str, float], what: str, percent: bool = False, hint: str = "") -> None:
        """There is a bar for each name, as high as it should be, with its name at it: at its tick, or as a text.

        Args:
            heights: name -> height, in any order. what: the heights in messages (``the rates``). percent: heights times 100
                are right, too.
        """
        bars = self._bars(heights, what, percent, hint)
        if not bars.begin_together:
            self.fail(message(
                "{call} draws bars of {what}, but they do not all begin at the same line, so their heights cannot be compared.",
                what=authored(what),
            ), ("other beginnings",), hint)
        lost = self.drawing.lost(bars.series)
        if lost:
            self.fail(message(
                "{call} draws bars of {what}, but {lost} of them cannot be seen at their ends. {hidden_by}",
                what=authored(what), lost=lost, hidden_by=HIDDEN_BY,
            ), ("unseen", lost), hint)
        wrong = [place for place, name in enumerate(bars.names) if name is None or not bars.fits(place, name)]
        if not wrong:
            return
        place = wrong[0]
        height, said = bars.heights[place], bars.texts[place]
        if not any(bars.texts):
            self.fail(message("{call} draws the right bars of {what}, but writes no name at any bar.", what=authored(what)), ("no names",), hint)
        seen = message("has no name that can be read") if said is None else message("has the name {said}, which is not the right one", said=repr(said))
        self.fail(
            message(
                "{call} draws the right bars of {what}, but {number} of {count} do not have the right name. The bar of height "
                "{height:.4g} {seen}.",
                what=authored(what), number=len(wrong), count=len(bars.names), height=height, seen=seen,
            ),
            ("wrong names", bars.said()),
            hint,
        )

    def sorts_bars(self, heights: Mapping[str, float], percent: bool = False, hint: str = "") -> None:
        """The bars go from the highest, on the left or on top, to the lowest; equal ones are in any order.

        Lying bars with the highest one at the bottom pass with a remark.
        """
        bars = self._bars(heights, message("the values"), percent, hint)
        steps = np.diff(bars.heights)
        near = named_bars.EXACT * max(bars.heights)
        if (steps <= near).all():
            return
        if not bars.series.upright and (steps >= -near).all():
            self.answer.remarks.append(message("The highest bar is at the bottom. A reader begins at the top: ax.invert_yaxis() puts it there."))
            return
        rising = bool((steps >= -near).all())
        drawn = ", ".join(f"{height:.3g}" for height in bars.heights[:8])
        side = message("the left") if bars.series.upright else message("the top")
        order = message("from the lowest to the highest") if rising else message("in another order")
        self.fail(message(
            "{call} draws the bars {order}: {drawn} (from {side}). Expected the highest first.",
            order=order, drawn=drawn, side=side,
        ), ("order", rising), hint)

    def marks_level(self, value: float, heights: Mapping[str, float], what: str, percent: bool = False, hint: str = "") -> None:
        """A straight line goes across the bars at one height: horizontal, or vertical where the bars lie.

        Args:
            value: the height. heights: of the bars. what: the level in messages (``the overall rate``).
        """
        bars = self._bars(heights, message("the values"), percent, hint)
        side = 1 if bars.series.upright else 0
        kind = (message("vertical"), message("horizontal"))[side]
        place = self.scene.place_of(bars.series.axes)
        at = bars.pixel_of(value * bars.scale)
        need = ACROSS * np.ptp(bars.series.tips[:, 1 - side])
        seen = [line for line in self.scene.lines if not bars.has_as_bar(line)]
        lines = [line for line in seen if self.scene.place_of(line.axes) == place and line.straight(side)]
        long = [line for line in lines if np.ptp(line.places[:, 1 - side]) >= max(need, 1.0)]
        if any(abs(line.places[0, side] - at) <= EXACT_PIXELS for line in long):
            return
        if long:
            drawn = long[0].points[0, side]
            self.fail(
                message(
                    "{call} draws a {kind} line at {drawn:.4g}, which is not {what}.",
                    kind=kind, drawn=drawn, what=authored(what),
                ), ("wrong level", round(float(drawn - value * bars.scale), 4)), hint
            )
        hidden = any(line.straight(side) for line in self.scene.unseen_lines)
        other = any(line.straight(1 - side) for line in seen)
        text = message("{call} does not mark {what} with a {kind} line across the bars.", what=authored(what), kind=kind)
        more = (
            [message("There is one that cannot be seen."), HIDDEN_BY]
            if hidden
            else [message("There is one that is too short.")]
            if lines
            else [message("There is a vertical one.") if side else message("There is a horizontal one.")]
            if other
            else []
        )
        self.fail(joined([text, *more]), ("no level", hidden, bool(lines), other), hint)

    def _bars(self, heights: Mapping[str, float], what: str, percent: bool, hint: str) -> NamedBars:
        """The bars with these heights, in the order in which a reader sees them."""
        found = named_bars.find(self.drawing.series, self.scene, heights, percent)
        if found is not None:
            return found
        series = [one for one in bar_charts.all_series(self.drawing.series) if one.heights.any() and one.kind == "bars"]
        if not series:
            empty = not self.drawing.ticks
            others = message("There are points or lines, but no bars.") if self.drawing.series else message("The figure is empty.") if empty else ""
            self.fail(joined([message("{call} draws no bars."), others, self._shows()]), ("no bars", bool(self.drawing.series), empty), hint)
        most = max(series, key=lambda one: len(one.heights))
        count = len(most.heights)
        names = in_quotes(list(heights), 3)
        more = message(" Expected one for each of {names}.", names=names) if count != len(heights) else message(" These are not the heights that were expected.")
        self.fail(
            message("{call} does not show {what}. It has {in_words}.{more}", what=authored(what), in_words=bar_charts.in_words(most), more=more),
            ("other bars", count - len(heights), np.sort(most.heights).round(4).tolist()),
            hint,
        )
