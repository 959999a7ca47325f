"""The words about heat maps: each holds for fair drawings, and refuses others in words that are pinned."""

import drawn_matrices as drawn
import matplotlib.pyplot as plt
import numpy as np
import pytest
from drawn_figures import COVERS, message, of
from drawn_matrices import FAIR, MATRIX, NAMES, named, written

from autograder.expectations import cell_names

pytestmark = pytest.mark.usefixtures("agg")

ACROSS, DOWN = ["predict"], ["true", "actual"]


def holds(figure, matrix=MATRIX, names=NAMES):
    words = of(figure)
    words.shows_matrix(matrix)
    words.writes_numbers(matrix)
    words.names_rows(names)
    words.names_columns(names)
    words.names_axes(ACROSS, DOWN)


@pytest.mark.parametrize("draw", FAIR.values(), ids=FAIR)
def test_a_fair_drawing_of_a_matrix(draw):
    holds(draw())


def test_ten_classes_on_a_page():
    holds(*drawn.ten_classes())


@pytest.mark.parametrize("cover", COVERS.values(), ids=COVERS)
def test_a_matrix_that_cannot_be_seen_is_not_there(cover):
    figure = drawn.drawn()
    cover(figure)
    assert message(of(figure).shows_matrix, MATRIX)


def nothing(ax):
    pass


def table():
    figure, ax = plt.subplots()
    ax.table([[str(number) for number in row] for row in MATRIX])
    return figure


WRONG_IMAGES = {
    "nothing": (plt.figure, "There is no image in the figure."),
    "exchanged": (lambda: drawn.drawn(MATRIX.T), "draws the matrix rows and columns exchanged."),
    "upside down": (lambda: drawn.drawn(origin="lower"), "draws the matrix upside down. Row 0 is expected on top"),
    "a mesh from below": (lambda: drawn.drawn(show="pcolormesh"), "draws the matrix upside down."),
    "other numbers": (lambda: drawn.drawn(MATRIX[::-1] * MATRIX), "whose colours do not rise or fall with the numbers"),
    "one row missing": (lambda: drawn.drawn(MATRIX[1:]), "draws an image of 5 rows of 6 cells; expected 6 rows of 6."),
    "one colour": (lambda: drawn.drawn(vmin=5000, vmax=9000), "in colours that all look the same: the colours go from 5000 to 9000."),
    "a table": (table, "There is no image in the figure."),
    "only which are zero": (lambda: drawn.drawn((MATRIX > 0).astype(int)), "do not rise or fall"),
    "transparent": (lambda: drawn.drawn(alpha=0.0), "does not draw the matrix as an image."),
}  # fmt: skip


@pytest.mark.parametrize(("draw", "says"), WRONG_IMAGES.values(), ids=WRONG_IMAGES)
def test_a_wrong_image_is_refused_and_told(draw, says):
    assert says in message(of(draw()).shows_matrix, MATRIX)


def numbers(**how):
    return lambda: drawn.drawn(write=lambda ax: written(ax, **how))


WRONG_NUMBERS = {
    "none": (lambda: drawn.drawn(write=nothing), "writes no number that can be read in 31 of 36 cells; the first one is in row 0, column 0"),
    "exchanged": (numbers(numbers=MATRIX.T), "These are the numbers of the cell with row and column exchanged."),
    "shares": (numbers(numbers=drawn.SHARES, form="{:.2f}"), "writes '0.95' in row 0, column 0 (counted from 0), which is not the number of this cell;"),
    "short form": (numbers(form="{:.2g}"), "writes '8.1e+02' in row 0, column 0"),
    "black on black": (numbers(colours=("black", "black")), "in a colour too near to that of their cell."),
    "white on white": (numbers(colours=("white", "white")), "writes no number that can be read in"),
    "pale": (numbers(colours=("white", "0.8")), "expected at least 2 to 1."),
    "only the diagonal": (lambda: drawn.drawn(write=lambda ax: written(ax, numbers=np.diag(np.diag(MATRIX)), blank=True)), "writes no number that can be read in 25 of 36 cells"),
    "in the corner": (lambda: drawn.drawn(write=lambda ax: written(ax, middle=1)), "is not the number of this cell"),
    "transparent": (numbers(alpha=0.02), "numbers were written and cannot be seen."),
}  # fmt: skip


@pytest.mark.parametrize(("draw", "says"), WRONG_NUMBERS.values(), ids=WRONG_NUMBERS)
def test_wrong_numbers_are_refused_and_told(draw, says):
    assert says in message(of(draw()).writes_numbers, MATRIX)


