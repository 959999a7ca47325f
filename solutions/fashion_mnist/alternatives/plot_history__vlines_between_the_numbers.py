"""vlines from the lowest to the highest number of the axes."""

import matplotlib.pyplot as plt
import numpy as np


def plot_history(history):
    epochs = range(1, len(history["loss"]) + 1)
    figure, axes = plt.subplots(1, 2)
    for ax, score in zip(axes, ["loss", "accuracy"]):
        both = history[score] + history["val_" + score]
        ax.plot(epochs, history[score], label="training")
        ax.plot(epochs, history["val_" + score], label="validation")
        ax.vlines(np.argmin(history["val_loss"]) + 1, min(both), max(both), color="black")
        ax.legend()
    return figure
