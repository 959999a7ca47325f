"""The mark is plotted as a line between two points."""

import matplotlib.pyplot as plt
import numpy as np


def plot_history(history):
    epochs = range(1, len(history["loss"]) + 1)
    best = int(np.argmin(history["val_loss"])) + 1
    figure, axes = plt.subplots(1, 2)
    for ax, score in zip(axes, ["loss", "accuracy"]):
        ax.plot(epochs, history[score], label="training")
        ax.plot(epochs, history["val_" + score], label="validation")
        ax.plot([best, best], [0, 1], "k--", label=f"best epoch ({best})")
        ax.legend()
    return figure
