"""The words about lines: each holds for fair drawings, and refuses others in words that are pinned."""

import drawn_histories as drawn
import matplotlib.pyplot as plt
import numpy as np
import pytest
from drawn_figures import COVERS, message, of
from drawn_histories import BEST, EPOCHS, FAIR, HISTORY, points

from autograder.expectations import Failure
from autograder.expectations.found_lines import texts_beside

pytestmark = pytest.mark.usefixtures("agg")

LOSSES = {"the training loss": points("loss"), "the validation loss": points("val_loss")}
ACCURACIES = {"the training accuracy": points("accuracy"), "the validation accuracy": points("val_accuracy")}
WORDS = {"training": ["train"], "validation": ["val"]}


def pair(name):
    return {"training": points(name), "validation": points(f"val_{name}")}


def holds(words):
    for name, line in {**LOSSES, **ACCURACIES}.items():
        words.shows_line(*line, name)
    words.has_own_axes(LOSSES, ACCURACIES)
    for name in ("loss", "accuracy"):
        words.tells_apart(pair(name), WORDS)
        words.marks_x(BEST, points(name), "the best epoch")


@pytest.mark.parametrize("draw", FAIR.values(), ids=FAIR)
def test_a_fair_drawing_of_a_training(draw):
    holds(of(draw()))


@pytest.mark.parametrize("cover", COVERS.values(), ids=COVERS)
def test_lines_that_cannot_be_seen_are_not_there(cover):
    figure = drawn.drawn(legend=False)
    of(figure).shows_line(*points("loss"), "the loss")
    cover(figure)
    text = message(of(figure).shows_line, *points("loss"), "the loss")
    assert text.startswith(("draw(images) draws a line for the loss that cannot be seen.", "draw(images) does not draw a line for the loss."))


def test_the_same_numbers_at_other_points_are_not_x_and_y_exchanged():
    figure, ax = plt.subplots()
    ax.plot([1, 2, 3], [3, 1, 2])
    assert "A line has these heights in another order." in message(of(figure).shows_line, [1, 2, 3], [1, 2, 3], "the loss")
    assert "exchanged" in message(of(figure).shows_line, [3, 1, 2], [1, 2, 3], "the loss")


def test_a_text_in_the_colour_of_a_line_names_it_and_a_black_one_does_not():
    figure, ax = plt.subplots()
    for number, colour in enumerate(("black", "red")):
        ax.plot([1, 2, 3], [number, number + 1, 5], color=colour)
        ax.text(1, 4 + number / 2, colour, color=colour)
    scene = of(figure).scene
    assert [texts_beside(scene, line) for line in scene.lines] == [[], ["red"]]


@pytest.mark.parametrize("height", [0.0, 2.5])
def test_a_line_that_stays_at_one_height_is_found(height):
    figure, ax = plt.subplots()
    ax.plot([1, 2, 3], [height] * 3)
    of(figure).shows_line([1, 2, 3], [height] * 3, "the loss")
    assert message(of(figure).shows_line, [1, 2, 3], [height + 0.5] * 3, "the loss")


def test_a_line_of_a_check_has_as_many_x_as_y():
    with pytest.raises(ValueError, match="a line of 2 x and 3 y: expected as many of each"):
        of(drawn.drawn()).shows_line([1, 2], [1, 2, 3], "the loss")


def one_axes(draw):
    figure, ax = plt.subplots()
    draw(ax)
    return figure


WRONG_LINES = {
    "from zero": (lambda ax: ax.plot(HISTORY["loss"]), "A line has these heights, but it starts at x = 0; expected 1."),
    "from zero, where the axes begin elsewhere": (lambda ax: (ax.plot(HISTORY["loss"]), ax.set_xlim(-1.1, 13.7)), "but it starts at x = 0; expected 1."),
    "exchanged": (lambda ax: ax.plot(HISTORY["loss"], EPOCHS), "A line has x and y exchanged."),
    "another order": (lambda ax: ax.plot(EPOCHS, HISTORY["loss"][::-1]), "in another order"),
    "at other places": (lambda ax: ax.plot(np.array(EPOCHS) / 6, HISTORY["loss"]), "A line has these heights at other places, from x = 0.1667 to 1."),
    "another line": (lambda ax: (ax.plot(EPOCHS, HISTORY["accuracy"]), ax.set_title("Loss")), "The axes named 'Loss' hold 1 line, with 6 points"),
    "one point missing": (lambda ax: ax.plot(EPOCHS[:-1], HISTORY["loss"][:-1]), "with 5 points; none goes through the 6 points"),
    "bars": (lambda ax: ax.bar(EPOCHS, HISTORY["loss"]), "There is no line in the figure."),
    "nothing": (lambda ax: None, "There is no line in the figure."),
    "white": (lambda ax: ax.plot(EPOCHS, HISTORY["loss"], color="white"), "draws a line for the loss that cannot be seen."),
    "off the axes": (lambda ax: (ax.plot(EPOCHS, HISTORY["loss"]), ax.set_xlim(20, 30)), "cannot be seen"),
    "one point of noise": (lambda ax: ax.plot(EPOCHS, [0.95, *HISTORY["loss"][1:]]), "none goes through"),
}  # fmt: skip


