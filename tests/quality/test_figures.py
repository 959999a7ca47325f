"""Figures in words, read back: a sample of the accepted figures, and that a wrong word would be found."""

import drawn_objects
import figures
import matplotlib.pyplot as plt
import pytest

from autograder.expectations.figure_text import figure_text
from autograder.values.mpl.figures import describe_figure

SAMPLE = 2  # programs of each function


pytestmark = pytest.mark.usefixtures("agg")


@pytest.mark.parametrize("name", ["mnist", "fashion_mnist", "bank_marketing"])
def test_a_sample_of_the_accepted_figures_is_rebuilt(name, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "figures").mkdir()
    said: list[str] = []
    found = figures.examine(name, SAMPLE, said.append)
    assert found and all(one.right == one.figures == SAMPLE for one in found.values()), said
    assert max(one.words for one in found.values()) <= 40


def chart():
    figure, axes = plt.subplots()
    axes.bar(["a", "b", "c"], [100, 200, 300])
    axes.axhline(150)
    axes.set(xlabel="kind", ylabel="count")
    return figure


def tiles():
    figure, axes = plt.subplots(1, 2)
    for place, ax in enumerate(axes):
        ax.imshow([[0, 1], [2, 3 + place]])
        ax.set(xlabel=f"name {place}", xticks=[], yticks=[])
    return figure


WRONG = {
    "a bar 2 % too high": (chart, ("bar\tb\t200", "bar\tb\t204"), "values"),
    "a bar of another name": (chart, ("bar\tb\t", "bar\td\t"), "values"),
    "a bar that is missing": (chart, ("axes 1\tbar\tb\t200\n", ""), "values"),
    "a line at another place": (chart, ("y = 150", "y = 170"), "values"),
    "another name of an axis": (chart, ("x axis\tkind", "x axis\tkinds"), "names"),
    "an axis without its name": (chart, ("y axis\tcount", "y axis\t"), "names"),
    "another kind": (chart, ("bar chart\n", "line chart\n"), "kind"),
    "images exchanged": (tiles, ("from 0 to 3", "from 0 to 4"), "images"),
    "a text that is missing": (tiles, ("name 1", "name"), "images"),
    "an image that is missing": (tiles, ("row 1, column 2\timage\tname 1\t2 by 2, from 0 to 4", "\tlegend\t\t"), "images"),
}  # fmt: skip


@pytest.mark.parametrize(("draw", "change", "sort"), WRONG.values(), ids=WRONG)
def test_a_wrong_word_is_found(draw, change, sort):
    figure = draw()
    truth = drawn_objects.measured(figure)
    text = figure_text(describe_figure(figure)).as_text()
    assert not any(figures.faults(truth, figures.read_text(text)).values()), text
    wrong = text.replace(*change)
    assert wrong != text
    assert figures.faults(truth, figures.read_text(wrong))[sort]


def test_a_text_that_no_tick_has_is_read_as_a_place():
    read = figures.read_text("Bars.\naxes 1\tkind\t\tbar chart\naxes 1\tbar of 'train'\t1 (0.5 to 1.5)\t7, from 2 to 9")
    assert read.marks == {"axes 1": [("1 (0.5 to 1.5)", 7.0)]} and read.kinds == {"axes 1": "bar chart"}


def test_the_section_has_the_counts():
    counts = figures.Counts(figures=4, right=3, marks=1200, words=40, rows=[5, 7])
    text = figures.section({"mnist": {"plot_images": counts}})
    assert "rebuilds 3 (75.0 %)" in text and "| mnist | `plot_images` | 4 | 3 | 1200 | 40 | 7 |" in text
