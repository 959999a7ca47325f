"""The accuracies as percentages."""

import matplotlib.pyplot as plt
import numpy as np


def plot_history(history):
    epochs = range(1, len(history["loss"]) + 1)
    best = int(np.argmin(history["val_loss"])) + 1
    figure, axes = plt.subplots(1, 2)
    for ax, score, times in zip(axes, ["loss", "accuracy"], [1, 100]):
        ax.plot(epochs, times * np.array(history[score]), label="training")
        ax.plot(epochs, times * np.array(history["val_" + score]), label="validation")
        ax.axvline(best, color="gray")
        ax.legend()
    axes[1].set_ylabel("accuracy (%)")
    return figure
