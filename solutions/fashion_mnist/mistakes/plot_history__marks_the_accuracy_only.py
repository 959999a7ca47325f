"""Among the losses, no line marks the best epoch. The loss decides which epoch is best, so the line belongs there,
too. pyplot draws only into the axes that were used last."""

import matplotlib.pyplot as plt
import numpy as np


def plot_history(history):
    epochs = range(1, len(history["loss"]) + 1)
    figure, axes = plt.subplots(1, 2)
    for ax, score in zip(axes, ["loss", "accuracy"]):
        ax.plot(epochs, history[score], label="training")
        ax.plot(epochs, history["val_" + score], label="validation")
        ax.legend()
    plt.axvline(np.argmin(history["val_loss"]) + 1, color="gray")
    return figure
