"""The words about charts of counts: each holds for fair drawings, and refuses others in words that are pinned."""

import matplotlib.pyplot as plt
import numpy as np
import pytest
from drawn_figures import COVERS, answered, chart, message, of

from autograder.expectations import expect
from autograder.expectations.bar_charts import Reading, readings

pytestmark = pytest.mark.usefixtures("agg")

COUNTS = {0: 30, 1: 12, 2: 41, 4: 9}
DRAWN = np.repeat(list(COUNTS), list(COUNTS.values()))
WAYS = {
    "bars": lambda ax: ax.bar(list(COUNTS), list(COUNTS.values())),
    "bars in any order": lambda ax: ax.bar([4, 2, 0, 1], [9, 41, 30, 12]),
    "bars with empty places": lambda ax: ax.bar(range(5), [30, 12, 41, 0, 9]),
    "bars that lie": lambda ax: ax.barh(list(COUNTS), list(COUNTS.values())),
    "bars one by one": lambda ax: [ax.bar(key, count) for key, count in COUNTS.items()],
    "bars with names": lambda ax: ax.bar([str(key) for key in COUNTS], list(COUNTS.values())),
    "bars by frequency": lambda ax: (ax.bar(range(4), [41, 30, 12, 9]), ax.set_xticks(range(4), [2, 0, 1, 4])),
    "bars beside their number": lambda ax: ax.bar(np.array(list(COUNTS)) - 0.2, list(COUNTS.values()), 0.4),
    "bins with edges at the halves": lambda ax: ax.hist(DRAWN, np.arange(6) - 0.5),
    "bins aligned to the left": lambda ax: ax.hist(DRAWN, range(6), align="left"),
    "bins from number to number": lambda ax: ax.hist(DRAWN, range(6)),
    "five bins from 0 to 4": lambda ax: ax.hist(DRAWN, 5),
    "an outline": lambda ax: ax.hist(DRAWN, np.arange(6) - 0.5, histtype="step"),
    "stairs": lambda ax: ax.stairs([30, 12, 41, 0, 9], np.arange(6) - 0.5),
    "points": lambda ax: ax.plot(list(COUNTS), list(COUNTS.values()), "o"),
    "stems": lambda ax: ax.stem(list(COUNTS), list(COUNTS.values())),
    "a logarithmic axis": lambda ax: ax.bar(list(COUNTS), list(COUNTS.values()), log=True),
}


@pytest.mark.parametrize("draw", WAYS.values(), ids=WAYS)
def test_counts_in_any_form(draw):
    of(chart(draw)).draws_counts(COUNTS, "training set")


WRONG_WAYS = {
    "places and heights exchanged": (lambda ax: ax.bar(list(COUNTS.values()), list(COUNTS)), "Are positions and heights swapped?"),
    "a histogram of the counts": (lambda ax: ax.hist(list(COUNTS.values())), "does not show the counts"),
    "a histogram of the numbers": (lambda ax: ax.hist(list(COUNTS), np.arange(6) - 0.5), "every height is 1"),
    "too many bins": (lambda ax: ax.hist(DRAWN, 20), "does not show the counts"),
    "too few bins": (lambda ax: ax.hist(DRAWN, range(5)), "does not show the counts"),
    "shares": (lambda ax: ax.hist(DRAWN, np.arange(6) - 0.5, density=True), "These are shares; expected counts."),
    "places in a row": (lambda ax: ax.bar(range(4), list(COUNTS.values())), "above the wrong numbers"),
    "sorted by height": (lambda ax: ax.bar(list(COUNTS), sorted(COUNTS.values())), "above the wrong numbers"),
    "wrong numbers written under": (
        lambda ax: (ax.bar(list(COUNTS), list(COUNTS.values())), ax.set_xticks(list(COUNTS), [1, 2, 3, 5])), "does not show"),
    "nothing": (lambda ax: None, "There are no bars or points in the figure."),
}  # fmt: skip


@pytest.mark.parametrize(("draw", "says"), WRONG_WAYS.values(), ids=WRONG_WAYS)
def test_a_wrong_chart_is_refused_and_told(draw, says):
    text = message(of(chart(draw)).draws_counts, COUNTS, "training set")
    assert text.startswith("draw(images) does not show the counts of the training set.") and says in text


def test_heights_of_which_some_are_1_are_not_all_1():
    assert "every height is 1" not in message(of(chart(lambda ax: ax.bar([0, 1, 2], [1, 5, 7]))).draws_counts, COUNTS, "training set")
    assert "every height is 1" not in message(of(chart(lambda ax: ax.bar([0, 1], [1, 1]))).draws_counts, {0: 1, 1: 1, 2: 1}, "training set")


