"""The legend has separate samples."""

import matplotlib.pyplot as plt
import numpy as np
from matplotlib.lines import Line2D


def plot_history(history):
    epochs = range(1, len(history["loss"]) + 1)
    figure, axes = plt.subplots(1, 2)
    for ax, score in zip(axes, ["loss", "accuracy"]):
        ax.plot(epochs, history[score], color="teal")
        ax.plot(epochs, history["val_" + score], color="crimson")
        ax.axvline(np.argmin(history["val_loss"]) + 1, color="gray")
    samples = [Line2D([0], [0], color="teal"), Line2D([0], [0], color="crimson")]
    axes[1].legend(samples, ["training", "validation"])
    return figure
