"""The words about any figure: each holds for fair drawings, and refuses others in words that are pinned."""

import matplotlib.pyplot as plt
import pytest
from drawn_figures import COVERS, IMAGES, answered, grid, labelled, message, of

from autograder.expectations import Answer, Failure, expect
from autograder.expectations.figure_words import SHOWN
from autograder.transport.wire import Described
from autograder.values import describe

pytestmark = pytest.mark.usefixtures("agg")


def test_nothing_with_a_figure_left_open():
    text = message(expect(Answer("draw()", None, figures=1)).is_a_figure)
    assert text == "draw() gave None, although it drew a figure. Return that Figure."


def test_nothing_after_show():
    text = message(expect(Answer("draw()", None, shown=(1,))).is_a_figure)
    assert text == (
        "draw() gave None. It showed the figure with plt.show() instead of returning it. "
        "Return the Figure; the code that calls the function shows it."
    )


def test_nothing_at_all():
    assert (
        message(expect(Answer("draw()", None)).is_a_figure)
        == "draw() gave None; expected a Matplotlib Figure. Is the return missing?"
    )


@pytest.mark.parametrize(
    ("value", "says"),
    [
        (lambda: plt.subplots()[1], "gave an Axes, which is a part of a figure"),
        (lambda: plt.subplots(2, 2)[1], "gave an Axes, which is a part of a figure"),
        (lambda: plt.subplots(), "gave a Figure together with something else"),
        (lambda: plt, "gave the module plt itself"),
        (lambda: plt.imshow(IMAGES[0]), "gave an AxesImage"),
        (lambda: 7, "gave an int; expected a Matplotlib Figure."),
        (lambda: {}, "gave a dict; expected a Matplotlib Figure."),
    ],
)
def test_other_things_are_called_what_they_are(value, says):
    assert says in message(expect(Answer("draw()", describe(value()))).is_a_figure)


def test_a_forged_figure_is_refused():
    forged = Answer("draw()", Described("figure", "Figure", {"pictures": 7}))
    assert message(expect(forged).is_a_figure) == (
        "draw() gave a figure that cannot be read. Use Matplotlib's own Figure, unchanged."
    )


def test_a_missing_picture():
    text = message(of(grid(lambda ax, n: None, count=5)).has_pictures, 6)
    assert text == "draw(images) gave a figure with 5 images; expected 6. One place is empty."


def test_pictures_over_each_other():
    figure, ax = plt.subplots()
    for image in IMAGES:
        ax.imshow(image)
    text = message(of(figure).has_pictures, 6)
    assert "one image, and 5 more behind; expected 6 side by side." in text


def test_a_figure_torn_by_show():
    figure = grid(lambda ax, n: None, count=1)
    text = message(of(figure, shown=(1, 1, 1, 1, 1)).has_pictures, 6)
    assert "plt.show() was called 5 times before the return" in text


@pytest.mark.parametrize("cover", COVERS.values(), ids=COVERS)
def test_images_that_are_described_and_cannot_be_seen_are_not_there(cover):
    figure = labelled()
    cover(figure)
    text = message(of(figure).has_pictures, 6)
    assert "gave a figure with no images" in text or "and 6 more behind" in text


def test_two_figures_are_not_bars():
    text = message(expect(Answer("draw()", describe((plt.figure(), plt.figure())))).is_a_figure)
    assert text == "draw() gave 2 figures; expected one Matplotlib Figure, with everything in it."


def test_one_figure_for_two_calls():
    of(labelled()).is_of_its_own()
    text = message(of(labelled(), same_as=0).is_of_its_own)
    assert "gave the same figure as the call before it" in text


def test_a_figure_that_was_shown_and_returned_is_remarked_on():
    answer = answered(labelled(), shown=(1,))
    expect(answer).is_a_figure().has_pictures(6)
    assert answer.remarks == [SHOWN]


@pytest.mark.parametrize(("there", "wanted", "more"), [(1, 2, ""), (0, 2, ""), (1, 3, ""), (2, 1, "")])
def test_one_place_is_empty_where_one_image_is_missing(there, wanted, more):
    figure = grid(lambda ax, n: None, 1, max(there, wanted), there)
    seen = ["no images", "one image", "2 images"][there]
    assert message(of(figure).has_pictures, wanted) == f"draw(images) gave a figure with {seen}; expected {wanted}.{more}"


def test_a_full_grid_with_one_image_too_few_has_no_empty_place():
    """A grid of four by six instead of five by five is not a loop that ends too early."""
    full, ended = grid(lambda ax, n: None, 1, 5, 5), grid(lambda ax, n: None, 2, 3, 5)
    with pytest.raises(Failure) as other:
        of(full).has_pictures(6)
    with pytest.raises(Failure) as early:
        of(ended).has_pictures(6)
    assert "One place is empty" not in str(other.value) and "One place is empty" in str(early.value)
    assert other.value.evidence != early.value.evidence


def test_no_image_where_one_is_wanted_is_no_empty_place():
    assert "One place is empty" not in message(of(plt.figure()).has_pictures, 1)


def test_what_is_missing_leaves_other_evidence_by_its_cause():
    """A loop that ends too early draws the first image, a line behind the loop the last one; and a figure may be open or not."""
    found = []
    for place in (0, 5):
        figure, axes = plt.subplots(2, 3)
        axes.flat[place].imshow(IMAGES[0])
        with pytest.raises(Failure) as caught:
            of(figure).has_pictures(6)
        found.append(caught.value.evidence)
    for figures in (0, 1):
        with pytest.raises(Failure) as caught:
            expect(Answer("draw()", None, figures=figures)).is_a_figure()
        found.append(caught.value.evidence)
    assert len(set(map(repr, found))) == 4
