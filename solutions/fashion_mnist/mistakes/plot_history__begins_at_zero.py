"""Your lines begin at x = 0, because plot counts the positions if it gets no x. The first epoch has the number 1: give
plot the numbers of the epochs, too."""

import matplotlib.pyplot as plt
import numpy as np


def plot_history(history):
    best = int(np.argmin(history["val_loss"]))
    figure, axes = plt.subplots(1, 2)
    for ax, score in zip(axes, ["loss", "accuracy"]):
        ax.plot(history[score], label="training")
        ax.plot(history["val_" + score], label="validation")
        ax.axvline(best, color="gray")
        ax.legend()
    return figure
