"""Bars of a figure with the names at them."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from autograder.expectations.bar_charts import all_series, sets_together
from autograder.expectations.boxes import distance_to
from autograder.expectations.line_scene import Label, Line, LineScene
from autograder.expectations.scene import Series
from autograder.expectations.scene_words import plain

EXACT = 2e-3  # of the highest bar
NEAR = 0.5  # of the distance of two bars: so far from its bar a name may be
SAME_PIXELS = 2.0
NUMBER = re.compile(r"-?\d+([.,]\d+)?%?")


@dataclass(frozen=True)
class NamedBars:
    """Bars in the order in which a reader sees them, from the left or from the top.

    Attributes:
        heights: of each bar, as drawn. texts: what is written at each, None without; ``names``: the name that this says,
            None where it says none. wanted: name -> height as it should be drawn. scale: 1, or 100 for percent.
    """

    series: Series
    heights: list[float]
    texts: list[str | None]
    names: list[str | None]
    wanted: Mapping[str, float]
    scale: float

    def fits(self, place: int, name: str) -> bool:
        """Whether a bar is as high as the one of this name should be."""
        highest = max(abs(height) for height in self.wanted.values()) or 1.0
        return bool(abs(self.heights[place] - self.wanted[name]) <= EXACT * highest)

    @property
    def begin_together(self) -> bool:
        """Whether all bars begin at the same line."""
        boxes = self.series.boxes
        if boxes is None:
            return True
        side = 1 if self.series.upright else 0
        ends, tips = boxes[:, [side, side + 2]], self.series.tips[:, [side]]
        begins = np.take_along_axis(ends, np.abs(ends - tips).argmax(axis=1)[:, None], axis=1)[self.series.heights != 0]
        return bool(np.ptp(begins) <= SAME_PIXELS) if len(begins) else True

    def said(self) -> object:
        """What is written at the bars, for evidence: ``numbers``, ``other texts``, or the name at each, None without."""
        texts = [text for text in self.texts if text is not None]
        if texts and not any(self.names):
            return "numbers" if all(NUMBER.fullmatch(plain(text)) for text in texts) else "other texts"
        return self.names

    def has_as_bar(self, line: Line) -> bool:
        """Whether a line is one of the bars: one that is as high as its axes looks like a broad line."""
        boxes = self.series.boxes
        if boxes is None:
            return False
        side = 0 if self.series.upright else 1
        low, high = boxes[:, side], boxes[:, side + 2]
        middle = line.places[:, side].mean()
        return bool(((np.abs((low + high) / 2 - middle) <= SAME_PIXELS) & (np.abs(high - low - line.width) <= 2 * SAME_PIXELS)).any())

    def pixel_of(self, height: float) -> float:
        """Where a height is in the figure, by those of the bars; on a straight or a logarithmic scale."""
        side = 1 if self.series.upright else 0
        heights, tips = self.series.heights, self.series.tips[:, side]
        if np.ptp(heights) <= 0:
            return float(tips[0]) if np.isclose(heights[0], height) else -1.0
        slope, start = np.polyfit(heights, tips, 1)
        if np.abs(slope * heights + start - tips).max() > 1.0 and min(heights.min(), height) > 0:
            slope, start = np.polyfit(np.log(heights), tips, 1)
            height = float(np.log(height))
        return float(slope * height + start)


def find(series: tuple[Series, ...], scene: LineScene, heights: Mapping[str, float], percent: bool) -> NamedBars | None:
    """The bars that have these heights, in any order; where several do, those with the most right names."""
    best: tuple[int, NamedBars] | None = None
    for scale in (1.0, 100.0) if percent else (1.0,):
        wanted = {name: float(height) * scale for name, height in heights.items()}
        ordered = np.sort(list(wanted.values()))
        for one in [*all_series(series), *sets_together(series)]:
            if one.kind != "bars" or len(one.heights) != len(ordered):
                continue
            if np.abs(np.sort(one.heights) - ordered).max() > EXACT * (np.abs(ordered).max() or 1.0):
                continue
            bars = _named(one, scene, wanted, scale)
            right = sum(name is not None and bars.fits(place, name) for place, name in enumerate(bars.names))
            if best is None or right > best[0]:
                best = right, bars
    return best[1] if best else None


def _named(series: Series, scene: LineScene, wanted: Mapping[str, float], scale: float) -> NamedBars:
    side = 0 if series.upright else 1
    middles = _middles(series, side)
    order = np.argsort(middles if side == 0 else -middles, kind="stable")
    spacing = np.diff(np.sort(middles))
    near = NEAR * float(spacing.min()) if len(spacing) and spacing.min() > 0 else 50.0
    texts: list[list[str]] = []
    place = scene.place_of(series.axes)
    labels = [label for label in scene.labels if _could_name(label, scene, place, side)]
    for bar in order:
        at = [(_away(label, series, int(bar), middles[bar], side), label) for label in labels]
        texts.append([label.text for away, label in sorted(at, key=lambda pair: pair[0]) if away <= near])
    known = {plain(name): name for name in wanted}
    names = [next((known[plain(text)] for text in row if plain(text) in known), None) for row in texts]
    names = [name if name is not None else _within(row, known) for name, row in zip(names, texts, strict=True)]
    return NamedBars(
        series=series,
        heights=[float(series.heights[bar]) for bar in order],
        texts=[row[0] if row else None for row in texts],
        names=names,
        wanted=wanted,
        scale=scale,
    )


def _within(texts: list[str], known: Mapping[str, str]) -> str | None:
    """The longest name in one of the texts, where a number or a unit is written with it."""
    words = {plain(part): part for text in texts for part in text.replace(":", "\n").replace("(", "\n").splitlines()}
    found = [known[word] for word in words if word in known]
    return max(found, key=len, default=None)


def _middles(series: Series, side: int) -> np.ndarray:
    """The middle of each bar on the axis of positions, in pixels."""
    middles: np.ndarray = series.tips[:, side]
    return middles


def _could_name(label: Label, scene: LineScene, place: int, side: int) -> bool:
    if scene.place_of_label(label) != place:
        return False
    return label.role in (("x tick", "y tick")[side], "text")


def _away(label: Label, series: Series, bar: int, middle: float, side: int) -> float:
    """From a bar to a text, along the axis of positions; a text must not be far from its bar the other way."""
    if label.role != "text":
        return abs(float(label.anchor[side]) - middle)
    low, high = sorted([float(series.frame[1 - side]), float(series.tips[bar, 1 - side])])
    if not low - 80 <= label.centre[1 - side] <= high + 80:
        return float("inf")
    anchored = distance_to(np.array([middle, label.centre[1]]) if side == 0 else np.array([label.centre[0], middle]), label.box)
    return min(anchored, abs(float(label.anchor[side]) - middle)) + 0.01
