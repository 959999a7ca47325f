"""Scattered points under the lines."""

import matplotlib.pyplot as plt
import numpy as np


def plot_history(history):
    epochs = list(range(1, len(history["loss"]) + 1))
    figure, axes = plt.subplots(1, 2)
    for ax, score in zip(axes, ["loss", "accuracy"]):
        for key, name, color in ((score, "training", "navy"), ("val_" + score, "validation", "orange")):
            ax.scatter(epochs, history[key], color=color)
            ax.plot(epochs, history[key], color=color, label=name)
        ax.axvline(np.argmin(history["val_loss"]) + 1, color="gray")
        ax.legend()
    return figure
