"""You marked the epoch with the lowest training loss. It falls as long as the network learns by heart. The best epoch is
the one with the lowest validation loss."""

import matplotlib.pyplot as plt
import numpy as np


def plot_history(history):
    epochs = range(1, len(history["loss"]) + 1)
    figure, axes = plt.subplots(1, 2)
    for ax, score in zip(axes, ["loss", "accuracy"]):
        ax.plot(epochs, history[score], label="training")
        ax.plot(epochs, history["val_" + score], label="validation")
        ax.axvline(np.argmin(history["loss"]) + 1, color="gray")
        ax.legend()
    return figure
