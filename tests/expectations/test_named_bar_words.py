"""The words about bars with names: each holds for fair drawings, and refuses others in words that are pinned."""

from types import SimpleNamespace

import matplotlib.pyplot as plt
import numpy as np
import pytest
from drawn_figures import COVERS, message, of
from matplotlib.figure import Figure

from autograder.expectations.answer import Failure
from autograder.expectations.named_bars import NamedBars

pytestmark = pytest.mark.usefixtures("agg")

RATES = {"cellular": 0.144, "telephone": 0.146, "unknown": 0.046, "admin.": 0.121, "self-employed": 0.109}
ORDERED = dict(sorted(RATES.items(), key=lambda pair: -pair[1]))
OVERALL = 0.115
TIMES_100 = {name: 100 * rate for name, rate in ORDERED.items()}


def bars(rates=ORDERED, level=OVERALL, lying=False, figure=None, **how):
    figure = figure or plt.figure()
    ax = figure.subplots()
    (ax.barh if lying else ax.bar)(list(rates), list(rates.values()), **how)
    if level is not None:
        (ax.axvline if lying else ax.axhline)(level, color="black", linestyle="--", label="all")
        ax.legend()
    return figure


def styled(style, **how):
    with plt.style.context(style):
        return bars(**how)


def changed(change, **how):
    figure = bars(**how)
    change(figure.axes[0])
    return figure


def with_pandas():
    import pandas as pd

    figure, ax = plt.subplots()
    pd.Series(RATES).sort_values(ascending=False).plot.bar(ax=ax)
    ax.axhline(OVERALL, color="red")
    return figure


def names_as_texts(inside):
    figure, ax = plt.subplots()
    ax.bar(range(5), ORDERED.values())
    ax.set_xticks([])
    for place, name in enumerate(ORDERED):
        at = {"rotation": 90, "va": "bottom", "color": "white"} if inside else {"va": "top", "fontsize": 8}
        ax.text(place, 0.002 if inside else -0.002, name, ha="center", **at)
    ax.plot([-0.5, 4.5], [OVERALL, OVERALL], "k-")
    return figure


def one_by_one():
    figure, ax = plt.subplots()
    for place, (name, rate) in enumerate(ORDERED.items()):
        ax.bar(place, rate, color=f"C{place}", label=name)
    ax.set_xticks(range(5), [f"{name} (40)" for name in ORDERED], rotation=45, ha="right")
    ax.hlines(OVERALL, -0.5, 4.5, colors="grey")
    return figure


def two_sets(same_places=False):
    figure, ax = plt.subplots()
    for color, part in (("green", list(ORDERED)[:3]), ("grey", list(ORDERED)[3:])):
        ax.bar(range(len(part)) if same_places else part, [ORDERED[name] for name in part], color=color)
    ax.axhline(OVERALL, color="black")
    return figure


def stacked(below):
    figure = bars()
    ax = figure.axes[0]
    rest = [0.2 - rate for rate in ORDERED.values()]
    if below:
        ax.clear()
        ax.bar(list(ORDERED), rest)
        ax.bar(list(ORDERED), list(ORDERED.values()), bottom=rest)
    else:
        ax.bar(list(ORDERED), rest, bottom=list(ORDERED.values()))
    return figure


def with_labels(ax):
    ax.bar_label(ax.containers[0], fmt="%.3f")


def dark():
    with plt.style.context("dark_background"):
        return changed(lambda ax: ax.axhline(OVERALL, color="yellow"), level=None)


FAIR = {
    "upright": bars,
    "lying, highest on top": lambda: changed(lambda ax: ax.invert_yaxis(), lying=True),
    "dark": dark,
    "ggplot": lambda: styled("ggplot"),
    "pandas": with_pandas,
    "names inside the bars": lambda: names_as_texts(True),
    "names under the bars": lambda: names_as_texts(False),
    "one by one": one_by_one,
    "turned names": lambda: changed(lambda ax: ax.tick_params(axis="x", rotation=90)),
    "not from zero": lambda: changed(lambda ax: ax.set_ylim(0.03, 0.16)),
    "logarithmic": lambda: changed(lambda ax: ax.set_yscale("log")),
    "numbers above": lambda: changed(with_labels),
    "error bars": lambda: bars(yerr=0.01),
    "without pyplot": lambda: bars(figure=Figure()),
    "the line behind": lambda: changed(lambda ax: ax.lines[0].set_zorder(0)),
    "empty bars": lambda: bars(fill=False, edgecolor="navy"),
    "a band": lambda: changed(lambda ax: ax.axhspan(OVERALL - 0.001, OVERALL + 0.001, color="red"), level=None),
    "two sets in two colours": two_sets,
    "others on top": lambda: stacked(below=False),
    "on a grid": lambda: changed(lambda ax: ax.grid(axis="y")),
}  # fmt: skip


