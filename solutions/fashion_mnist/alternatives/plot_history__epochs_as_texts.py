"""The epochs are texts."""

import matplotlib.pyplot as plt
import numpy as np


def plot_history(history):
    epochs = [str(epoch) for epoch in range(1, len(history["loss"]) + 1)]
    figure, axes = plt.subplots(1, 2)
    for ax, score in zip(axes, ["loss", "accuracy"]):
        ax.plot(epochs, history[score], label="training")
        ax.plot(epochs, history["val_" + score], label="validation")
        ax.axvline(epochs[np.argmin(history["val_loss"])], color="gray")
        ax.legend()
    return figure
