"""Figures in words: everything that can be seen is told, nothing that cannot, and a hostile figure does no harm."""

import json
import logging
import re

import matplotlib.pyplot as plt
import numpy as np
import pytest
from drawn_figures import answered, chart, grid, white
from pseudo_locale import pseudo_locale

from autograder.core.figure_text import LONGEST_TABLE, MOST_ROWS, FigureText
from autograder.core.languages import Message, message, shown
from autograder.expectations import Answer
from autograder.expectations.figure_axes import as_number, clean
from autograder.expectations.figure_text import _cut, figure_text, text_of_answer
from autograder.values.mpl.figures import describe_figure

pytestmark = pytest.mark.usefixtures("agg")


def said(figure) -> FigureText:
    return figure_text(describe_figure(figure))


def rows(draw, *what: str) -> list[tuple[str, ...]]:
    """(what, name, value) of a chart's rows of some kinds; all of them where none is named."""
    return [row[1:] for row in said(chart(draw)).rows if not what or row.what.partition(" of '")[0] in what]


def test_bars_with_names():
    text = said(chart(lambda ax: (ax.bar(["a", "b"], [3, 5.25]), ax.set(title="Marks", xlabel="kind", ylabel="count"))))
    assert text.sentence == "Bar chart 'Marks', count against kind: 2 bars, highest 5.25 at b, lowest 3 at a."
    assert [tuple(row)[1:] for row in text.rows] == [
        ("kind", "", "bar chart"),
        ("title", "Marks", ""),
        ("x axis", "kind", "names; linear"),
        ("y axis", "count", "0 to 5.5125; linear"),
        ("bar", "a", "3"),
        ("bar", "b", "5.25"),
    ]


def plain_words(figure) -> list[str]:
    """What of a figure in words stays English in another language."""
    words = FigureText.from_dict(json.loads(json.dumps(said(figure).to_dict())))
    assert words == said(figure)
    with pseudo_locale():
        cells = {cell for row in words.rows for cell in row}
        return sorted(one for one in (words.sentence, *cells) if re.search("[A-Za-z]{4}", one) and shown(one) == one)


def test_everything_but_the_students_own_texts_can_be_read_in_another_language():
    def draw(ax):
        ax.bar([0, 1, 2], [1, 2, 3], label="Zahl")
        ax.plot([0, 1, 2], [2, 1, 3], "o", label="Punkt")
        ax.axhline(2), ax.axvspan(0.5, 1)
        ax.legend()

    pixels = np.arange(12.0).reshape(3, 4)
    heat = chart(lambda ax: (plt.colorbar(ax.imshow(pixels), ax=ax), [ax.text(x, y, f"{pixels[y, x]:g}") for y in range(3) for x in range(4)]))
    many = grid(lambda ax, n: ax.set_xlabel(f"W {n} und {n} u. {n} u. {n}"), count=6)
    assert [plain_words(one) for one in (chart(draw), heat, grid(lambda ax, n: None), plt.figure())] == [["Punkt", "Zahl"], [], [], []]
    assert said(many).sentence.endswith("…") and len(said(many).sentence.split()) == 40
    assert said(many).sentence not in plain_words(many)


def test_numbers_under_bars_are_not_names_of_their_neighbours():
    """Ticks at 0, 2, 4: the bar at 1 is at 1."""
    drawn = rows(lambda ax: (ax.bar(range(5), [1, 2, 3, 4, 5]), ax.set_xticks([0, 2, 4])), "bar")
    assert [name for _what, name, _value in drawn] == ["0", "1", "2", "3", "4"]


def test_bars_between_named_ticks_have_a_place():
    drawn = rows(lambda ax: (ax.bar([0, 1, 2], [1, 2, 3]), ax.set_xticks([0, 2], ["a", "b"])), "bar")
    assert [name for _what, name, _value in drawn] == ["a", "place 1", "b"]


def test_how_far_a_name_holds_depends_on_how_far_its_ticks_are_apart():
    drawn = rows(lambda ax: (ax.bar([0, 30, 100], [1, 2, 3]), ax.set_xticks([0, 100], ["a", "b"])), "bar")
    assert [name for _what, name, _value in drawn] == ["a", "a", "b"]


