"""The words about heat maps: each holds for fair drawings, and refuses others in words that are pinned."""

import drawn_matrices as drawn
import matplotlib.pyplot as plt
import numpy as np
import pandas
import pytest
from drawn_figures import COVERS, message, of
from drawn_matrices import FAIR, MATRIX, NAMES, named, written

from autograder.expectations import Failure, cell_names
from autograder.expectations.heat_map_words import _is_monotone, _rises_roughly
from autograder.expectations.line_scene import Label
from autograder.judging import mistake_naming

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


@pytest.mark.parametrize("kind", [np.ndarray.tolist, pandas.DataFrame], ids=["lists", "a table"])
def test_the_expected_matrix_may_be_what_numpy_makes_an_array_of(kind):
    words = of(drawn.drawn())
    words.shows_matrix(kind(MATRIX))
    words.writes_numbers(kind(MATRIX))


def test_ten_classes_on_a_page():
    holds(*drawn.ten_classes())


@pytest.mark.parametrize("cover", COVERS.values(), ids=COVERS)
def test_a_matrix_that_cannot_be_seen_is_not_there(cover):
    figure = drawn.drawn()
    cover(figure)
    text = message(of(figure).shows_matrix, MATRIX)
    assert "There is an image that cannot be seen." in text or not text.startswith("draw(images) does not draw the matrix as an image.")


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
    "two colours": (lambda: drawn.drawn(vmin=0, vmax=1), "in colours that all look the same: the colours go from 0 to 1. Are vmin and vmax right?"),
    "colours calculated from other numbers": (lambda: drawn.drawn(plt.cm.Blues(MATRIX.T / MATRIX.max())), "rows and columns exchanged"),
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
    "white": (lambda: drawn.drawn(name=lambda ax: (named(ax), ax.tick_params(labelcolor="white"))), "Text was written there that cannot be seen."),
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
    "letters": (("x", "y"), "calls the x axis 'x', which does not say what is there."),
    "one letter": (("predicted", "y"), "calls the y axis 'y', which does not say what is there."),
    "both the same": (("true", "true"), "calls the x axis 'true'. This name belongs to the other axis."),
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
    words = of(drawn.drawn(name=lambda ax: named(ax, labels=("Vorhersage", "Wahrheit"))))
    words.names_axes()
    for across, down in ((ACROSS, []), ([], DOWN)):
        assert "do not say what is across" in message(words.names_axes, across, down)


@pytest.mark.parametrize(
    ("text", "found"),
    [("12", [12]), ("1,234", [1234]), ("1 234", [1234]), ("12\n(40 %)", [12, 40]), ("−3", [-3]), ("1.5e+03", [1500]), ("none", [])],
)
def test_numbers_in_a_text(text, found):
    assert cell_names.numbers_in(text) == found


@pytest.mark.parametrize(
    ("text", "name"),
    [("Shirt", "Shirt"), ("T-shirt/top", "T-shirt/top"), ("t-shirt/\ntop", "T-shirt/top"), ("3: Shirt", "Shirt"), ("boots", None), (r"$\text{Shirt}$", "Shirt"), (r"$\mathbf{Shirt}$", "Shirt")],
)
def test_the_name_that_a_text_says(text, name):
    assert cell_names.best_name(text, NAMES) == name


def evidence(word, *arguments):
    with pytest.raises(Failure) as caught:
        word(*arguments)
    return mistake_naming.rounded(caught.value.evidence)


def other_images():
    yield drawn.drawn(np.eye(6))
    yield drawn.drawn(MATRIX * (1 - np.eye(6)))
    yield drawn.drawn(origin="lower")
    yield drawn.drawn(show="pcolormesh")
    yield table()
    yield plt.figure()


def test_wrong_images_leave_evidence_that_tells_them_apart():
    found = [evidence(of(figure).shows_matrix, MATRIX) for figure in other_images()]
    assert [one for place, one in enumerate(found) if one in found[:place]] == []


def test_wrong_numbers_leave_evidence_that_tells_them_apart():
    white = evidence(of(numbers(colours=("white", "white"))()).writes_numbers, MATRIX)
    exchanged = evidence(of(numbers(colours=("black", "white"))()).writes_numbers, MATRIX)
    assert white[:3] == exchanged[:3]
    assert white != exchanged


@pytest.mark.parametrize("other", [NAMES[::-1], [*NAMES[1:], NAMES[0]], ["A"] * 6], ids=["reversed", "shifted", "of its own"])
def test_wrong_names_leave_evidence_that_says_which(other):
    words = of(names(names=other)())
    assert evidence(words.names_rows, NAMES) == ["wrong names", "row", other]
    assert evidence(words.names_columns, NAMES) == ["wrong names", "column", other]


def test_images_of_one_size_are_told_once():
    def rows_alone():
        figure, axes = plt.subplots(6)
        for ax, row in zip(axes, MATRIX, strict=True):
            ax.imshow(row[None])
        return figure

    assert "draws an image of 1 row of 6 cells; expected 6 rows of 6." in message(of(rows_alone()).shows_matrix, MATRIX)


@pytest.mark.parametrize("colours", ["Blues", "viridis", "gray"])
def test_colours_may_be_calculated_and_near_numbers_share_one(colours):
    matrix = np.arange(0, 1000, 10).reshape(10, 10) + np.arange(10) % 3
    words = of(drawn.drawn(plt.get_cmap(colours)(matrix / matrix.max()), write=nothing, name=nothing))
    words.shows_matrix(matrix)
    assert "do not rise or fall" in message(words.shows_matrix, matrix + 200 * (np.indices((10, 10)).sum(axis=0) % 2))


