"""What can be said about figures: each word holds for fair drawings, and refuses others in words that are pinned."""

import matplotlib.pyplot as plt
import numpy as np
import pytest

from autograder.expectations import Answer, Failure, expect
from autograder.expectations.bar_charts import Reading, readings
from autograder.expectations.figures import SHOWN, FigureExpectation
from autograder.expectations.image_grids import predicted_and_true, whole_numbers
from autograder.expectations.scene import Text
from autograder.transport.wire import Described
from autograder.values import describe
from autograder.values.mpl.figures import describe_figure

IMAGES = np.random.default_rng(17).integers(0, 256, (6, 8, 8)).astype(np.uint8)
LABELS = np.array([5, 0, 4, 1, 9, 2])
GUESSES = np.array([5, 6, 4, 7, 9, 3])


@pytest.fixture(autouse=True)
def agg():
    plt.switch_backend("Agg")
    yield
    plt.close("all")


def answered(figure, **settings) -> Answer:
    return Answer("draw(images)", Described("figure", "Figure", describe_figure(figure)), **settings)


def of(figure, **settings) -> FigureExpectation:
    return expect(answered(figure, **settings)).is_a_figure()


def grid(draw, rows=2, columns=3, count=6):
    """A figure of small axes; ``draw(ax, n)`` is called for the first ``count`` of them."""
    figure, axes = plt.subplots(rows, columns)
    for n, ax in enumerate(axes.flat):
        if n < count:
            ax.imshow(IMAGES[n])
            ax.set(xticks=[], yticks=[])
            draw(ax, n)
        else:
            ax.axis("off")
    return figure


def labelled(form="{}"):
    return grid(lambda ax, n: ax.set_xlabel(form.format(LABELS[n])))


def message(word, *arguments, **settings) -> str:
    with pytest.raises(Failure) as caught:
        word(*arguments, **settings)
    return caught.value.message


# -- what is no figure ------------------------------------------------------------------------------------------------


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
        (lambda: 7, "gave an int"),
    ],
)
def test_other_things_are_called_what_they_are(value, says):
    assert says in message(expect(Answer("draw()", describe(value()))).is_a_figure)


def test_a_forged_figure_is_refused():
    forged = Answer("draw()", Described("figure", "Figure", {"pictures": 7}))
    assert message(expect(forged).is_a_figure) == (
        "draw() gave a figure that cannot be read. Use Matplotlib's own Figure, unchanged."
    )


# -- grids ------------------------------------------------------------------------------------------------------------


def test_forged_labels_are_not_read_for_ever():
    """The time that patterns take grows with the square of a text's length."""
    for text in ("[." * 10**5, "a" * 10**6, "1" * 10**6):
        assert len(whole_numbers([Text(0, text, None)])) <= 1
        assert predicted_and_true([Text(0, text, None)]) is None