def test_a_sentence_of_exactly_forty_words_can_be_read_in_another_language():
    for count in (39, 40):
        whole = _cut(message("a {thing}", thing=message(" ".join(["word"] * (count - 1)))))
        assert isinstance(whole, Message) and whole.endswith("word.") and len(whole.split()) == count


def test_bars_of_a_histogram_have_their_edges():
    drawn = rows(lambda ax: ax.hist([1, 1, 2, 3], bins=[0.5, 1.5, 2.5, 3.5]), "bar")
    assert drawn == [("bar", "1 (0.5 to 1.5)", "2"), ("bar", "2 (1.5 to 2.5)", "1"), ("bar", "3 (2.5 to 3.5)", "1")]
    drawn = rows(lambda ax: ax.hist([1, 1, 2], bins=[0.5, 1.5, 2.5]), "bar")
    assert drawn == [("bar", "1 (0.5 to 1.5)", "2"), ("bar", "2 (1.5 to 2.5)", "1")]


def test_lying_and_stacked_bars():
    assert ("kind", "", "chart of lying bars") in rows(lambda ax: ax.barh(["a", "b"], [1, 2]))
    drawn = rows(lambda ax: (ax.bar(["a"], [3]), ax.bar(["a"], [4], bottom=[3])), "bar")
    assert drawn == [("bar", "a", "3"), ("bar", "a", "4, from 3 to 7")]


def test_sets_of_bars_have_the_names_of_the_legend():
    def draw(ax):
        ax.bar([0, 1], [1, 2], 0.4, label="train")
        ax.bar([0.4, 1.4], [3, 4], 0.4, label="test")
        ax.legend()

    assert [row[0] for row in rows(draw, "bar")] == ["bar of 'train'"] * 2 + ["bar of 'test'"] * 2
    assert "2 bars 'train', highest 2 at 1" in said(chart(draw)).sentence


def test_bars_without_an_edge_have_no_name_by_hollow_markers():
    """Neither has a colour there, which is not the same colour."""

    def draw(ax):
        ax.bar([0, 1], [1, 2])
        ax.plot([0, 1], [2, 1], "ro-", markerfacecolor="none", label="trend")
        ax.legend()

    assert [row[0] for row in rows(draw, "bar", "line")] == ["bar", "bar", "line"]


def test_a_legend_of_the_figure_names_bars_as_well():
    figure, (ax, _empty) = plt.subplots(1, 2)
    ax.bar([0, 1], [1, 2], 0.4, label="train")
    ax.bar([0.4, 1.4], [3, 4], 0.4, label="test")
    figure.legend()
    assert [row.what for row in said(figure).rows if row.what.startswith("bar")] == ["bar of 'train'"] * 2 + ["bar of 'test'"] * 2


def test_lines_with_their_points_and_marks():
    def draw(ax):
        ax.plot([1, 2, 3], [0.9, 0.5, 0.25], label="training")
        ax.axvline(2, color="k", linestyle="--", label="best")
        ax.axhline(0.6, color="r")
        ax.legend()

    text = said(chart(draw))
    assert text.sentence == "Line chart: 'training' from 0.9 to 0.25, vertical line at x = 2, horizontal line at y = 0.6."
    drawn = [row[1:] for row in text.rows]
    assert ("line", "training", "3 points") in drawn and ("point of 'training'", "3", "0.25") in drawn
    assert ("vertical line of 'best'", "x = 2", "from side to side") in drawn
    assert ("horizontal line", "y = 0.6", "from side to side") in drawn
    assert [name for what, name, _value in drawn if what == "legend"] == ["training", "best"]


def test_a_line_in_steps_is_a_line():
    text = said(chart(lambda ax: ax.step([1, 2, 3], [4, 2, 3], where="mid")))
    assert text.sentence == "Line chart: a line from 4 to 3."
    assert rows(lambda ax: ax.step([1, 2, 3], [4, 2, 3], where="mid"), "kind", "line") == [("kind", "", "line chart"), ("line", "", "3 points")]


def test_a_single_point_is_a_point_also_in_the_style_of_a_line():
    assert rows(lambda ax: ax.plot([1], [2], "o-"), "kind", "line", "separate points") == [("kind", "", "point chart"), ("separate points", "", "1 point")]


def test_more_lines_than_a_report_has_room_for_are_counted():
    drawn = rows(lambda ax: ax.plot([0, 1], [range(42), range(1, 43)]), "line", "more lines")
    assert len(drawn) == 41 and drawn[-1] == ("more lines", "", "2")