@pytest.mark.parametrize(("draw", "says"), WRONG_LINES.values(), ids=WRONG_LINES)
def test_a_wrong_line_is_refused_and_told(draw, says):
    assert says in message(of(one_axes(draw)).shows_line, *points("loss"), "the loss")


def evidence(word, *arguments):
    with pytest.raises(Failure) as caught:
        word(*arguments)
    return caught.value.evidence


def test_the_same_lines_twice_are_told_from_other_lines():
    twice = one_axes(lambda ax: [ax.plot(*points(name)) for name in ("loss", "val_loss", "loss", "val_loss")])
    others = one_axes(lambda ax: [ax.plot(EPOCHS, np.array(HISTORY["loss"]) + place) for place in (1, 2, 3, 4)])
    first, second = (evidence(of(figure).shows_line, *points("accuracy"), "the accuracy") for figure in (twice, others))
    assert first != second


def test_lines_of_one_axes_are_told_from_lines_of_two():
    together = one_axes(lambda ax: [ax.plot(*points(name)) for name in ("loss", "val_loss")])
    apart, axes = plt.subplots(1, 2)
    for ax, name in zip(axes, ("loss", "val_loss"), strict=True):
        ax.plot(*points(name))
    first, second = (evidence(of(figure).shows_line, *points("accuracy"), "the accuracy") for figure in (together, apart))
    assert first != second


def test_a_figure_without_axes_is_told_from_one_without_lines():
    first, second = (evidence(of(figure).shows_line, *points("loss"), "the loss") for figure in (plt.figure(), one_axes(lambda ax: ax.bar(*points("loss")))))
    assert first != second


def all_in(ax, *more):
    for one, name in zip([ax, ax, *(more or (ax, ax))], HISTORY, strict=True):
        one.plot(*points(name))


def twins():
    figure, ax = plt.subplots()
    all_in(ax, *[ax.twinx()] * 2)
    return figure


def one_each():
    figure, axes = plt.subplots(2, 2)
    for ax, name in zip(axes.flat, HISTORY, strict=True):
        ax.plot(*points(name))
    return figure


def mixed():
    figure, axes = plt.subplots(1, 2)
    for ax, names in zip(axes, [("loss", "accuracy"), ("val_loss", "val_accuracy")], strict=True):
        for name in names:
            ax.plot(*points(name))
    return figure


def one_over_the_other():
    figure = plt.figure()
    all_in(figure.add_axes([0.1, 0.1, 0.8, 0.8]), *[figure.add_axes([0.12, 0.1, 0.8, 0.8], facecolor="none")] * 2)
    return figure


WRONG_AXES = {
    "all in one": (lambda: one_axes(all_in), "at the same place; expected separate axes, beside or below each other."),
    "twins": (twins, "The second axes lie over the first ones (twin axes), so they are the same place."),
    "one each": (one_each, "draws the training loss and the validation loss in different axes; expected them together."),
    "mixed": (mixed, "in different axes"),
    "one over the other": (one_over_the_other, "at the same place"),
    "only the loss": (lambda: one_axes(lambda ax: [ax.plot(*points(name)) for name in ("loss", "val_loss")]), "does not draw a line for the training accuracy."),
    "only the training": (lambda: one_axes(lambda ax: ax.plot(*points("loss"))), "does not draw a line for the validation loss."),
    "nothing": (plt.figure, "There is no line in the figure."),
}  # fmt: skip


@pytest.mark.parametrize(("draw", "says"), WRONG_AXES.values(), ids=WRONG_AXES)
def test_wrong_axes_are_refused_and_told(draw, says):
    assert says in message(of(draw()).has_own_axes, LOSSES, ACCURACIES)