def test_bars_beside_their_number_are_remarked_on():
    answer = answered(chart(WAYS["five bins from 0 to 4"]))
    words = expect(answer).is_a_figure()
    words.draws_counts(COUNTS, "training set")
    assert answer.remarks == []  # it is said once, of both sets
    words.shows_both(COUNTS, COUNTS)
    (remark,) = answer.remarks
    assert remark.startswith("The heights are right, but some bars are beside their number (up to ")
    straight = answered(chart(WAYS["bars"]))
    expect(straight).is_a_figure().shows_both(COUNTS, COUNTS)
    assert straight.remarks == []


FEWER = {key: count // 3 for key, count in COUNTS.items()}


@pytest.mark.parametrize(
    ("draw", "visible"),
    [
        (lambda ax: (ax.bar(list(COUNTS), list(COUNTS.values())), ax.bar(list(FEWER), list(FEWER.values()))), True),
        (lambda ax: (ax.bar(list(FEWER), list(FEWER.values())), ax.bar(list(COUNTS), list(COUNTS.values()))), False),
        (lambda ax: (ax.bar(list(FEWER), list(FEWER.values())), ax.bar(list(COUNTS), list(COUNTS.values()), alpha=0.5)), True),
        (lambda ax: (ax.bar(list(FEWER), list(FEWER.values()), zorder=5), ax.bar(list(COUNTS), list(COUNTS.values()))), True),
        (lambda ax: (ax.bar(np.array(list(FEWER)) + 0.4, list(FEWER.values()), 0.4), ax.bar(list(COUNTS), list(COUNTS.values()), 0.4)), True),
        (lambda ax: (ax.bar(list(FEWER), list(FEWER.values())), ax.bar(list(COUNTS), list(COUNTS.values()), fill=False)), True),
    ],
    ids=["smaller in front", "smaller behind", "transparent", "order of painting", "side by side", "empty frames"],
)  # fmt: skip
def test_one_set_may_not_hide_the_other(draw, visible):
    words = of(chart(draw))
    if visible:
        words.shows_both(COUNTS, FEWER)
    else:
        assert "so that some cannot be seen" in message(words.shows_both, COUNTS, FEWER)
        words.draws_counts(FEWER, "test set")  # that they are hidden is said once


def test_a_reading_holds_for_its_own_counts_only():
    (series,) = of(chart(WAYS["bars"])).drawing.series
    (reading,) = readings(series)
    assert reading.says(COUNTS) and reading.says({**COUNTS, 3: 0})
    assert not reading.says({**COUNTS, 0: 31}) and not reading.says({key + 1: count for key, count in COUNTS.items()})
    assert not Reading({}, 0.0).says(COUNTS)
    assert reading.offset == 0.0


def all_readings(draw):
    (series,) = of(chart(draw)).drawing.series
    return [reading.counts for reading in readings(series)]


def test_of_two_bars_at_one_number_the_higher_one_counts():
    assert all_readings(lambda ax: ax.bar([0, 0, 1], [10, 30, 12])) == [{0: 30, 1: 12}]


def test_a_bin_that_holds_two_numbers_says_nothing_of_the_lower_one():
    assert {0: 3, 2: 5, 4: 1} not in all_readings(lambda ax: ax.hist([0] * 3 + [2] * 5 + [4], [-0.2, 1.8, 3.8, 5.8]))
    assert {0: 3, 1: 5, 2: 1} in all_readings(lambda ax: ax.hist([0] * 3 + [1] * 5 + [2], [-0.2, 0.8, 1.8, 2.8]))


SINGLY = {
    "scatter": lambda ax, n, count, shift: ax.scatter(n, count),
    "points": lambda ax, n, count, shift: ax.plot(n, count, "o"),
    "stem": lambda ax, n, count, shift: ax.stem([n], [count]),
    "bar": lambda ax, n, count, shift: ax.bar(n + shift, count, width=0.4),
    "barh": lambda ax, n, count, shift: ax.barh(n + shift, count, height=0.4),
    "vlines": lambda ax, n, count, shift: ax.vlines(n + shift, 0, count),
    "hlines": lambda ax, n, count, shift: ax.hlines(n + shift, 0, count),
    "a line up": lambda ax, n, count, shift: ax.plot([n + shift, n + shift], [0, count]),
    "errorbar": lambda ax, n, count, shift: ax.errorbar(n, count, fmt="o"),
    "hist": lambda ax, n, count, shift: ax.hist([n] * count, bins=np.arange(11) - 0.5 + shift, rwidth=0.4),
    "step": lambda ax, n, count, shift: ax.hist([n] * count, bins=np.arange(11) - 0.5 + shift, histtype="step"),
    "stairs": lambda ax, n, count, shift: ax.stairs([count], [n - 0.2 + shift, n + 0.2 + shift], fill=True),
    "fill_between": lambda ax, n, count, shift: ax.fill_between([n - 0.2 + shift, n + 0.2 + shift], 0, count),
    "fill": lambda ax, n, count, shift: ax.fill(
        n + shift + np.array([-0.2, 0.2, 0.2, -0.2]), [0, 0, count, count]
    ),
    "rectangle": lambda ax, n, count, shift: (
        ax.add_patch(plt.Rectangle((n - 0.2 + shift, 0), 0.4, count, color=f"C{n}")), ax.set(xlim=(-1, 10), ylim=(0, 12))
    ),
}  # fmt: skip
FIRST, SECOND = {0: 4, 1: 9, 2: 2, 4: 7, 9: 5}, {0: 3, 2: 8, 3: 6, 4: 11, 9: 1}


@pytest.mark.parametrize("draw", SINGLY.values(), ids=SINGLY)
@pytest.mark.parametrize("order", ["two axes", "one after the other", "in turn"])
def test_marks_drawn_one_at_a_time_are_one_chart(draw, order):
    figure, axes = plt.subplots(1, 2) if order == "two axes" else plt.subplots(1, 1, squeeze=False)
    shift = 0 if order == "two axes" else 0.2
    pairs = [(axes.flat[0], FIRST, -shift), (axes.flat[-1], SECOND, shift)]
    if order == "in turn":
        for number in range(10):
            for ax, counts, aside in pairs:
                draw(ax, number, counts.get(number, 0), aside)
    else:
        for ax, counts, aside in pairs:
            for number, count in counts.items():
                draw(ax, number, count, aside)
    words = of(figure)
    words.draws_counts(FIRST, "first set")
    words.draws_counts(SECOND, "second set")


@pytest.mark.parametrize("cover", COVERS.values(), ids=COVERS)
@pytest.mark.parametrize("draw", ["bar", "plot", "scatter", "stem", "step"])
def test_marks_that_are_described_and_cannot_be_seen_are_not_there(cover, draw):
    figure, ax = plt.subplots()
    if draw == "step":
        ax.stairs([4, 9, 2, 7], np.arange(5) - 0.5)
    else:
        getattr(ax, draw)([0, 1, 2, 3], [4, 9, 2, 7], *(["o"] if draw == "plot" else []))
    expected = {0: 4, 1: 9, 2: 2, 3: 7}
    of(figure).draws_counts(expected, "training set")
    cover(figure)
    assert message(of(figure).draws_counts, expected, "training set")


@pytest.mark.parametrize("kind", ["bar", "barh"])
def test_bars_in_front_of_one_another_are_remarked_on(kind):
    figure, ax = plt.subplots()
    getattr(ax, kind)(list(FIRST), FIRST.values())
    getattr(ax, kind)(list(FIRST), [1, 2, 1, 2, 1])
    answer = answered(figure)
    expect(answer).is_a_figure().shows_both(FIRST, dict(zip(FIRST, [1, 2, 1, 2, 1], strict=True)))
    (remark,) = answer.remarks
    assert "are drawn one in front of the other" in remark


def test_bars_of_one_colour_in_front_of_one_another_cannot_be_told_apart():
    figure, ax = plt.subplots()
    ax.bar(list(FIRST), FIRST.values(), color="blue")
    ax.bar(list(FIRST), [1, 2, 1, 2, 1], color="blue")
    words = of(figure)
    assert "some cannot be seen" in message(words.shows_both, FIRST, dict(zip(FIRST, [1, 2, 1, 2, 1], strict=True)))


@pytest.mark.parametrize("marks", [1, 2, 3])
def test_few_bars_that_are_drawn_one_by_one(marks):
    counts = dict(list(COUNTS.items())[:marks])
    of(chart(lambda ax: [ax.bar(key, count) for key, count in counts.items()])).draws_counts(counts, "training set")
    lying = chart(lambda ax: [ax.barh(key, count) for key, count in counts.items()])
    of(lying).draws_counts(counts, "training set")


def test_bars_that_leave_their_axes_are_not_said_to_be_behind_others():
    figure, axes = plt.subplots(1, 2)
    for ax, times in zip(axes, (1, 2), strict=True):
        ax.bar(list(COUNTS), [times * count for count in COUNTS.values()])
    axes[0].set_ylim(0, 20)
    why = "They end outside of what the axes show. Look at the limits of the axes."
    assert message(of(figure).draws_counts, COUNTS, "training set").endswith(why)
    text = message(of(figure).shows_both, COUNTS, {place: 2 * count for place, count in COUNTS.items()})
    assert text.endswith(why) and "over those of the other" not in text
