"""Your legend explains the vertical line only. The reader also needs to know which line is training and which is
validation: give each call of plot a label."""

import matplotlib.pyplot as plt
import numpy as np


def plot_history(history):
    epochs = range(1, len(history["loss"]) + 1)
    best = int(np.argmin(history["val_loss"])) + 1
    figure, axes = plt.subplots(1, 2)
    for ax, score in zip(axes, ["loss", "accuracy"]):
        ax.plot(epochs, history[score])
        ax.plot(epochs, history["val_" + score])
        ax.axvline(best, color="gray", label="best epoch")
        ax.legend()
    return figure