def two_lines(*forms, legend=True, names=("training", "validation"), **how):
    def draw(ax):
        for name, form, label in zip(("loss", "val_loss"), forms or ("b", "r"), names, strict=True):
            ax.plot(*points(name), form, label=label)
        if legend:
            ax.legend(**how)

    return lambda: one_axes(draw)


def fake_samples():
    figure = two_lines(legend=False)()
    figure.axes[0].legend(labelcolor="white")
    return figure


WRONG_NAMES = {
    "no legend": (two_lines(legend=False), "does not say which line is training and validation. There is no legend that can be seen."),
    "exchanged": (two_lines(names=("validation", "training")), "calls the line of training 'validation'."),
    "the same name": (two_lines(names=("loss", "loss")), "calls the lines of training and validation the same: 'loss'."),
    "names without meaning": (two_lines(names=("A", "B")), "These names do not say which line is training or validation."),
    "the same look": (two_lines("b", "b"), "in the same colour and form, so a reader cannot tell them apart."),
    "one of them without a name": (two_lines(names=("training", "_")), "does not say which line is validation. The legend says 'training'"),
    "a pale legend": (fake_samples, "There is no legend that can be seen."),
    "names only in a title": (lambda: one_axes(lambda ax: (two_lines(legend=False), ax.plot(*points("loss")), ax.plot(*points("val_loss")), ax.set_title("training and validation"))), "does not say which line is"),
    "one line missing": (lambda: one_axes(lambda ax: (ax.plot(*points("loss"), label="training"), ax.legend())), "does not draw a line for validation."),
}  # fmt: skip


def test_a_name_at_something_else_is_told_from_a_name_that_is_not_there():
    def draw(ax, names):
        ax.axvline(BEST, color="gray")
        ax.plot(*points("loss"))
        ax.plot(*points("val_loss"))
        ax.legend(names)

    shifted, missing = (one_axes(lambda ax, names=names: draw(ax, names)) for names in (["training", "validation"], ["best", "training"]))
    first, second = (evidence(of(figure).tells_apart, pair("loss"), WORDS) for figure in (shifted, missing))
    assert first != second


@pytest.mark.parametrize(("draw", "says"), WRONG_NAMES.values(), ids=WRONG_NAMES)
def test_lines_without_names_are_refused_and_told(draw, says):
    assert says in message(of(draw()).tells_apart, pair("loss"), WORDS)


def marked(mark, title="loss"):
    return lambda: one_axes(lambda ax: (ax.plot(*points("val_loss")), ax.set_title(title), mark(ax)))


WRONG_MARKS = {
    "no line": (marked(lambda ax: None), "does not mark the best epoch with a vertical line in the axes named 'loss'."),
    "one too small": (marked(lambda ax: ax.axvline(BEST - 1)), "draws a vertical line in the axes named 'loss' at x = 3, which is not the best epoch."),
    "across": (marked(lambda ax: ax.axhline(BEST)), "with a vertical line in the axes named 'loss'. There is a horizontal one."),
    "a point": (marked(lambda ax: ax.plot(BEST, 0.49, "ro")), "with a vertical line in the axes named 'loss'. There is a point, which is not a line."),
    "at every epoch": (marked(lambda ax: [ax.axvline(epoch, color="grey") for epoch in EPOCHS]), "draws 6 vertical lines that look alike"),
    "white": (marked(lambda ax: ax.axvline(BEST, color="white")), "There is one that cannot be seen."),
    "too short": (marked(lambda ax: ax.vlines(BEST, 0.49, 0.52)), "with a vertical line in the axes named 'loss'. There is one that is too short."),
    "transparent": (marked(lambda ax: ax.axvline(BEST, alpha=0.01)), "There is one that cannot be seen."),
    "a grid": (marked(lambda ax: ax.grid(True)), "does not mark the best epoch"),
    "a grid of two lines": (marked(lambda ax: (ax.set_xticks([2, BEST]), ax.grid(True, axis="x"))), "does not mark the best epoch"),
}  # fmt: skip


@pytest.mark.parametrize(("draw", "says"), WRONG_MARKS.values(), ids=WRONG_MARKS)
def test_a_wrong_mark_is_refused_and_told(draw, says):
    assert says in message(of(draw()).marks_x, BEST, points("val_loss"), "the best epoch")


def test_what_is_in_place_of_a_mark_is_told_apart():
    found = [evidence(of(WRONG_MARKS[name][0]()).marks_x, BEST, points("val_loss"), "the best epoch") for name in ("no line", "across", "a point", "too short", "white")]
    assert len(set(found)) == len(found)