def test_a_grid_is_told_from_where_the_pictures_are():
    of(labelled()).is_a_grid(2, 3)
    of(grid(lambda ax, n: None, rows=3, columns=3)).is_a_grid(2, 3)
    assert message(of(grid(lambda ax, n: None, 3, 2)).is_a_grid, 2, 3) == (
        "draw(images) gave images in 3 rows of 2; expected 2 rows of 3."
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


def test_order_and_orientation_are_two_things():
    turned, _ = plt.subplots(2, 3)
    for ax, image in zip(turned.axes, IMAGES, strict=True):
        ax.imshow(image, origin="lower")
    of(turned).shows_in_order(IMAGES, 6)
    assert "draws 6 of 6 images upside down" in message(of(turned).shows_upright, IMAGES, 6)
    shifted, _ = plt.subplots(2, 3)
    for ax, image in zip(shifted.axes, np.roll(IMAGES, -1, axis=0), strict=True):
        ax.imshow(image)
    of(shifted).shows_upright(IMAGES, 6)
    assert "shows image number 1 at place 0" in message(of(shifted).shows_in_order, IMAGES, 6)


@pytest.mark.parametrize(
    "change", [lambda i: i / 255, lambda i: 255.0 - i, lambda i: np.dstack([i] * 3), lambda i: i[..., None]]
)
def test_an_image_is_known_on_any_scale(change):
    figure, _ = plt.subplots(2, 3)
    for ax, image in zip(figure.axes, IMAGES, strict=True):
        ax.imshow(change(image), cmap="magma")
    of(figure).shows_in_order(IMAGES, 6)


def test_ticks_of_one_axes_are_enough():
    of(labelled()).has_no_ticks()
    text = message(of(grid(lambda ax, n: n == 2 and ax.set(xticks=[0, 4]))).has_no_ticks)
    assert (
        text == "draw(images) leaves ticks at 1 of 6 images (2 on the x axis and 0 on the y axis of the first one)."
    )


# -- what is written --------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("form", ["{}", "label: {}", "np.uint8({})", "[{}]", "{} (97 %)", "#1 {}"])
def test_a_label_in_any_form(form):
    of(labelled(form)).has_labels(LABELS)


@pytest.mark.parametrize(
    "write",
    [
        lambda ax, n: ax.set_title(LABELS[n], y=-0.3),
        lambda ax, n: ax.text(0.5, -0.2, LABELS[n], transform=ax.transAxes),
        lambda ax, n: (ax.axis("off"), ax.text(3, 10, LABELS[n])),
    ],
)
def test_a_label_in_any_place_below(write):
    words = of(grid(write))
    words.has_labels(LABELS)
    words.labels_stand_under(6)


def test_a_label_above_is_there_and_not_under():
    words = of(grid(lambda ax, n: ax.set_title(LABELS[n])))
    words.has_labels(LABELS)
    assert "writes '5' above the image at place 0" in message(words.labels_stand_under, 6)


def test_a_wrong_label_a_missing_one_and_all_at_once():
    shifted = of(grid(lambda ax, n: ax.set_xlabel(LABELS[n - 1])))
    assert message(shifted.has_labels, LABELS) == (
        "draw(images) writes '2' at the image at place 0 (counted from 0, row by row); its own label is not there."
    )
    assert "writes no text at the images" in message(of(grid(lambda ax, n: None)).has_labels, LABELS)
    braces = of(grid(lambda ax, n: ax.set_xlabel("{labels[n]}")))
    assert message(braces.has_labels, LABELS).endswith(
        "Is the f before the quotes missing? Without it, the text in { } is written as it is."
    )
    every = of(grid(lambda ax, n: ax.set_xlabel(str(LABELS))))
    assert message(every.has_labels, LABELS).endswith("one label is expected, at each image in the same way.")


@pytest.mark.parametrize(
    "form",
    [
        "{p} / {t}",
        "{p}/{t}",
        "{p} ({t})",
        "predicted {p}, true {t}",
        "true {t}, predicted {p}",
        "{p} / {t} (99%)",
        "{p}\n{t}",
    ],
)
def test_two_labels_in_any_form(form):
    words = of(grid(lambda ax, n: ax.set_xlabel(form.format(p=GUESSES[n], t=LABELS[n]))))
    words.has_predictions(GUESSES)
    words.has_truths(LABELS)


def test_two_labels_the_wrong_way_round():
    words = of(grid(lambda ax, n: ax.set_xlabel(f"{LABELS[n]} / {GUESSES[n]}")))
    for word, numbers in ((words.has_predictions, GUESSES), (words.has_truths, LABELS)):
        assert message(word, numbers) == (
            "draw(images) writes '5 / 5' at the image at place 0 (counted from 0, row by row); expected two "
            "numbers, the predicted label and then the true one, at each image in the same way."
        )


def test_the_same_label_twice():
    words = of(grid(lambda ax, n: ax.set_xlabel(f"{LABELS[n]} / {LABELS[n]}")))
    words.has_truths(LABELS)
    assert "writes '0 / 0' at the image at place 1" in message(words.has_predictions, GUESSES)


def test_only_some_pictures_may_be_looked_at():
    words = of(grid(lambda ax, n: ax.set_xlabel(f"{GUESSES[n] if n % 2 else 0} / {LABELS[n]}")))
    words.has_predictions(GUESSES, where=np.arange(6) % 2 == 1)
    message(words.has_predictions, GUESSES)


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("7 / 3", [7, 3]),
        ("7 (0.98)", [7]),
        ("[1.2e-09 3.4e-08]", []),
        ("5.0", [5]),
        ("98 %", []),
        ("tf.Tensor(5, shape=(), dtype=int64)", [5]),
    ],
)
def test_whole_numbers_in_a_text(text, numbers):
    from autograder.expectations.scene import Text

    assert whole_numbers([Text(0, text, np.zeros(4))]) == numbers