@pytest.mark.parametrize("draw", FAIR.values(), ids=FAIR)
def test_fair_bars(draw):
    words = of(draw())
    words.shows_named_bars(RATES, "the rates")
    words.sorts_bars(RATES)
    words.marks_level(OVERALL, RATES, "the overall rate")
    assert words.answer.remarks == []


def test_lying_bars_with_the_highest_at_the_bottom_are_remarked_on():
    words = of(bars(lying=True))
    words.shows_named_bars(RATES, "the rates")
    words.sorts_bars(RATES)
    words.marks_level(OVERALL, RATES, "the overall rate")
    assert words.answer.remarks == ["The highest bar is at the bottom. A reader begins at the top: ax.invert_yaxis() puts it there."]


def test_percent_is_right_only_where_it_is_allowed():
    figure = bars(TIMES_100, level=11.5)
    of(figure).shows_named_bars(RATES, "the rates", percent=True)
    of(figure).marks_level(OVERALL, RATES, "the overall rate", percent=True)
    for word, given in (("shows_named_bars", (RATES, "the rates")), ("marks_level", (OVERALL, RATES, "the overall rate"))):
        assert "These are not the heights that were expected." in message(getattr(of(figure), word), *given)


def test_numbers_and_equal_heights():
    rates = {"1": 0.2, "2": 0.1, "10": 0.1, "3": 0.1}
    of(bars({"1": 0.2, "10": 0.1, "3": 0.1, "2": 0.1})).shows_named_bars(rates, "the rates")
    figure, ax = plt.subplots()
    ax.bar([1, 3, 2, 10], [0.2, 0.1, 0.1, 0.1])
    ax.set_xticks([1, 2, 3, 10])
    of(figure).shows_named_bars(rates, "the rates")
    of(figure).sorts_bars(rates)


@pytest.mark.parametrize("cover", COVERS.values(), ids=COVERS)
def test_bars_that_cannot_be_seen_are_not_there(cover):
    figure = bars()
    cover(figure)
    assert message(of(figure).shows_named_bars, RATES, "the rates")


def other(names):
    return dict(zip(names, ORDERED.values(), strict=True))


def points():
    figure, ax = plt.subplots()
    ax.plot(list(ORDERED), list(ORDERED.values()), "o")
    return figure


WRONG_BARS = {
    "nothing": (plt.figure, "draws no bars. The figure is empty."),
    "nothing in axes": (lambda: plt.subplots()[0], "draws no bars."),
    "on top of others": (lambda: stacked(below=True), "they do not all begin at the same line"),
    "points": (points, "draws no bars. There are points or lines, but no bars."),
    "two sets at the same places": (lambda: two_sets(same_places=True), "does not show the rates. It has bars of height 0.146, 0.144, 0.121"),
    "counts": (lambda: bars({name: round(1000 * rate) for name, rate in ORDERED.items()}), "does not show the rates. It has bars of height 146, 144, 121, 109, 46"),
    "one missing": (lambda: bars(dict(list(ORDERED.items())[:-1])), "Expected one for each of 'cellular', 'telephone', 'unknown' and 2 more."),
    "wrong names": (lambda: bars(other([*list(ORDERED)[1:], list(ORDERED)[0]])), "5 of 5 do not have the right name. The bar of height 0.146 has the name 'cellular', which is not the right one."),
    "two exchanged": (lambda: bars(other(["telephone", "cellular", "self-employed", "admin.", "unknown"])), "2 of 5 do not have the right name."),
    "sorted without their names": (lambda: bars(other(list(RATES))), "do not have the right name"),
    "numbers": (lambda: changed(lambda ax: ax.set_xticks(range(5), range(5))), "has the name '0', which is not the right one."),
    "no names": (lambda: changed(lambda ax: ax.set_xticks([])), "draws the right bars of the rates, but writes no name at any bar."),
    "white names": (lambda: changed(lambda ax: ax.tick_params(axis="x", labelcolor="white")), "writes no name at any bar."),
    "white bars": (lambda: bars(color="white", level=None), "cannot be seen at their ends."),
}  # fmt: skip


@pytest.mark.parametrize(("draw", "says"), WRONG_BARS.values(), ids=WRONG_BARS)
def test_wrong_bars_are_refused_and_told(draw, says):
    assert says in message(of(draw()).shows_named_bars, RATES, "the rates")


WRONG_ORDERS = {
    "rising": (dict(reversed(ORDERED.items())), "draws the bars from the lowest to the highest: 0.046, 0.109, 0.121, 0.144, 0.146 (from the left)."),
    "as they come": (RATES, "draws the bars in another order: 0.144, 0.146, 0.046, 0.121, 0.109 (from the left). Expected the highest first."),
    "by name": (dict(sorted(RATES.items())), "in another order"),
}  # fmt: skip


@pytest.mark.parametrize(("rates", "says"), WRONG_ORDERS.values(), ids=WRONG_ORDERS)
def test_another_order_is_refused_and_told(rates, says):
    assert says in message(of(bars(rates)).sorts_bars, RATES)