def test_numbers_over_one_another_are_refused():
    large = MATRIX + 1000  # on light colours, so that each is seen

    def crowded(size):
        how = {"values": large, "numbers": large, "colours": ("black", "black"), "fontsize": size}
        return of(drawn.drawn(large, size=(6, 5), vmax=20_000, write=lambda ax: written(ax, **how)))

    assert "writes 36 numbers that cover one another, so they cannot be read." in message(crowded(36).writes_numbers, large)
    crowded(12).writes_numbers(large)


def names(**how):
    return lambda: drawn.drawn(name=lambda ax: named(ax, **how))


def shifted(ax):
    ax.set_xticks(range(6), NAMES)
    ax.set_yticks(np.arange(6) - 1.0, NAMES)
    ax.set_ylim(5.5, -1.5)


def every_second(ax):
    ax.set_xticks(range(0, 6, 2), NAMES[::2])
    ax.set_yticks(range(0, 6, 2), NAMES[::2])


WRONG_NAMES = {
    "numbers": (lambda: drawn.drawn(name=nothing), "does not write the right name at each row: at row 0 (counted from 0, on top) there is '0'."),
    "no ticks": (lambda: drawn.drawn(name=lambda ax: ax.set(xticks=[], yticks=[])), "writes nothing at the rows of the image; expected a name at each."),
    "reversed": (names(names=NAMES[::-1]), "They are in reverse order."),
    "sorted": (names(names=sorted(NAMES)), "at row 0 (counted from 0, on top) there is 'Ankle boot'."),
    "one place too high": (lambda: drawn.drawn(name=shifted), "does not write the right name at each row"),
    "every second": (lambda: drawn.drawn(name=every_second), "at row 1 (counted from 0, on top) no name can be read."),
    "first letters": (names(names=[name[0] for name in NAMES]), "there is 'T'"),
    "white": (lambda: drawn.drawn(name=lambda ax: (named(ax), ax.tick_params(labelcolor="white"))), "writes nothing at the rows"),
    "no image": (plt.figure, "draws no image with 6 rows."),
}  # fmt: skip


@pytest.mark.parametrize(("draw", "says"), WRONG_NAMES.values(), ids=WRONG_NAMES)
def test_wrong_names_are_refused_and_told(draw, says):
    assert says in message(of(draw()).names_rows, NAMES)


def test_names_of_columns_are_looked_at_as_well():
    text = message(of(drawn.drawn(name=lambda ax: (named(ax), ax.set_xticks(range(6), NAMES[::-1])))).names_columns, NAMES)
    assert "at column 0 (counted from 0, on the left) there is 'Ankle boot'. They are in reverse order." in text


def test_names_over_one_another_are_remarked_on():
    words = of(drawn.drawn(size=(3.5, 4), name=lambda ax: named(ax, rotation=0)))
    words.names_columns(NAMES)
    assert [remark.partition(".")[0] for remark in words.answer.remarks] == ["Some names at the ticks cover one another"]


WRONG_AXES = {
    "none": (("", ""), "the x axis and the y axis have none."),
    "only one": (("predicted", ""), "the y axis has none."),
    "exchanged": (("true", "predicted"), "calls the x axis 'true'. Are the names of the two axes exchanged?"),
    "letters": (("x", "y"), "the x axis and the y axis have none."),
    "without meaning": (("classes", "classes"), "These names do not say what is across and what is down."),
}  # fmt: skip


@pytest.mark.parametrize(("labels", "says"), WRONG_AXES.values(), ids=WRONG_AXES)
def test_axes_without_the_right_names_are_refused_and_told(labels, says):
    assert says in message(of(drawn.drawn(name=lambda ax: named(ax, labels=labels))).names_axes, ACROSS, DOWN)


def test_a_name_in_the_colour_of_the_paper_is_none():
    figure = drawn.drawn()
    figure.axes[0].xaxis.label.set_color("white")
    figure.axes[0].axis("off")
    assert "the x axis and the y axis have none." in message(of(figure).names_axes, ACROSS, DOWN)
    assert "have none." in message(of(plt.figure()).names_axes)


def test_any_name_is_right_where_no_words_are_asked_for():
    of(drawn.drawn(name=lambda ax: named(ax, labels=("Vorhersage", "Wahrheit")))).names_axes()


@pytest.mark.parametrize(
    ("text", "found"),
    [("12", [12]), ("1,234", [1234]), ("1 234", [1234]), ("12\n(40 %)", [12, 40]), ("−3", [-3]), ("1.5e+03", [1500]), ("none", [])],
)
def test_numbers_in_a_text(text, found):
    assert cell_names.numbers_in(text) == found


@pytest.mark.parametrize(
    ("text", "name"),
    [("Shirt", "Shirt"), ("T-shirt/top", "T-shirt/top"), ("t-shirt/\ntop", "T-shirt/top"), ("3: Shirt", "Shirt"), ("boots", None)],
)
def test_the_name_that_a_text_says(text, name):
    assert cell_names.best_name(text, NAMES) == name
