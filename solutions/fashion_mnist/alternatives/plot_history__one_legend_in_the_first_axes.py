"""One legend in the first axes; the lines look alike in both."""

import matplotlib.pyplot as plt
import numpy as np


def plot_history(history):
    epochs = range(1, len(history["loss"]) + 1)
    figure, axes = plt.subplots(1, 2)
    for ax, score in zip(axes, ["loss", "accuracy"]):
        ax.plot(epochs, history[score], label="training")
        ax.plot(epochs, history["val_" + score], label="validation")
        ax.axvline(np.argmin(history["val_loss"]) + 1, color="green", label="best")
        ax.set_title(score)
    axes[0].legend()
    return figure
