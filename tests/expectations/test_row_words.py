"""The words about rows of images: each holds for fair drawings, and refuses others in words that are pinned."""

import matplotlib.pyplot as plt
import numpy as np
import pytest
from drawn_figures import COVERS, message, of

from autograder.expectations.row_words import _places

pytestmark = pytest.mark.usefixtures("agg")

IMAGES = np.random.default_rng(5).integers(0, 256, (20, 9, 7)).astype(np.uint8)
NAMES = ["T-shirt/top", "Shirt", "Bag"]
ROWS = [IMAGES[:5], IMAGES[5:8], IMAGES[8:13]]


def nothing(ax, row, place):
    pass


def at_the_left(ax, row, place):
    if not place:
        ax.set_ylabel(NAMES[row], rotation=0, ha="right", va="center")


def at_each(ax, row, place):
    ax.set_title(NAMES[row], fontsize=8)


def over_the_first(ax, row, place):
    if not place:
        ax.set_title(NAMES[row], loc="left")


def under_each(ax, row, place):
    ax.set_xlabel(NAMES[row], fontsize=7)


def beside(ax, row, place):
    if not place:
        ax.text(-0.4, 0.5, f"{row}: {NAMES[row]}", transform=ax.transAxes, ha="right", va="center")


def turned(ax, row, place):
    if not place:
        ax.set_ylabel(NAMES[row], fontsize=7)


def drawn(name=at_the_left, rows=ROWS, blank=False, axes=None, change=lambda images: images, **how):
    figure = None
    if axes is None:
        figure, axes = plt.subplots(len(rows), 5, figsize=(6, 4.5), layout="constrained", squeeze=False)
    for row, images in enumerate(rows):
        for place, ax in enumerate(axes[row]):
            ax.set(xticks=[], yticks=[])
            if place < len(images):
                ax.imshow(change(images[place]), **{"cmap": "gray", **how})
                name(ax, row, place)
            elif blank:
                ax.imshow(np.ones((9, 7)), cmap="gray", vmin=0, vmax=1)
            else:
                ax.axis("off")
    return figure


def headings():
    figure = plt.figure(figsize=(6, 7))
    for row, part in enumerate(figure.subfigures(3, 1)):
        part.suptitle(NAMES[row])
        drawn(nothing, [ROWS[row]], axes=part.subplots(1, 5, squeeze=False))
    return figure


def wide(name=True):
    figure, axes = plt.subplots(3, 1, figsize=(6, 5), layout="constrained")
    for ax, images, word in zip(axes, ROWS, NAMES, strict=True):
        ax.imshow(np.hstack(images), cmap="gray_r")
        ax.set(xticks=[], yticks=[])
        if name:
            ax.set_title(word)
    return figure


def spaced(gap, edge):
    """One large image in each row, with white between its images, and around them."""
    figure, axes = plt.subplots(3, 1, figsize=(6, 5), layout="constrained")
    for ax, images, word in zip(axes, ROWS, NAMES, strict=True):
        strip = np.full((9 + 2 * edge, len(images) * (7 + gap) - gap + 2 * edge), 255)
        for place, image in enumerate(images):
            strip[edge : edge + 9, edge + place * (7 + gap) :][:, :7] = image
        ax.imshow(strip, cmap="gray")
        ax.set(xticks=[], yticks=[], title=word)
    return figure


def dark():
    with plt.style.context("dark_background"):
        return drawn(over_the_first)


FAIR = {
    "labels at the left": drawn,
    "labels, turned": lambda: drawn(turned),
    "a title at each": lambda: drawn(at_each),
    "a title over the first": lambda: drawn(over_the_first),
    "a label under each": lambda: drawn(under_each),
    "texts beside": lambda: drawn(beside),
    "headings of subfigures": headings,
    "wide images": wide,
    "wide images with gaps": lambda: spaced(2, 0),
    "wide images with borders": lambda: spaced(2, 1),
    "wide images with gaps and edges": lambda: spaced(3, 3),
    "dark": dark,
    "other colours": lambda: drawn(cmap="viridis"),
    "blank images at the end": lambda: drawn(blank=True),
    "scaled": lambda: drawn(change=lambda image: image / 255, vmin=0, vmax=1),
}


@pytest.mark.parametrize("draw", FAIR.values(), ids=FAIR)
def test_fair_rows(draw):
    words = of(draw())
    words.shows_rows(ROWS)
    words.names_image_rows(NAMES, (9, 7))
    words.has_no_ticks()


@pytest.mark.parametrize("cover", COVERS.values(), ids=COVERS)
def test_images_that_cannot_be_seen_are_not_there(cover):
    figure = drawn()
    cover(figure)
    assert message(of(figure).shows_rows, ROWS)


def twice(rows):
    return [np.stack([rows[0][0]] * 5), *rows[1:]]


