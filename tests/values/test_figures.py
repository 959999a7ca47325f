"""Figures as they appear: drawn with Matplotlib here, read back as plain data."""

import matplotlib.pyplot as plt
import numpy as np
import pytest

from autograder.expectations.read_scene import read_drawing
from autograder.expectations.scene import Drawing
from autograder.transport.wire import Described, decode, encode
from autograder.values.mpl import figures

pytestmark = pytest.mark.usefixtures("agg")


IMAGE = np.arange(12.0).reshape(3, 4)  # no two turns of it are alike


def seen(figure) -> Drawing:
    """A figure, described, sent through the wire, and read."""
    content = decode(b"".join(encode(Described("figure", "Figure", figures.describe_figure(figure))))).content
    return read_drawing(content)


def one(draw, **settings) -> Drawing:
    figure, ax = plt.subplots(**settings)
    draw(ax)
    return seen(figure)


UPRIGHT = {
    "imshow": lambda ax: ax.imshow(IMAGE),
    "matshow": lambda ax: ax.matshow(IMAGE),
    "last axis of one": lambda ax: ax.imshow(IMAGE[..., None]),
    "own extent": lambda ax: ax.imshow(IMAGE, extent=(10, 20, 5, 30), aspect="auto"),
    "origin lower, turned array": lambda ax: ax.imshow(IMAGE[::-1], origin="lower"),
    "pcolormesh, inverted axis": lambda ax: (ax.pcolormesh(IMAGE), ax.invert_yaxis()),
    "pcolor, inverted axis": lambda ax: (ax.pcolor(IMAGE), ax.invert_yaxis()),
    "pcolormesh, turned array": lambda ax: ax.pcolormesh(IMAGE[::-1]),
    "gouraud": lambda ax: (ax.pcolormesh(IMAGE, shading="gouraud"), ax.invert_yaxis()),
    "both axes inverted, array turned by half": lambda ax: (ax.imshow(IMAGE[:, ::-1]), ax.invert_xaxis()),
}


@pytest.mark.parametrize("draw", UPRIGHT.values(), ids=UPRIGHT)
def test_an_image_is_read_the_way_up_in_which_it_appears(draw):
    (picture,) = one(draw).pictures
    assert picture.values.reshape(3, 4).tolist() == IMAGE.tolist()


TURNED = {
    "origin lower": (lambda ax: ax.imshow(IMAGE, origin="lower"), IMAGE[::-1]),
    "y axis inverted once more": (lambda ax: (ax.imshow(IMAGE), ax.invert_yaxis()), IMAGE[::-1]),
    "x axis inverted": (lambda ax: (ax.imshow(IMAGE), ax.invert_xaxis()), IMAGE[:, ::-1]),
    "pcolormesh as it is": (lambda ax: ax.pcolormesh(IMAGE), IMAGE[::-1]),
}


@pytest.mark.parametrize(("draw", "expected"), TURNED.values(), ids=TURNED)
def test_a_turned_image_is_read_turned(draw, expected):
    (picture,) = one(draw).pictures
    assert picture.values.tolist() == expected.tolist()


def test_filled_contours_are_read_off_the_drawing():
    rows, columns = np.mgrid[0:20, 0:20]
    image = np.exp(-((rows - 5) ** 2 + (columns - 12) ** 2) / 30)
    (picture,) = one(lambda ax: (ax.contourf(image), ax.invert_yaxis())).pictures
    assert picture.sampled and picture.values.shape == (20, 20)
    assert np.corrcoef(picture.values.ravel(), image.ravel())[0, 1] > 0.95


def test_an_image_that_is_not_shown_is_not_there():
    assert one(lambda ax: ax.imshow(IMAGE, alpha=0)).pictures == ()
    assert one(lambda ax: ax.imshow(IMAGE, visible=False)).pictures == ()
    assert one(lambda ax: (ax.imshow(IMAGE), ax.set_visible(False))).pictures == ()


def test_an_image_behind_another_is_covered():
    drawing = one(lambda ax: (ax.imshow(IMAGE), ax.imshow(IMAGE)))
    assert (len(drawing.pictures), drawing.covered) == (1, 1)
    drawing = one(lambda ax: (ax.imshow(IMAGE), ax.imshow(IMAGE, alpha=0.5)))
    assert (len(drawing.pictures), drawing.covered) == (2, 0)


def test_a_colour_bar_has_a_scale_and_colours():
    figure, ax = plt.subplots()
    figure.colorbar(ax.imshow(IMAGE, cmap="gray"))
    drawing = seen(figure)
    (bar,), (picture,) = drawing.colour_bars, drawing.pictures
    assert bar.scale == picture.scale == (0.0, 11.0)
    assert np.array_equal(bar.colours, picture.colours)


def test_colour_channels_have_no_scale():
    (picture,) = one(lambda ax: ax.imshow(np.dstack([IMAGE / 11] * 3))).pictures
    assert picture.values.shape == (3, 4, 3) and picture.scale is None