def test_what_is_in_the_first_axes_has_their_name():
    def draw(ax):
        ax.plot([1, 2], [3, 4], label="training")
        ax.text(1.2, 3.8, "a remark")
        ax.legend()

    assert [row for row in said(chart(draw)).rows if row.what in ("written text", "legend")] == [
        ("axes 1", "legend", "training", ""),
        ("axes 1", "written text", "a remark", ""),
    ]


@pytest.mark.parametrize(("fewer", "left"), [(0, 0), (1, 2)])
def test_rows_are_left_out_only_where_there_are_too_many(monkeypatch, fewer, left):
    """The last row has the number of those that are left out, so it takes the place of one more."""
    content = describe_figure(chart(lambda ax: ax.plot([1, 2], [3, 4])))
    whole = figure_text(content).rows
    monkeypatch.setattr("autograder.expectations.figure_text.MOST_ROWS", len(whole) - fewer)
    drawn = figure_text(content).rows
    assert drawn == (whole if not left else (*whole[:-left], ("", "left out", "", f"{left} more rows")))


def test_a_logarithmic_axis_says_so_and_its_texts_are_its_numbers():
    drawn = rows(lambda ax: (ax.plot([1, 10, 100], [1, 10, 1000]), ax.set(yscale="log", xscale="log")))
    assert any(what == "y axis" and value.endswith("; log") and " to " in value for what, _name, value in drawn)
    assert as_number("$\\mathdefault{10^{3}}$") == 1000 and as_number("−2.5") == -2.5 and as_number("coat") is None


def test_a_long_line_is_told_by_some_of_its_points():
    drawn = rows(lambda ax: ax.plot(np.arange(1000), np.arange(1000) ** 2), "line", "point")
    assert drawn[0] == ("line", "", "1000 points, of which 60 are below") and len(drawn) == 61
    assert drawn[1][1] == "0" and drawn[-1][1] == "999"


def test_two_points_are_joined_by_a_line_and_one_is_none():
    assert rows(lambda ax: ax.plot([1, 2], [3, 4]), "line", "separate points") == [("line", "", "2 points")]
    text = said(chart(lambda ax: [ax.plot([x], [y], "o") for x, y in ((1, 5), (2, 7), (3, 6))]))
    assert text.sentence == "Point chart: 3 points, highest 7 at 2, lowest 5 at 1."
    assert [tuple(row)[1:] for row in text.rows if row.what == "separate points"] == [("separate points", "", "1 point")] * 3


def test_a_single_bar():
    assert said(chart(lambda ax: ax.bar(["a"], [3]))).sentence == "Bar chart: 1 bar: 3 at a."


@pytest.mark.parametrize(("names", "said_of_axes"), [({"xlabel": "kind"}, "x axis kind"), ({"ylabel": "count"}, "y axis count")], ids=["x", "y"])
def test_only_one_axis_has_a_name(names, said_of_axes):
    text = said(chart(lambda ax: (ax.bar(["a", "b"], [3, 5]), ax.set(**names))))
    assert text.sentence.startswith(f"Bar chart, {said_of_axes}: 2 bars")


def test_a_bar_from_side_to_side_of_axes_that_go_from_0_to_1_is_a_bar():
    """A band is described in the same way."""
    drawn = rows(lambda ax: (ax.barh(["a"], [1.0]), ax.set_xlim(0, 1)), "bar", "horizontal band")
    assert [what for what, *_rest in drawn] == ["bar"]


def test_stems_and_a_band():
    assert ("kind", "", "stem chart") in rows(lambda ax: ax.vlines([1, 2, 3], 0, [4, 5, 6]))
    assert rows(lambda ax: ax.hlines([1, 2, 3], 1, [4, 5, 6]), "kind", "horizontal line")[:2] == [("kind", "", "stem chart"), ("horizontal line", "y = 1", "from 1 to 4")]
    drawn = rows(lambda ax: (ax.plot([0, 5], [0, 5]), ax.axvspan(1, 4, alpha=0.3)))
    assert ("vertical band", "", "from 1 to 4") in drawn and not any(what == "bar" for what, *_rest in drawn)


