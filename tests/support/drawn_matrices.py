"""Fair ways to draw a confusion matrix: colours, numbers in the cells, names at the ticks, names of the axes."""

import matplotlib.pyplot as plt
import numpy as np
from matplotlib import patheffects
from matplotlib.colors import LogNorm
from matplotlib.figure import Figure

MATRIX = np.array(
    [
        [812, 4, 31, 0, 9, 2],
        [7, 955, 0, 11, 1, 3],
        [40, 1, 760, 6, 95, 0],
        [18, 13, 8, 880, 27, 5],
        [3, 0, 120, 21, 790, 14],
        [0, 2, 6, 10, 55, 901],
    ]
)
NAMES = ["T-shirt/top", "Trouser", "Pullover", "Shirt", "Coat", "Ankle boot"]
SHARES = MATRIX / MATRIX.sum(axis=1, keepdims=True)


def written(ax, values=MATRIX, form="{}", blank=False, middle=0.0, colours=None, dark=None, numbers=MATRIX, **how):
    dark = (lambda value: value > values.max() / 2) if dark is None else dark
    light_on_dark = colours or ("white", "black")
    for (row, column), value in np.ndenumerate(values):
        if numbers[row, column] or not blank:
            ax.text(column + middle, row + middle, form.format(numbers[row, column]), ha="center", va="center",
                    color=light_on_dark[0] if dark(value) else light_on_dark[1], **how)  # fmt: skip


def named(ax, middle=0.0, rotation=45, labels=("predicted", "true"), names=NAMES):
    places = np.arange(len(names)) + middle
    ax.set_xticks(places, names, rotation=rotation, ha="right" if rotation else "center")
    ax.set_yticks(places, names)
    ax.set(xlabel=labels[0], ylabel=labels[1])


def drawn(values=MATRIX, write=written, name=named, size=(7, 6), show="imshow", figure=None, **how):
    figure = figure or plt.figure(figsize=size, layout="constrained")
    ax = figure.subplots()
    getattr(ax, show)(values, **{"cmap": "Blues", **how})
    write(ax)
    name(ax)
    return figure


def like_seaborn():
    figure, ax = plt.subplots(figsize=(8, 7))
    mesh = ax.pcolormesh(MATRIX, cmap="rocket" if "rocket" in plt.colormaps() else "magma")
    ax.invert_yaxis()
    figure.colorbar(mesh)
    written(ax, middle=0.5, dark=lambda value: value < 500)
    named(ax, 0.5, rotation=90)
    return figure


def like_sklearn():
    figure, ax = plt.subplots()
    image = ax.imshow(MATRIX, interpolation="nearest", cmap="viridis")
    written(ax, dark=lambda value: value < 480, colours=("#fde725", "#440154"))
    figure.colorbar(image, ax=ax)
    ax.set(xticks=range(6), yticks=range(6), xticklabels=NAMES, yticklabels=NAMES, ylabel="True label", xlabel="Predicted label")
    ax.set_ylim(5.5, -0.5)
    plt.setp(ax.get_xticklabels(), rotation=0)
    return figure


def dark_style():
    with plt.style.context("dark_background"):
        return drawn(cmap="gray", write=lambda ax: written(ax, dark=lambda value: value < 400))


def names_as_texts():
    def name(ax):
        ax.set(xticks=[], yticks=[], xlabel="prediction", ylabel="actual")
        for place, word in enumerate(NAMES):
            ax.text(-0.6, place, word, ha="right", va="center", fontsize=7)
            ax.text(place, 5.7, word, ha="center", va="top", fontsize=7, rotation=30)

    figure = drawn(name=name, size=(9, 8))
    figure.axes[0].xaxis.labelpad = figure.axes[0].yaxis.labelpad = 50
    return figure


def names_of_the_figure():
    figure = drawn(name=lambda ax: named(ax, labels=("", "")))
    figure.supxlabel("Predicted class")
    figure.supylabel("True class")
    return figure


def outlined():
    def write(ax):
        for (row, column), value in np.ndenumerate(MATRIX):
            text = ax.text(column, row, value, ha="center", va="center", color="white")
            text.set_path_effects([patheffects.withStroke(linewidth=2, foreground="black")])

    return drawn(write=write)


def with_annotate():
    def write(ax):
        for (row, column), value in np.ndenumerate(MATRIX):
            ax.annotate(f"{value:,}", (column, row), ha="center", va="center", color="w" if value > 400 else "k", fontweight="bold")

    return drawn(write=write)


def ten_classes():
    matrix = np.arange(100).reshape(10, 10) * 7 % 101
    names = ["T-shirt/top", "Trouser", "Pullover", "Dress", "Coat", "Sandal", "Shirt", "Sneaker", "Bag", "Ankle boot"]
    figure = drawn(matrix, lambda ax: written(ax, matrix, numbers=matrix), lambda ax: named(ax, names=names), (9, 8))
    return figure, matrix, names


FAIR = {
    "imshow": drawn,
    "matshow, names on top": lambda: drawn(show="matshow"),
    "like seaborn": like_seaborn,
    "like scikit-learn": like_sklearn,
    "dark": dark_style,
    "blank zeros": lambda: drawn(write=lambda ax: written(ax, blank=True)),
    "shares as colours": lambda: drawn(SHARES, lambda ax: written(ax, SHARES)),
    "numbers and shares": lambda: drawn(write=lambda ax: [written(ax, form="{}\n(5 %)", fontsize=8)]),
    "logarithmic": lambda: drawn(MATRIX + 0.5, lambda ax: written(ax, dark=lambda value: value > 20), norm=LogNorm()),
    "reversed colours": lambda: drawn(cmap="gray", write=lambda ax: written(ax, dark=lambda value: value < 400)),
    "pcolor with edges": lambda: drawn(show="pcolormesh", write=lambda ax: (written(ax, middle=0.5), ax.invert_yaxis()), name=lambda ax: named(ax, 0.5), edgecolors="white"),
    "names as texts": names_as_texts,
    "names of the figure": names_of_the_figure,
    "outlined numbers": outlined,
    "annotate": with_annotate,
    "boxes behind the numbers": lambda: drawn(cmap="jet", write=lambda ax: written(ax, colours=("black", "black"), bbox={"color": "white", "pad": 1})),
    "one red for all": lambda: drawn(cmap="Greys", vmax=3000, write=lambda ax: written(ax, colours=("darkred", "darkred"))),
    "small": lambda: drawn(size=(4.5, 4), write=lambda ax: written(ax, fontsize=7)),
    "large": lambda: drawn(size=(16, 14)),
    "without pyplot": lambda: drawn(figure=Figure(figsize=(7, 6), layout="constrained")),
    "masked zeros": lambda: drawn(np.ma.masked_equal(MATRIX, 0), lambda ax: written(ax, blank=True)),
    "numbers in front": lambda: drawn(name=lambda ax: named(ax, names=[f"{place}: {name}" for place, name in enumerate(NAMES)])),
    "names in two lines": lambda: drawn(name=lambda ax: named(ax, rotation=0, names=[name.replace(" ", "\n").replace("/", "/\n") for name in NAMES])),
    "an extent": lambda: drawn(extent=(0, 6, 6, 0), write=lambda ax: written(ax, middle=0.5), name=lambda ax: named(ax, 0.5)),
}  # fmt: skip
