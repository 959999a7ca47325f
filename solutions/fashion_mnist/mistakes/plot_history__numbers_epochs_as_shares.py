"""Your lines have the right heights, but x is not the number of the epoch. The first epoch belongs to x = 1, the second
to x = 2, and so on."""

import matplotlib.pyplot as plt
import numpy as np


def plot_history(history):
    epochs = np.arange(1, len(history["loss"]) + 1) / len(history["loss"])
    best = int(np.argmin(history["val_loss"])) + 1
    figure, axes = plt.subplots(1, 2)
    for ax, score in zip(axes, ["loss", "accuracy"]):
        ax.plot(epochs, history[score], label="training")
        ax.plot(epochs, history["val_" + score], label="validation")
        ax.axvline(best / len(epochs), color="gray")
        ax.legend()
    return figure
