"""One legend for the whole figure; the lines look alike in both axes."""

import matplotlib.pyplot as plt
import numpy as np


def plot_history(history):
    epochs = range(1, len(history["loss"]) + 1)
    figure, axes = plt.subplots(1, 2, figsize=(10, 4), layout="constrained")
    for ax, score in zip(axes, ["loss", "accuracy"]):
        lines = ax.plot(epochs, history[score], "C0-", epochs, history[f"val_{score}"], "C1--")
        mark = ax.axvline(np.argmin(history["val_loss"]) + 1, color="0.5")
        ax.set_ylabel(score)
    figure.legend([*lines, mark], ["training", "validation", "best epoch"], loc="outside upper center", ncols=3)
    return figure