@pytest.mark.parametrize(
    ("text", "pair"),
    [
        ("pred 7, true 3", (7, 3)),
        ("label: 3 guess: 7", (7, 3)),
        ("P: 7 T: 3", (7, 3)),
        ("7 / 3", None),
        ("true 3 true 4", None),
    ],
)
def test_words_that_say_which_is_which(text, pair):
    from autograder.expectations.scene import Text

    assert predicted_and_true([Text(0, text, np.zeros(4))]) == pair


# -- colour bars ------------------------------------------------------------------------------------------------------


def with_bar(image, make=None, **settings):
    figure, ax = plt.subplots()
    picture = ax.imshow(image, **settings)
    (make or (lambda figure, picture, ax: figure.colorbar(picture)))(figure, picture, ax)
    return of(figure)


def test_a_bar_that_belongs_to_the_image():
    with_bar(IMAGES[0]).has_a_colour_bar()
    with_bar(IMAGES[0]).bar_shows(IMAGES[0])
    with_bar(IMAGES[0], lambda f, p, ax: f.colorbar(p, cax=ax.inset_axes([1.05, 0, 0.05, 1]))).has_a_colour_bar()
    with_bar(IMAGES[0], lambda f, p, ax: f.colorbar(plt.cm.ScalarMappable(p.norm, p.cmap), ax=ax)).has_a_colour_bar()


def test_no_bar_another_bar_and_three_channels():
    assert message(with_bar(IMAGES[0], lambda *_: None).has_a_colour_bar) == "draw(images) draws no colour bar."
    other = with_bar(IMAGES[0], lambda f, p, ax: f.colorbar(plt.cm.ScalarMappable(), ax=ax))
    assert "draws a colour bar from 0 to 1 that does not belong to the image" in message(other.has_a_colour_bar)
    colours = with_bar(IMAGES[0], lambda f, p, ax: f.colorbar(plt.cm.ScalarMappable(p.norm, "gray"), ax=ax))
    assert "does not belong" in message(colours.has_a_colour_bar)
    assert "three colour channels" in message(with_bar(np.dstack([IMAGES[0]] * 3)).has_a_colour_bar)


def test_a_bar_with_another_range():
    text = message(with_bar(IMAGES[0] / 255, vmin=0, vmax=255).bar_shows, IMAGES[0] / 255)
    assert "draws a colour bar from 0 to 255; the numbers of the given image go from 0" in text


# -- charts -----------------------------------------------------------------------------------------------------------

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


def chart(draw):
    figure, ax = plt.subplots()
    draw(ax)
    return figure


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


def test_a_reading_holds_for_its_own_counts_only():
    (series,) = of(chart(WAYS["bars"])).drawing.series
    (reading,) = readings(series)
    assert reading.says(COUNTS) and reading.says({**COUNTS, 3: 0})
    assert not reading.says({**COUNTS, 0: 31}) and not reading.says({key + 1: count for key, count in COUNTS.items()})
    assert not Reading({}, 0.0).says(COUNTS)


# -- the drawing itself as a witness ----------------------------------------------------------------------------------


def white(figure, **place):
    return plt.Rectangle((-1, -1), 3, 3, color="white", transform=figure.transFigure, **place)


def over(figure, place):
    """Axes on top of all others."""
    return figure.add_axes(place, zorder=10, xticks=[], yticks=[])


COVERS = {
    "a patch of the figure": lambda figure: figure.patches.append(white(figure, zorder=99)),
    "a patch of the figure, added": lambda figure: figure.add_artist(white(figure, zorder=99)),
    "a patch in each axes": lambda figure: [ax.add_patch(white(figure, zorder=99)) for ax in figure.axes],
    "axes on top": lambda figure: over(figure, [0, 0, 1, 1]),
    "an image on top": lambda figure: over(figure, [0, 0, 1, 1]).imshow(np.ones((2, 2, 3)), aspect="auto"),
    "an image of the figure": lambda figure: figure.figimage(np.ones((480, 640, 3)), zorder=99),
    "a text box": lambda figure: figure.text(
        0.5, 0.5, " " * 400 + "\n" * 80, ha="center", va="center", zorder=99, bbox={"color": "white", "pad": 900}
    ),
    "a red patch": lambda figure: figure.add_artist(
        plt.Rectangle((-1, -1), 3, 3, color="red", transform=figure.transFigure, zorder=99)
    ),
    "the figure is invisible": lambda figure: figure.set_visible(False),
    "artists are animated": lambda figure: [artist.set_animated(True) for artist in contents(figure)],
    "artists are clipped away": lambda figure: [
        artist.set_clip_path(plt.Rectangle((0, 0), 0.01, 0.01, transform=figure.transFigure))
        for artist in contents(figure)
    ],
    "artists are transparent": lambda figure: [artist.set_alpha(0.01) for artist in contents(figure)],
    "axes lie outside of the figure": lambda figure: [
        ax.set_position([2 + ax.get_position().x0, ax.get_position().y0, 0.1, 0.1]) for ax in figure.axes
    ],
}  # fmt: skip


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