def test_another_order_of_lying_bars_is_refused():
    assert "(from the top)" in message(of(bars(RATES, lying=True)).sorts_bars, RATES)


WRONG_LEVELS = {
    "none": (lambda: bars(level=None), "does not mark the overall rate with a horizontal line across the bars."),
    "mean of the bars": (lambda: bars(level=float(np.mean(list(RATES.values())))), "draws a horizontal line at 0.1132, which is not the overall rate."),
    "upright": (lambda: changed(lambda ax: ax.axvline(2, color="k"), level=None), "There is a vertical one."),
    "too short": (lambda: changed(lambda ax: ax.hlines(OVERALL, 0, 1, colors="k"), level=None), "There is one that is too short."),
    "white": (lambda: changed(lambda ax: ax.axhline(OVERALL, color="white", zorder=0), level=None), "There is one that cannot be seen."),
    "another scale": (lambda: changed(lambda ax: (ax.axhline(11.5), ax.set_ylim(0, 12)), level=None), "draws a horizontal line at 11.5, which is not the overall rate."),
    "a point": (lambda: changed(lambda ax: ax.plot(0, OVERALL, "ro"), level=None), "does not mark"),
    "a grid": (lambda: changed(lambda ax: ax.grid(True), level=None), "does not mark"),
    "horizontal at lying bars": (lambda: changed(lambda ax: ax.axhline(2, color="k"), level=None, lying=True), "with a vertical line across the bars. There is a horizontal one."),
}  # fmt: skip


@pytest.mark.parametrize(("draw", "says"), WRONG_LEVELS.values(), ids=WRONG_LEVELS)
def test_a_wrong_level_is_refused_and_told(draw, says):
    assert says in message(of(draw()).marks_level, OVERALL, RATES, "the overall rate")


def test_the_highest_bar_is_no_line():
    assert message(of(bars(level=None)).marks_level, OVERALL, RATES, "the overall rate").endswith("a horizontal line across the bars.")
    lying = message(of(bars(level=None, lying=True)).marks_level, OVERALL, RATES, "the overall rate")
    assert lying.endswith("a vertical line across the bars.")


@pytest.mark.parametrize(("width", "away", "is_bar"), [(20, 0, True), (17, 0, True), (23, 0, True), (30, 0, False), (20, 5, False)])
@pytest.mark.parametrize("upright", [True, False])
def test_a_line_as_broad_as_a_bar_is_that_bar(upright, width, away, is_bar):
    """Lines and boxes are rounded to whole pixels, each at both sides."""
    box, place = ([0, 10, 20, 90], [10 + away, 50]) if upright else ([10, 0, 90, 20], [50, 10 + away])
    series = SimpleNamespace(boxes=np.array([box], float), upright=upright)
    line = SimpleNamespace(places=np.array([place, place], float), width=width)
    assert NamedBars(series, [1.0], [None], [None], {}, 1).has_as_bar(line) is is_bar


def evidence(figure):
    with pytest.raises(Failure) as failed:
        of(figure).shows_named_bars(RATES, "the rates")
    return failed.value.evidence


def test_the_evidence_tells_what_is_written_at_the_bars():
    numbers = evidence(changed(lambda ax: ax.set_xticks(range(5), range(5))))
    fewer = evidence(changed(lambda ax: ax.set_xticks([0, 2, 4], [0, 2, 4])))
    others = evidence(bars(other(["tele", "cell", "admin", "self", "?"])))
    turned = evidence(bars(other([*list(ORDERED)[1:], list(ORDERED)[0]])))
    assert numbers == fewer == ("wrong names", "numbers")
    assert others == ("wrong names", "other texts")
    assert turned == ("wrong names", [*list(ORDERED)[1:], list(ORDERED)[0]])


def test_the_evidence_tells_an_empty_figure_from_one_with_something_else():
    pie, ax = plt.subplots()
    ax.pie([0.2, 0.8])
    assert evidence(plt.figure()) != evidence(pie)


@pytest.mark.parametrize("more", [-1, 1])
def test_how_many_bars_are_missing_or_too_many_is_evidence(more):
    rates = dict(list(ORDERED.items())[:more]) if more < 0 else {**ORDERED, "student": 0.3}
    with pytest.raises(Failure) as caught:
        of(bars(rates)).shows_named_bars(RATES, "the rates")
    assert caught.value.evidence[:2] == ("other bars", more)


def test_how_exact_a_bar_must_be_depends_on_the_highest():
    thousands = {name: 10_000 * rate for name, rate in ORDERED.items()}
    of(bars({name: height + 2 for name, height in thousands.items()}, level=None)).shows_named_bars(thousands, "the numbers")
    assert message(of(bars({name: height + 4 for name, height in thousands.items()}, level=None)).shows_named_bars, thousands, "the numbers")
