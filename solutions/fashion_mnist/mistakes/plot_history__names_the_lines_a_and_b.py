"""The names in your legend do not say which line is training and which is validation. A reader who does not know
your program must understand them."""

import matplotlib.pyplot as plt
import numpy as np


def plot_history(history):
    epochs = range(1, len(history["loss"]) + 1)
    best = int(np.argmin(history["val_loss"])) + 1
    figure, axes = plt.subplots(1, 2)
    for ax, score in zip(axes, ["loss", "accuracy"]):
        ax.plot(epochs, history[score], label="line 1")
        ax.plot(epochs, history["val_" + score], label="line 2")
        ax.axvline(best, color="gray")
        ax.legend()
    return figure
