"""Among the accuracies, no line marks the best epoch. The reader wants to know how high the accuracy was when the
loss was lowest: draw the line in both axes."""

import matplotlib.pyplot as plt
import numpy as np


def plot_history(history):
    epochs = range(1, len(history["loss"]) + 1)
    figure, axes = plt.subplots(1, 2)
    for ax, score in zip(axes, ["loss", "accuracy"]):
        ax.plot(epochs, history[score], label="training")
        ax.plot(epochs, history["val_" + score], label="validation")
        ax.legend()
    axes[0].axvline(np.argmin(history["val_loss"]) + 1, color="gray")
    return figure