TEXTS = {
    "x label": (lambda ax: ax.set_xlabel("5"), ["5"]),
    "title": (lambda ax: ax.set_title("5"), ["5"]),
    "title at the left": (lambda ax: ax.set_title("5", loc="left"), ["5"]),
    "text": (lambda ax: ax.text(0, 0, "5"), ["5"]),
    "x label of an axes that is off": (lambda ax: (ax.set_xlabel("5"), ax.axis("off")), []),
    "text in an axes that is off": (lambda ax: (ax.text(0, 0, "5"), ax.axis("off")), ["5"]),
    "x label of an invisible axis": (lambda ax: (ax.set_xlabel("5"), ax.xaxis.set_visible(False)), []),
    "nothing but blanks": (lambda ax: ax.set_xlabel("  "), []),
    "without colour": (lambda ax: ax.set_xlabel("5", alpha=0), []),
    "white on white": (lambda ax: ax.set_xlabel("5", color="white"), []),
    "invisible": (lambda ax: ax.set_xlabel("5", visible=False), []),
    "the figure's own title": (lambda ax: ax.figure.suptitle("5"), []),
    "text of the figure": (lambda ax: ax.figure.text(0.5, 0.1, "5"), ["5"]),
    "the number as NumPy prints it": (lambda ax: ax.set_xlabel(np.uint8(5)), ["5"]),
}


@pytest.mark.parametrize(("draw", "expected"), TEXTS.values(), ids=TEXTS)
def test_a_text_counts_if_it_is_painted(draw, expected):
    drawing = one(lambda ax: (ax.imshow(IMAGE), draw(ax)))
    assert [text.text for text in drawing.texts] == expected


def test_the_title_of_a_subfigure_belongs_to_its_picture():
    figure = plt.figure()
    for part, word in zip(figure.subfigures(1, 2), "ab", strict=True):
        part.subplots().imshow(IMAGE)
        part.supxlabel(word)
    drawing = seen(figure)
    ((left, right),) = drawing.grid()
    assert [text.text for text in drawing.texts_of(left)] == ["a"]
    assert [text.text for text in drawing.texts_of(right)] == ["b"]


TICKS = {
    "as they come": (lambda ax: None, True),
    "no places": (lambda ax: ax.set(xticks=[], yticks=[]), False),
    "axes off": (lambda ax: ax.axis("off"), False),
    "axes off by method": (lambda ax: ax.set_axis_off(), False),
    "neither lines nor labels": (
        lambda ax: ax.tick_params(left=False, bottom=False, labelleft=False, labelbottom=False), False),
    "labels without lines": (lambda ax: ax.tick_params(left=False, bottom=False), True),
    "lines without labels": (lambda ax: ax.tick_params(labelleft=False, labelbottom=False), True),
    "lines without length, no labels": (lambda ax: ax.tick_params(length=0, labelleft=False, labelbottom=False), False),
    "axis invisible": (lambda ax: (ax.xaxis.set_visible(False), ax.yaxis.set_visible(False)), False),
    "only x removed": (lambda ax: ax.set_xticks([]), True),
}  # fmt: skip


@pytest.mark.parametrize(("change", "expected"), TICKS.values(), ids=TICKS)
def test_a_tick_counts_if_it_is_painted(change, expected):
    ((x, y),) = one(lambda ax: (ax.imshow(IMAGE), change(ax))).ticks
    assert bool(x or y) == expected


def counts(drawing: Drawing) -> list:
    return [
        (np.round(series.centres, 3).tolist(), series.heights.tolist(), series.upright)
        for series in drawing.series
        if series.heights.any()
    ]


DATA = [0, 0, 0, 1, 3, 3]
EDGES = np.arange(5) - 0.5
CHARTS = {
    "bar": (lambda ax: ax.bar([0, 1, 3], [3, 1, 2]), ([0, 1, 3], [3, 1, 2], True)),
    "barh": (lambda ax: ax.barh([0, 1, 3], [3, 1, 2]), ([0, 1, 3], [3, 1, 2], False)),
    "bars from their left edge": (lambda ax: ax.bar([0, 1], [3, 1], align="edge", width=1), ([0.5, 1.5], [3, 1], True)),
    "hist": (lambda ax: ax.hist(DATA, EDGES), ([0, 1, 2, 3], [3, 1, 0, 2], True)),
    "hist, lying": (lambda ax: ax.hist(DATA, EDGES, orientation="horizontal"), ([0, 1, 2, 3], [3, 1, 0, 2], False)),
    "hist as an outline": (lambda ax: ax.hist(DATA, EDGES, histtype="step"), ([0, 1, 2, 3], [3, 1, 0, 2], True)),
    "hist, filled": (lambda ax: ax.hist(DATA, EDGES, histtype="stepfilled"), ([0, 1, 2, 3], [3, 1, 0, 2], True)),
    "stairs": (lambda ax: ax.stairs([3, 1, 0, 2], EDGES, fill=True), ([0, 1, 2, 3], [3, 1, 0, 2], True)),
    "points": (lambda ax: ax.plot([0, 1, 3], [3, 1, 2], "o"), ([0, 1, 3], [3, 1, 2], True)),
    "scattered points": (lambda ax: ax.scatter([0, 1, 3], [3, 1, 2]), ([0, 1, 3], [3, 1, 2], True)),
    "lines": (lambda ax: ax.vlines([0, 1, 3], 0, [3, 1, 2]), ([0, 1, 3], [3, 1, 2], True)),
}