FAIR_MARKS = {
    "axvline": lambda ax: ax.axvline(BEST),
    "vlines": lambda ax: ax.vlines(BEST, 0.5, 0.8),
    "plot": lambda ax: ax.plot([BEST, BEST], [0.49, 0.83], "k:"),
    "a band": lambda ax: ax.axvspan(BEST - 0.1, BEST + 0.1, alpha=0.3),
    "axline": lambda ax: ax.axline((BEST, 0.5), (BEST, 0.7), color="red"),
    "with another line of another look": lambda ax: (ax.axvline(BEST, color="red"), ax.axvline(2, color="green", linestyle=":")),
    "on a grid": lambda ax: (ax.axvline(BEST, color="red"), ax.grid(True)),
    "behind": lambda ax: ax.axvline(BEST, color="0.8", zorder=0),
    "the only line of a grid": lambda ax: (ax.set_xticks([BEST]), ax.grid(True, axis="x", color="red")),
}  # fmt: skip


@pytest.mark.parametrize("mark", FAIR_MARKS.values(), ids=FAIR_MARKS)
def test_fair_marks(mark):
    of(marked(mark)()).marks_x(BEST, points("val_loss"), "the best epoch")


def test_a_horizontal_mark():
    of(marked(lambda ax: ax.axhline(0.49, color="k"))()).marks_y(0.49, points("val_loss"), "the lowest loss")
    text = message(of(marked(lambda ax: ax.axhline(0.7))()).marks_y, 0.49, points("val_loss"), "the lowest loss")
    assert text.endswith("draws a horizontal line in the axes named 'loss' at y = 0.7, which is not the lowest loss.")


def test_percent_is_right_only_where_it_is_allowed():
    figure = one_axes(lambda ax: ax.plot(EPOCHS, [100 * share for share in HISTORY["accuracy"]]))
    of(figure).shows_line(*points("accuracy"), "the accuracy", percent=True)
    assert "does not draw" in message(of(figure).shows_line, *points("accuracy"), "the accuracy")


def test_what_is_not_a_number_is_left_out():
    figure = one_axes(lambda ax: ax.plot([1, 2, 3], [0.5, float("nan"), 0.7], "o"))
    of(figure).shows_line([1, 2, 3], [0.5, float("nan"), 0.7], "the loss")


def test_axes_without_a_title_are_called_by_their_number():
    def draw():
        figure, axes = plt.subplots(1, 2)
        axes[0].plot(*points("accuracy"))
        axes[1].plot(*points("val_loss"))
        return figure

    text = message(of(draw()).marks_x, BEST, points("val_loss"), "the best epoch")
    assert text == "draw(images) does not mark the best epoch with a vertical line in axes number 2."


def test_texts_in_other_axes_are_no_names_of_the_lines():
    def draw(place):
        figure, axes = plt.subplots(1, 2)
        for number, name in enumerate(("loss", "val_loss")):
            axes[1].plot(*points(name), color=f"C{number}")
            axes[place].text(0.1, 0.2 + 0.1 * number, ("training", "validation")[number], color=f"C{number}", transform=axes[place].transAxes)
        return figure

    of(draw(1)).tells_apart(pair("loss"), WORDS)
    assert "does not say which line is" in message(of(draw(0)).tells_apart, pair("loss"), WORDS)


def test_a_short_line_across_marks_nothing():
    short = marked(lambda ax: ax.hlines(0.49, BEST - 0.2, BEST + 0.2, color="k"))
    assert "does not mark the lowest loss with a horizontal line" in message(of(short()).marks_y, 0.49, points("val_loss"), "the lowest loss")


def test_a_text_where_two_lines_end_is_the_name_of_neither():
    lines = {"training": ([1, 2, 3], [3.0, 2.0, 1.0]), "validation": ([1, 2, 3], [1.5, 1.2, 1.0])}

    def draw(ax, places):
        for (name, line), place in zip(lines.items(), places, strict=True):
            ax.plot(*line)
            ax.text(*place, name)

    ends, starts = [(3, 1.0), (3, 1.05)], [(1, 3.0), (1, 1.5)]
    of(one_axes(lambda ax: draw(ax, starts))).tells_apart(lines, WORDS)
    assert "does not say which line is" in message(of(one_axes(lambda ax: draw(ax, ends))).tells_apart, lines, WORDS)
