"""One of the two lines has no name in your legend. Which line is it, and which argument of plot gives it a name?"""

import matplotlib.pyplot as plt
import numpy as np


def plot_history(history):
    epochs = range(1, len(history["loss"]) + 1)
    best = int(np.argmin(history["val_loss"])) + 1
    figure, axes = plt.subplots(1, 2)
    for ax, score in zip(axes, ["loss", "accuracy"]):
        ax.plot(epochs, history[score], label="training")
        ax.plot(epochs, history["val_" + score])
        ax.axvline(best, color="gray", label="best epoch")
        ax.legend()
    return figure