def test_names_that_cannot_be_seen_leave_other_evidence_than_none():
    white = of(drawn.drawn(name=lambda ax: (named(ax), ax.tick_params(labelcolor="white"))))
    none = of(drawn.drawn(name=lambda ax: ax.set(xticks=[], yticks=[])))
    assert evidence(white.names_rows, NAMES) != evidence(none.names_rows, NAMES)


def test_equal_numbers_have_equal_colours():
    wanted = np.array([[1.0, 2.0], [2.0, 3.0]])
    assert _is_monotone(np.array([[0.0, 5.0], [5.0, 9.0]]), wanted, 1)
    assert not _is_monotone(np.array([[0.0, 5.0], [6.0, 9.0]]), wanted, 1)


def test_colours_that_are_all_alike_rise_with_nothing():
    assert not _rises_roughly(np.ones((2, 2)), np.ones((2, 2)), 1)
    assert _rises_roughly(np.array([[1.0, 2.0]]), np.array([[1.0, 2.0]]), 1)


def test_texts_that_are_not_names_and_cannot_be_seen_are_not_told_of():
    def pale(ax):
        ax.set_xticks(range(6), NAMES)
        ax.set_yticks(range(6), "abcdef")
        ax.tick_params(axis="y", labelcolor="white")

    assert evidence(of(drawn.drawn(name=pale)).names_rows, NAMES) == ["no names", "row"]


def test_names_that_cannot_be_seen_are_those_of_the_side_that_is_asked_for():
    def pale(ax):
        named(ax)
        ax.tick_params(axis="y", labelcolor="white")

    assert "Text was written there that cannot be seen." in message(of(drawn.drawn(name=pale)).names_rows, NAMES)


def test_one_short_name_is_other_evidence_than_two():
    both, one = (of(drawn.drawn(name=lambda ax, labels=labels: named(ax, labels=labels))) for labels in (("x", "y"), ("predicted", "y")))
    assert evidence(both.names_axes, ACROSS, DOWN) == ["names without meaning"]
    assert evidence(one.names_axes, ACROSS, DOWN) == ["a short name", ["y"]]


def test_one_name_for_both_axes_is_other_evidence_than_two_exchanged_ones():
    found = [
        evidence(of(drawn.drawn(name=lambda ax, labels=labels: named(ax, labels=labels))).names_axes, ACROSS, DOWN)
        for labels in (("true", "true"), ("true", "predicted"))
    ]
    assert found[0] != found[1]


def test_a_text_belongs_to_the_cell_that_its_middle_is_in():
    """On the line between two cells it is in the lower one, or the one on the right; on the outer edge above, in none."""
    boxes = np.array([[[0.0, 10, 10, 20], [10, 10, 20, 20]], [[0, 0, 10, 10], [10, 0, 20, 10]]])

    def at(x, y):
        label = Label(0, "text", "7", np.array([x - 1, y - 1, x + 1, y + 1]), np.zeros(2), np.ones(4), 0.0, None)
        return list(cell_names.inside([label], boxes))

    assert (at(5, 15), at(15, 15), at(5, 5)) == ([(0, 0)], [(0, 1)], [(1, 0)])
    assert (at(10, 15), at(5, 10), at(0, 0)) == ([(0, 1)], [(0, 0)], [(1, 0)])
    assert at(5, 20) == at(20, 5) == at(5, -1) == []


def test_numbers_in_the_cells_are_no_names_of_the_columns():
    """A matrix of small counts with digits as classes: what is in the cells could be taken for their names."""
    counts = np.array([[0, 1, 2], [4, 9, 1], [3, 2, 8]])
    digits = ["0", "1", "2"]

    def rows_only(ax):
        ax.set(xticks=[])
        ax.set_yticks(range(3), digits)

    words = of(drawn.drawn(counts, lambda ax: written(ax, counts, numbers=counts), rows_only))
    words.names_rows(digits)
    assert "writes nothing at the columns of the image" in message(words.names_columns, digits)

    def columns_only(ax):
        ax.set(yticks=[])
        ax.set_xticks(range(3), digits)

    words = of(drawn.drawn(counts.T, lambda ax: written(ax, counts.T, numbers=counts.T), columns_only))
    words.names_columns(digits)
    assert "writes nothing at the rows of the image" in message(words.names_rows, digits)


def test_the_axes_may_be_named_by_texts_in_the_middle_beside_them():
    def texts(ax, x=0.5, y=0.5):
        named(ax, labels=("", ""))
        ax.text(x, -0.35, "Predicted class", transform=ax.transAxes, ha="center")
        ax.text(-0.35, y, "True class", transform=ax.transAxes, rotation=90, va="center")

    for size in ((9, 9), (20, 9)):
        of(drawn.drawn(name=texts, size=size)).names_axes(ACROSS, DOWN)
    away = of(drawn.drawn(name=lambda ax: texts(ax, 0.02, 0.98), size=(9, 9)))
    assert "draws axes without a name" in message(away.names_axes, ACROSS, DOWN)


def test_colours_in_the_middle_of_their_scale_that_look_the_same_are_told():
    text = message(of(drawn.drawn(MATRIX / 1000 + 500, vmin=100, vmax=900)).shows_matrix, MATRIX)
    assert "in colours that all look the same: the colours go from 100 to 900." in text