WRONG_ROWS = {
    "nothing": (plt.figure, "draws no images."),
    "one row missing": (lambda: drawn(rows=ROWS[:2]), "draws 2 rows of images, with 5, 3 images; expected 3 rows."),
    "rows exchanged": (lambda: drawn(rows=[ROWS[2], ROWS[1], ROWS[0]]), "shows in row 0 (counted from 0, from the top), at place 0, image 0 of row 2"),
    "too few in a row": (lambda: drawn(rows=[ROWS[0][:4], *ROWS[1:]]), "shows in row 0 (counted from 0, from the top) 4 images; expected 5."),
    "too many in a row": (lambda: drawn(rows=[ROWS[0], IMAGES[5:9], ROWS[2]]), "shows in row 1 (counted from 0, from the top) 4 images; expected 3."),
    "another order": (lambda: drawn(rows=[ROWS[0][::-1], *ROWS[1:]]), "at place 0, image 4 of this row; expected image 0 of this row."),
    "one image again and again": (lambda: drawn(rows=twice(ROWS)), "It is shown twice."),
    "images that were not given": (lambda: drawn(rows=[IMAGES[13:18], *ROWS[1:]]), "an image at place 0 that does not belong there."),
    "upside down": (lambda: drawn(origin="lower"), "draws 13 images upside down."),
    "one colour": (lambda: drawn(vmin=900, vmax=999), "in colours that all look the same."),
}  # fmt: skip


@pytest.mark.parametrize(("draw", "says"), WRONG_ROWS.values(), ids=WRONG_ROWS)
def test_wrong_rows_are_refused_and_told(draw, says):
    assert says in message(of(draw()).shows_rows, ROWS)


def wrong(names):
    def name(ax, row, place):
        if not place:
            ax.set_ylabel(names[row], rotation=0, ha="right")

    return lambda: drawn(name)


def heading_only():
    figure = drawn(nothing)
    figure.suptitle(", ".join(NAMES))
    return figure


def white(ax, row, place):
    at_the_left(ax, row, place)
    ax.yaxis.label.set_color("white")


def switched_off(ax, row, place):
    at_the_left(ax, row, place)
    ax.axis("off")


WRONG_NAMES = {
    "none": (lambda: drawn(nothing), "writes none of the names at the rows of images."),
    "numbers": (wrong([0, 1, 2]), "writes none of the names at the rows of images. It has other texts: '0', '1' and '2'."),
    "reversed": (wrong(NAMES[::-1]), "row 0 (counted from 0, from the top) says 'Bag'."),
    "one for all": (wrong(["Bag"] * 3), "row 0 (counted from 0, from the top) says 'Bag'."),
    "one missing": (wrong([NAMES[0], "", NAMES[2]]), "row 1 (counted from 0, from the top) has no name that can be read."),
    "shifted": (wrong([NAMES[2], *NAMES[:2]]), "row 0 (counted from 0, from the top) says 'Bag'."),
    "all in the title": (heading_only, "writes none of the names at the rows of images."),
    "white": (lambda: drawn(white), "They were written, but cannot be seen."),
    "axes switched off": (lambda: drawn(switched_off), "They were written, but cannot be seen."),
    "one row missing": (lambda: drawn(rows=ROWS[:2]), "draws 2 rows of images; expected 3, each with its name."),
}  # fmt: skip


@pytest.mark.parametrize(("draw", "says"), WRONG_NAMES.values(), ids=WRONG_NAMES)
def test_wrong_names_of_rows_are_refused_and_told(draw, says):
    assert says in message(of(draw()).names_image_rows, NAMES)


def test_of_a_single_row_the_heading_of_the_figure_is_the_name():
    figure, axes = plt.subplots(1, 5, figsize=(6, 2), squeeze=False)
    drawn(nothing, [ROWS[0]], axes=axes)
    figure.suptitle(NAMES[0])
    of(figure).names_image_rows(NAMES[:1], (9, 7))
    figure, axes = plt.subplots(2, 5, figsize=(6, 2.4), squeeze=False)
    drawn(lambda ax, row, place: at_the_left(ax, row, place) if row else None, ROWS[:2], axes=axes)
    figure.suptitle(NAMES[0])
    assert "row 0" in message(of(figure).names_image_rows, NAMES[:2], (9, 7))


def test_a_name_without_images_is_refused():
    words = of(drawn())
    words.names_image_rows(NAMES, unused=["Glove"])
    assert "writes 'Bag', of which there is no image." in message(words.names_image_rows, NAMES, unused=["Glove", "Bag"])


def close_over_the_images(ax, row, place):
    if not place:
        ax.set_title(NAMES[row], fontsize=5, pad=-1)


def close_under_the_images(ax, row, place):
    if not place:
        ax.set_xlabel(NAMES[row], fontsize=5, labelpad=-1)


@pytest.mark.parametrize("name", [close_over_the_images, close_under_the_images], ids=["over", "under"])
def test_a_small_name_may_touch_its_row(name):
    words = of(drawn(name))
    words.names_image_rows(NAMES, (9, 7))


def test_colours_that_look_the_same_come_with_a_hint():
    words = of(drawn(vmin=900, vmax=999))
    assert message(words.shows_rows, ROWS).endswith(" in colours that all look the same. Are vmin and vmax right?")
    assert message(words.shows_rows, ROWS, hint="Look at imshow.").endswith(" look the same. Look at imshow.")


@pytest.mark.parametrize(("columns", "found"), [(8, [(0, 0), (0, 4)]), (9, None), (3, None)])
def test_images_side_by_side_fill_the_whole(columns, found):
    """A column that is left over is no part of an image, whatever its colour."""
    values = np.arange(4.0)[:, None] * np.ones(columns)
    values[:, 8:] = 0
    assert _places(values, (4, 4), 0, 0) == found
