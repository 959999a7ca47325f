"""The class's charts, drawn by Matplotlib and put into the page as SVG that its style sheet colours.

So they are sharp on paper, follow light and dark, and need no file beside the page. Each has its numbers in words for
those who cannot see it.
"""

from __future__ import annotations

import contextlib
import io
import re
from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from autograder.reports import wording
from autograder.reports.html.rendering import render

WIDTH, HEIGHT = 400, 210  # points; on a phone about one pixel each
TEXT = 13
BELOW = 42  # points for the labels under the axis
BARS = 16  # at most, in a histogram
LONGEST_AXIS = 58  # characters of its labels that fit side by side
# Unusual colours stand for those of the style sheet, which knows whether it is dark.
COLOURS = {"bar": "#010203", "ink": "#010204", "quiet": "#010205", "mark": "#010206"}


def distribution(bins: Sequence[int], median: float | None = None) -> str:
    """How many submissions lie in each tenth of the points.

    Args:
        bins: ten numbers, from 0-9 % to 90-100 %.
        median: in per cent of the points; drawn as a line.
    """
    edges = [10.0 * place for place in range(11)]
    said = f"Bar chart of the marks. {_tenths(bins)}"
    return _bars(edges, bins, said, "per cent of the points", wording.points, median, "median")


def spread(
    values: Sequence[float], what: str, show: Callable[[float], str], needed: float | None = None
) -> str:
    """How numbers are spread: one bar for each of at most sixteen equal steps.

    Args:
        values: finite; at least one.
        what: is written under the axis.
        show: a number as it should be read.
        needed: drawn as a line, with that word.
    """
    from matplotlib.ticker import MaxNLocator

    low, high = min(values), max(values)
    if needed is not None:
        low, high = min(low, needed), max(high, needed)
    least = max(abs(high), 1e-6) / 50  # equal numbers make one bar, and not one as wide as the chart
    if high - low < least:
        low, high = low - least, high + least
    edges = [float(edge) for edge in MaxNLocator(BARS, steps=[1, 2, 2.5, 5, 10]).tick_values(low, high)]
    counts = [0] * (len(edges) - 1)
    for value in values:
        place = sum(value >= edge - 1e-12 * abs(edge) for edge in edges) - 1
        counts[max(0, min(place, len(counts) - 1))] += 1
    said = f"Bar chart of {what}: {len(values)} numbers from {show(min(values))} to {show(max(values))}."
    if needed is not None:
        said += f" Needed: {show(needed)}."
    return _bars(edges, counts, said, what, show, needed, "needed")


class Part(NamedTuple):
    """Of a bar; its place and width in per cent of the whole."""

    kind: str
    left: float
    width: float


def shares(solved: int, begun: int, not_started: int) -> list[Part]:
    """The parts of one bar: solved, begun, not started; none that is empty."""
    whole = max(1, solved + begun + not_started)
    left, parts = 0.0, []
    for kind, number in (("solved", solved), ("begun", begun), ("untouched", not_started)):
        parts.append(Part(kind, left, 100 * number / whole))
        left += parts[-1].width
    return [part for part in parts if part.width]


@contextlib.contextmanager
def _plain() -> Iterator[None]:
    """Matplotlib as it is delivered: an instructor may have his own settings, and so may the folder that he is in."""
    import matplotlib

    with matplotlib.rc_context():
        matplotlib.rcdefaults()
        matplotlib.rcParams.update({"svg.fonttype": "none", "svg.hashsalt": "autograder"})
        yield


@_plain()
def _bars(
    edges: Sequence[float],
    counts: Sequence[int],
    said: str,
    label: str,
    show: Callable[[float], str],
    mark: float | None,
    line: str,
) -> str:
    """Bars between edges, the number above each, and perhaps a line across."""
    from matplotlib.figure import Figure

    figure = Figure(figsize=(WIDTH / 72, HEIGHT / 72))
    longest = max(len(show(edge)) for edge in edges)
    side = (
        0.33 * TEXT * longest + 4
    )  # half of a label under either end stands out; a layout engine takes longer than all else
    axes = figure.add_axes((side / WIDTH, BELOW / HEIGHT, 1 - 2 * side / WIDTH, 1 - (BELOW + 3) / HEIGHT))
    step = edges[1] - edges[0]
    most = max([1, *counts])
    middles = [edge + step / 2 for edge in edges[:-1]]
    for x, count in zip(middles, counts, strict=True):
        if count:
            axes.bar(x, count, 0.86 * step, color=COLOURS["bar"], clip_on=False)
            at, side_of_it = _beside(x, mark, step)
            style = {"ha": side_of_it, "va": "bottom", "color": COLOURS["ink"], "fontsize": TEXT}
            axes.text(at, count + 0.03 * most, str(count), **style)
    if mark is not None:
        axes.plot([mark, mark], [0, 1.24 * most], color=COLOURS["mark"], linestyle="--", linewidth=1.4, clip_on=False)
        right = mark > (edges[0] + edges[-1]) / 2
        text = f"{line} {show(mark)}".strip()
        place = {"ha": "right" if right else "left", "va": "top", "fontsize": TEXT, "color": COLOURS["mark"]}
        axes.text(mark + (-1 if right else 1) * 0.015 * (edges[-1] - edges[0]), 1.27 * most, text, **place)
    axes.set(xlim=(edges[0], edges[-1]), ylim=(0, 1.28 * most), yticks=[])
    axes.spines[["left", "right", "top"]].set_visible(False)
    axes.spines["bottom"].set_color(COLOURS["quiet"])
    room = LONGEST_AXIS // (longest + 2)  # for so many labels
    ticks = edges[:: -(-len(edges) // room)]
    axes.set_xticks(ticks, [show(edge) for edge in ticks], fontsize=TEXT - 1, color=COLOURS["quiet"])
    axes.tick_params(length=0)
    axes.set_xlabel(label, fontsize=TEXT - 1, color=COLOURS["quiet"])
    return _svg(figure, said)


def _beside(x: float, mark: float | None, step: float) -> tuple[float, str]:
    """Where the number above a bar is, and how it is aligned: not across the line that marks something."""
    if mark is None or abs(mark - x) > 0.3 * step:
        return x, "center"
    return (mark + 0.08 * step, "left") if x >= mark else (mark - 0.08 * step, "right")


def _svg(figure, said: str) -> str:
    """A figure as an element of the page: without its own prologue, ids, fonts and colours."""
    from markupsafe import Markup

    file = io.BytesIO()
    figure.savefig(file, format="svg", transparent=True, metadata={"Date": None})
    text = file.getvalue().decode()
    text = text[text.index("<svg") :]
    for unwanted in (r"<metadata>.*?</metadata>", r"<defs>.*?</defs>", r"<!--.*?-->", r' id="[^"]*"', r"font-family: [^;\"]*; ?",
                     r' transform="rotate\(-0[^"]*"'):  # fmt: skip
        text = re.sub(unwanted, "", text, flags=re.DOTALL)
    for name, colour in COLOURS.items():
        text = text.replace(colour, f"var(--{name})")
    inside = re.sub(r">\s+<", "><", text[text.index(">") + 1 : text.rindex("</svg>")]).strip()
    return Markup(render("chart.html.j2", width=WIDTH, height=HEIGHT, words=said, drawing=Markup(inside)))  # Matplotlib escapes its texts


def _tenths(bins: Sequence[int]) -> str:
    said = [
        f"{10 * place} to {10 * place + 9 + place // 9} per cent: {number}"
        for place, number in enumerate(bins)
        if number
    ]
    return "; ".join(said) + "." if said else "No submission is graded yet."
