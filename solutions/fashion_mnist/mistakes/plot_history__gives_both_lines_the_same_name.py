"""In your legend, both lines have the same name. The reader needs to know which one is training and which one is
validation."""

import matplotlib.pyplot as plt
import numpy as np


def plot_history(history):
    epochs = range(1, len(history["loss"]) + 1)
    best = int(np.argmin(history["val_loss"])) + 1
    figure, axes = plt.subplots(1, 2)
    for ax, score in zip(axes, ["loss", "accuracy"]):
        ax.plot(epochs, history[score], label=score)
        ax.plot(epochs, history["val_" + score], label=score)
        ax.axvline(best, color="gray")
        ax.legend()
    return figure
