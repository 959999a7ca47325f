"""Black lines, solid and dotted."""

import matplotlib.pyplot as plt
import numpy as np


def plot_history(history):
    epochs = range(1, len(history["loss"]) + 1)
    best = int(np.argmin(history["val_loss"])) + 1
    figure, axes = plt.subplots(1, 2)
    for ax, score in zip(axes, ["loss", "accuracy"]):
        ax.plot(epochs, history[score], "k-", label="training")
        ax.plot(epochs, history["val_" + score], "k:", label="validation")
        ax.axvline(best, color="gray", linewidth=4, alpha=0.4)
        ax.legend()
    return figure