@pytest.mark.parametrize(("draw", "expected"), CHARTS.values(), ids=CHARTS)
def test_a_chart_is_heights_above_positions(draw, expected):
    places, heights, upright = expected
    assert ([float(n) for n in places], [float(n) for n in heights], upright) in counts(one(draw))


def test_a_line_that_is_not_painted_is_no_chart():
    assert counts(one(lambda ax: ax.plot([0, 1], [3, 1], linestyle="", marker=""))) == []


def test_tick_texts_come_with_the_bars():
    (series,) = one(lambda ax: ax.bar(["7", "3"], [5, 4])).series
    assert [text for _, text in series.ticks] == ["7", "3"]


def test_a_huge_figure_is_drawn_small():
    figure, _ = plt.subplots(figsize=(200, 100))
    png = figures.describe_figure(figure)["png"]
    assert png.startswith(b"\x89PNG") and int.from_bytes(png[16:20], "big") <= figures.MAX_PIXELS


def test_a_closed_figure_can_still_be_read():
    figure, ax = plt.subplots()
    ax.imshow(IMAGE)
    plt.close(figure)
    assert len(seen(figure).pictures) == 1


def test_show_ends_the_open_figures_and_leaves_those_from_before():
    before = plt.figure()
    with figures.capture_shows() as shows:
        plt.figure(), plt.figure()
        plt.show()
        assert plt.get_fignums() == [before.number]
        plt.show(block=False)
        plt.figure()
        assert len(figures.open_figures()) == 2
    assert (shows.taken, plt.get_fignums()) == ([2, 0], [before.number])


def test_show_is_itself_again_afterwards():
    original = plt.show
    with figures.capture_shows(), figures.capture_shows():
        assert plt.show is not original
    assert plt.show is original


def test_a_show_bound_to_a_name_is_caught_too():
    with figures.capture_shows():
        show = plt.show
    with figures.capture_shows() as shows:
        plt.figure()
        show()
    assert shows.taken == [1]


def test_what_was_left_open_is_closed_after_an_exception_too():
    with pytest.raises(ZeroDivisionError), figures.capture_shows():
        plt.figure()
        raise ZeroDivisionError
    assert plt.get_fignums() == []


BROKEN = {
    "no dict": lambda content: [],
    "no pictures": lambda content: {**content, "pictures": None},
    "a picture without values": lambda content: {**content, "pictures": [{**content["pictures"][0], "values": None}]},
    "a box of three": lambda content: {**content, "pictures": [{**content["pictures"][0], "box": [1.0, 2.0, 3.0]}]},
    "a box that is not finite": lambda content: {
        **content, "pictures": [{**content["pictures"][0], "box": [1.0, 2.0, 3.0, float("nan")]}]},
    "a text that is none": lambda content: {**content, "texts": [{"axes": 0, "text": 5, "box": [0.0] * 4}]},
    "a truth for a number": lambda content: {**content, "axes": [{"ticks": [True, False]}]},
    "series of two lengths": lambda content: {**content, "series": [{
        "axes": 0, "upright": True, "low": np.zeros(2), "high": np.zeros(2), "heights": np.zeros(3), "boxes": None,
        "colour": [0.0] * 4, "ticks": []}]},
    "too many parts": lambda content: {**content, "texts": [{}] * 100_000},
}  # fmt: skip


@pytest.mark.parametrize("change", BROKEN.values(), ids=BROKEN)
def test_a_description_that_is_none_is_refused(change):
    figure, ax = plt.subplots()
    ax.imshow(IMAGE)
    with pytest.raises(ValueError):
        read_drawing(change(figures.describe_figure(figure)))


def test_the_axes_say_how_they_are_numbered():
    figure, axes = plt.subplots(1, 2)
    axes[0].set(xlim=(5, 1), ylim=(1, 1000), yscale="log")
    axes[1].set(ylim=(-1, 2.5))
    first, second = figures.describe_figure(figure)["axes"]
    assert first["limits"] == [5.0, 1.0, 1.0, 1000.0] and first["scales"] == ["linear", "log"]
    assert second["limits"] == [0.0, 1.0, -1.0, 2.5] and second["scales"] == ["linear", "linear"]
