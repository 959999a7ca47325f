"""A grid, filled space between the lines, and separate limits."""

import matplotlib.pyplot as plt
import numpy as np


def plot_history(history):
    epochs = range(1, len(history["loss"]) + 1)
    figure, axes = plt.subplots(1, 2)
    for ax, score in zip(axes, ["loss", "accuracy"]):
        ax.plot(epochs, history[score], label="training")
        ax.plot(epochs, history["val_" + score], label="validation")
        ax.fill_between(epochs, history[score], history["val_" + score], alpha=0.1)
        ax.axvline(np.argmin(history["val_loss"]) + 1, color="black", linestyle="--")
        ax.grid(True)
        ax.set_ylim(bottom=0)
        ax.legend(fontsize="small", framealpha=1)
    return figure