def test_a_bar_as_high_as_axes_from_0_to_1_is_a_bar():
    assert rows(lambda ax: (ax.bar(["a"], [1.0]), ax.set_ylim(0, 1)), "bar", "vertical band") == [("bar", "a", "1")]


def test_a_line_beside_bars_on_an_axis_that_is_not_straight_is_told():
    drawn = rows(lambda ax: (ax.bar([0, 10], [1, 2]), ax.axvline(5), ax.set(xscale="symlog", ylim=(0, 9))), "vertical line", "bar")
    assert [name for _what, name, _value in drawn] == ["0", "10", "x = 5"]


@pytest.mark.parametrize("alpha", [1.0, 0.5])
def test_the_highest_bar_is_not_a_line_as_well(alpha):
    """It is as high as its axes, nearly, and the description has it as a band across the axes, too."""
    for at in (0.5, 1.25):
        drawn = rows(lambda ax, at=at: (ax.bar(["a", "b"], [3, 5], alpha=alpha), ax.set_ylim(0, 5.1), ax.axvline(at, lw=3, color="k")), "bar", "vertical line")
        assert drawn == [("bar", "a", "3"), ("bar", "b", "5"), ("vertical line", f"x = {at}", "from side to side")]


def test_which_image_is_where():
    text = said(grid(lambda ax, n: ax.set_xlabel(f"number {n}"), count=5))
    assert text.sentence.startswith("5 images in 2 rows; at them, row by row: number 0; number 1;")
    assert [(row.part, row.name) for row in text.rows if row.what == "image"][-1] == ("row 2, column 2", "number 4")
    assert all("8 by 8, from" in row.value for row in text.rows)


def test_a_line_over_an_image_is_told():
    drawn = rows(lambda ax: (ax.imshow(np.arange(12.0).reshape(3, 4) ** 2), ax.plot([0, 3], [0, 2])))
    assert ("kind", "", "image and line chart") in drawn


def test_an_image_with_colour_channels():
    drawn = rows(lambda ax: ax.imshow(np.dstack([np.arange(64).reshape(8, 8)] * 3)), "image")
    assert [value for _what, _name, value in drawn] == ["8 by 8, 3 colour channels, from 0 to 63"]


@pytest.mark.parametrize(("count", "left"), [(3, []), (4, ["1"])])
def test_of_many_images_the_first_are_told(monkeypatch, count, left):
    monkeypatch.setattr("autograder.expectations.figure_images.MOST_IMAGES", 3)
    text = said(grid(lambda ax, n: None, 1, 4, count))
    assert len([row for row in text.rows if row.what == "image"]) == 3
    assert [row.value for row in text.rows if row.what == "more images"] == left


def test_a_heat_map_with_numbers_names_and_a_colour_bar():
    matrix = np.array([[5, 1], [2, 70]])

    def draw(ax):
        image = ax.imshow(matrix, cmap="Blues")
        ax.set_xticks([0, 1], ["sun", "rain"])
        ax.set_yticks([0, 1], ["dry", "wet"])
        ax.figure.colorbar(image)

    text = said(chart(draw))
    assert text.sentence == "Heat map: 2 rows of 2 cells, numbers from 1 to 70, colour bar from 1 to 70."
    drawn = [row[1:] for row in text.rows]
    assert ("column 2", "rain", "") in drawn and ("row 2", "wet", "2; 70") in drawn and ("colour bar", "", "1 to 70") in drawn


def test_texts_in_cells_that_are_not_their_numbers():
    def draw(ax):
        ax.imshow([[0.0, 0.5], [0.25, 1.0]], cmap="Greys", vmax=3)
        for (row, column), share in np.ndenumerate(np.array([[0, 50], [25, 100]])):
            ax.text(column, row, f"{share} %", ha="center")

    assert ("written in row 2", "0.5", "25 %; 100 %") in [(a, "0.5", c) for a, _b, c in rows(draw)]
    assert ("row 2", "0.25; 1") in [(a, c) for a, _b, c in rows(draw)]


def test_what_cannot_be_seen_is_not_told():
    figure = chart(lambda ax: (ax.plot([1, 2], [3, 4]), ax.set_title("Loss")))
    figure.add_artist(white(figure, zorder=99))
    text = said(figure)
    assert "Loss" not in text.as_text() and "point" not in text.as_text()
    figure = chart(lambda ax: ax.bar(["a", "b"], [3, 5]))
    figure.add_artist(white(figure, zorder=99))
    assert [row.what for row in said(figure).rows if "bar" in row.what] == ["bars that cannot be seen"]


