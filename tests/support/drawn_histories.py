"""Fair and wrong ways to draw a training: loss and accuracy, training and validation, and the best epoch."""

import matplotlib.pyplot as plt
import numpy as np
from matplotlib.figure import Figure
from matplotlib.lines import Line2D

HISTORY = {
    "loss": [0.91, 0.62, 0.48, 0.39, 0.31, 0.27],
    "val_loss": [0.83, 0.58, 0.52, 0.49, 0.55, 0.6],
    "accuracy": [0.61, 0.75, 0.82, 0.87, 0.9, 0.92],
    "val_accuracy": [0.64, 0.77, 0.8, 0.83, 0.82, 0.81],
}
EPOCHS = [1, 2, 3, 4, 5, 6]
BEST = 4
PAIRS = [("loss", "loss", "val_loss"), ("accuracy", "accuracy", "val_accuracy")]


def curves(axes, form="-", best=BEST, names=("training", "validation"), legend=True, epochs=EPOCHS, mark=True, **how):
    for ax, (name, training, validation) in zip(axes, PAIRS, strict=True):
        ax.plot(epochs, HISTORY[training], form, label=names[0], **how)
        ax.plot(epochs, HISTORY[validation], form, label=names[1], **how)
        if mark:
            ax.axvline(best, color="gray", linestyle="--", label="best epoch")
        ax.set(xlabel="epoch", ylabel=name)
        if legend:
            ax.legend()


def drawn(rows=1, columns=2, make=plt.subplots, **how):
    figure, axes = make(rows, columns, figsize=(10, 4), layout="constrained")
    curves(axes.flat, **how)
    return figure


def styled(style, **how):
    with plt.style.context(style):
        return drawn(**how)


def one_legend_for_all():
    figure = drawn(legend=False)
    figure.legend(*figure.axes[0].get_legend_handles_labels(), loc="outside upper center", ncols=3)
    return figure


def a_legend_in_the_first_axes():
    figure = drawn(legend=False)
    figure.axes[0].legend()
    return figure


def with_pandas():
    import pandas as pd

    table = pd.DataFrame(HISTORY, index=EPOCHS)
    figure, axes = plt.subplots(1, 2)
    for ax, names in zip(axes, [["loss", "val_loss"], ["accuracy", "val_accuracy"]], strict=True):
        table[names].plot(ax=ax, xlabel="epoch")
        ax.axvline(BEST, color="k")
    return figure


def names_at_the_ends():
    figure = drawn(legend=False)
    for ax, (_name, *columns) in zip(figure.axes, PAIRS, strict=True):
        for column, word in zip(columns, ("training", "validation"), strict=True):
            ax.annotate(word, (6, HISTORY[column][-1]), xytext=(4, 0), textcoords="offset points")
        ax.set_xlim(1, 8)
    return figure


def points_and_dashes_in_black():
    figure, axes = plt.subplots(1, 2)
    for ax, (_name, training, validation) in zip(axes, PAIRS, strict=True):
        ax.plot(EPOCHS, HISTORY[training], "k-", label="train")
        ax.plot(EPOCHS, HISTORY[validation], "k:", label="val")
        ax.vlines(BEST, *ax.get_ylim(), colors="red")
        ax.legend()
    return figure


def mosaic_validation_first():
    figure, axes = plt.subplot_mosaic([["loss"], ["accuracy"]], figsize=(5, 8))
    for name in ("accuracy", "loss"):
        axes[name].plot(EPOCHS, HISTORY[f"val_{name}"], label=f"val {name}")
        axes[name].plot(EPOCHS, HISTORY[name], label=f"train {name}")
        axes[name].axvline(x=BEST)
        axes[name].legend(bbox_to_anchor=(1.02, 1))
    return figure


def subfigures():
    figure = plt.figure(figsize=(9, 4))
    axes = [sub.subplots() for sub in figure.subfigures(1, 2)]
    curves(axes)
    return figure


def from_zero_with_ticks_from_one():
    figure, axes = plt.subplots(1, 2)
    curves(axes, epochs=range(6), best=BEST - 1)
    for ax in axes:
        ax.set_xticks(range(6), EPOCHS)
    return figure


def own_samples():
    figure = drawn(legend=False)
    samples = [Line2D([], [], color="C0"), Line2D([], [], color="C1")]
    figure.axes[0].legend(samples, ["training", "validation"])
    return figure


def without_pyplot():
    figure = Figure(figsize=(9, 4))
    curves(figure.subplots(1, 2), marker="s", markersize=4)
    return figure


def a_line_in_twin_axes():
    figure, axes = plt.subplots(1, 2)
    curves(axes, mark=False)
    for ax in axes:
        over = ax.twinx()
        over.axvline(BEST, color="green")
        over.set_yticks([])
    return figure


def with_names_of_epochs():
    return drawn(epochs=[str(epoch) for epoch in EPOCHS], best=BEST - 1)


def coloured_titles():
    figure = drawn(legend=False)
    for ax in figure.axes:
        ax.set_title("training", color="C0", loc="left")
        ax.set_title("validation", color="C1", loc="right")
    return figure


FAIR = {
    "side by side": drawn,
    "above one another": lambda: drawn(2, 1),
    "markers": lambda: drawn(marker="o"),
    "markers only": lambda: drawn(form="o"),
    "dashed": lambda: drawn(form="--"),
    "dark": lambda: styled("dark_background"),
    "ggplot": lambda: styled("ggplot"),
    "one legend for all": one_legend_for_all,
    "a legend in the first axes": a_legend_in_the_first_axes,
    "pandas": with_pandas,
    "names at the ends": names_at_the_ends,
    "black, by dashes": points_and_dashes_in_black,
    "a mosaic, validation first, legends outside": mosaic_validation_first,
    "subfigures": subfigures,
    "from zero, with ticks from one": from_zero_with_ticks_from_one,
    "samples of its own": own_samples,
    "without pyplot": without_pyplot,
    "the mark in twin axes": a_line_in_twin_axes,
    "epochs as texts": with_names_of_epochs,
    "titles in the lines' colours": coloured_titles,
    "names of the history": lambda: drawn(names=("loss", "val_loss")),
    "thick and translucent": lambda: drawn(linewidth=5, alpha=0.5),
    "thin": lambda: drawn(linewidth=0.6),
    "stepwise": lambda: drawn(drawstyle="steps-mid"),
    "in reverse": lambda: drawn(make=lambda *a, **k: _reversed(*a, **k)),
}


def _reversed(*places, **how):
    figure, axes = plt.subplots(*places, **how)
    axes[0].set_yscale("log")
    axes[1].invert_xaxis()
    return figure, axes


def points(name):
    return EPOCHS, np.array(HISTORY[name])