def contents(figure):
    return [artist for ax in figure.axes for artist in [*ax.images, *ax.patches, *ax.lines, *ax.collections]]


@pytest.mark.parametrize("cover", COVERS.values(), ids=COVERS)
def test_images_that_are_described_and_cannot_be_seen_are_not_there(cover):
    figure = labelled()
    cover(figure)
    text = message(of(figure).has_pictures, 6)
    assert "gave a figure with no images" in text or "and 6 more behind" in text


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


def test_a_label_goes_with_its_axis():
    hidden = labelled()
    for ax in hidden.axes:
        ax.get_xaxis().set_visible(False)
    text = message(of(hidden).has_labels, LABELS)
    assert "writes no text at the images. There are 6 texts that cannot be seen" in text


def test_colours_that_nobody_can_tell_apart():
    figure = grid(lambda ax, n: ax.images[0].set_clim(0, 1e6))
    words = of(figure)
    words.has_pictures(6)  # they are there
    assert "draws 6 of 6 images in colours that all look the same" in message(words.shows_in_order, IMAGES, 6)
    assert "Are vmin and vmax right?" in message(words.shows_upright, IMAGES, 6)


def test_a_colour_bar_without_numbers_and_one_under_a_patch():
    figure, ax = plt.subplots()
    bar = figure.colorbar(ax.imshow(IMAGES[0]))
    of(figure).bar_shows(IMAGES[0])
    bar.ax.add_patch(plt.Rectangle((-1, -1), 3, 3, color="white", transform=bar.ax.transAxes, zorder=99))
    assert "has a colour bar that cannot be seen" in message(of(figure).bar_shows, IMAGES[0])
    bar.ax.patches[-1].remove()
    bar.set_ticks([])
    assert "draws a colour bar without numbers" in message(of(figure).bar_shows, IMAGES[0])


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


def test_bars_in_front_of_one_another_are_remarked_on():
    figure, ax = plt.subplots()
    ax.bar(list(FIRST), FIRST.values())
    ax.bar(list(FIRST), [1, 2, 1, 2, 1])
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


FAIR = {
    "grey": {"cmap": "gray"},
    "grey, turned round": {"cmap": "gray_r"},
    "a rainbow": {"cmap": "jet"},
    "two ends alike": {"cmap": "twilight"},
    "few colours": {"cmap": "tab10"},
    "smoothed": {"interpolation": "bicubic"},
    "not smoothed": {"interpolation": "nearest"},
    "half transparent": {"alpha": 0.5},
    "stretched": {"aspect": "auto"},
    "on a scale of roots": {"norm": "asinh"},
}


@pytest.mark.parametrize("size", [(0.8, 0.8), (2, 1.6), (4.4, 4.4), (16, 12)], ids=str)
@pytest.mark.parametrize("settings", FAIR.values(), ids=FAIR)
def test_fair_images_leave_a_trace_on_any_scale(settings, size):
    if size == (0.8, 0.8) and settings.get("cmap") == "tab10":
        return  # noise in unordered colours, on 25 pixels: nobody could tell
    images = np.random.default_rng(5).integers(0, 256, (4, 28, 28)).astype(np.uint8)
    with plt.style.context("ggplot" if size == (4.4, 4.4) else "dark_background" if size == (2, 1.6) else "default"):
        figure, axes = plt.subplots(2, 2, figsize=size)
        for image, ax in zip(images, axes.flat, strict=True):
            ax.grid(False)
            ax.imshow(image, **settings)
        of(figure).shows_in_order(images, 4)