def test_several_charts_have_places_and_a_title_over_all():
    figure, axes = plt.subplots(2, 1)
    for ax, name in zip(axes, ("upper", "lower"), strict=True):
        ax.bar([0, 1], [1, 2])
        ax.set_title(name)
    figure.suptitle("Both")
    text = said(figure)
    assert text.sentence.startswith("'Both': 2 charts: bar chart 'upper'")
    assert [row.value for row in text.rows if row.what == "place"] == ["row 1, column 1", "row 2, column 1"]


def test_charts_that_are_almost_under_one_another_are_in_one_column():
    figure = plt.figure()
    for place in ((0.12, 0.6), (0.6, 0.605), (0.125, 0.1), (0.6, 0.1)):
        figure.add_axes([*place, 0.3, 0.3]).bar([0, 1], [1, 2])
    places = [row.value for row in said(figure).rows if row.what == "place"]
    assert places == ["row 1, column 1", "row 1, column 2", "row 2, column 1", "row 2, column 2"]


def test_a_sentence_has_at_most_forty_words_and_tells_of_every_chart_first():
    figure, axes = plt.subplots(1, 3)
    for ax in axes:
        ax.bar(range(3), [1, 2, 4])
        ax.plot([0, 1, 2], [1, 2, 3])
        ax.set(title="a title of many words that goes on", xlabel="the words of the x axis", ylabel="the words of the y axis")
    sentence = said(figure).sentence
    assert len(sentence.split()) <= 40
    figure = grid(lambda ax, n: ax.set_xlabel(f"a text {n} " * 6))
    assert said(figure).sentence.endswith("…") and len(said(figure).sentence.split()) <= 40


def test_an_empty_figure():
    assert said(plt.figure()).sentence == "An empty figure."
    assert said(chart(lambda ax: ax.axis("off"))).sentence == "Empty axes."


@pytest.mark.filterwarnings("ignore:Glyph")
def test_what_a_student_wrote_cannot_hide_or_grow():
    figure, axes = plt.subplots(2, 2)
    for ax in axes.flat:
        ax.bar(range(120), range(120))
        ax.set(title="x" * 300, xlabel="words\t and\nlines\u202e\u2066")
    text = said(figure)
    assert len(text.rows) <= MOST_ROWS and sum(len(cell) for row in text.rows for cell in row) <= LONGEST_TABLE
    assert text.rows[-1].what == "left out"
    assert not any(one in text.as_text() for one in "\u202e\u2066")
    assert clean("a\u202e\x1bb\tc\n d") == "ab c d" and len(clean("x" * 10_000)) == 80


DAMAGES = {
    "no limits": lambda content: content["axes"][0].pop("limits"),
    "limits of texts": lambda content: content["axes"][0].update(limits=["a"] * 4),
    "two limits": lambda content: content["axes"][0].update(limits=[1.0, 2.0]),
    "no scales": lambda content: content["axes"][0].update(scales=3),
    "no ticks": lambda content: content["axes"][0].pop("ticks"),
}


@pytest.mark.parametrize("damage", DAMAGES.values(), ids=DAMAGES)
def test_a_damaged_description_has_no_words_and_breaks_nothing(damage):
    content = describe_figure(chart(lambda ax: ax.bar([0], [1])))
    damage(content)
    with pytest.raises(ValueError):
        figure_text(content)


def test_an_answer_is_told_once_and_one_without_a_figure_not_at_all(monkeypatch):
    answer = answered(chart(lambda ax: ax.bar([0, 1], [1, 2])))
    assert text_of_answer(answer) is text_of_answer(answer) and text_of_answer(answer)
    assert text_of_answer(Answer("f()", 3)) == FigureText()


def test_a_fault_of_ours_costs_nobody_anything(monkeypatch, caplog):
    def broken(*_arguments):
        raise ZeroDivisionError

    monkeypatch.setattr("autograder.expectations.figure_text.read_images", broken)
    with caplog.at_level(logging.CRITICAL, "autograder"):
        assert text_of_answer(answered(chart(lambda ax: ax.bar([0], [1])))) == FigureText()
