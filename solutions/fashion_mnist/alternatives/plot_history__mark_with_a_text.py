"""The mark has a text, and a point on it."""

import matplotlib.pyplot as plt
import numpy as np


def plot_history(history):
    epochs = range(1, len(history["loss"]) + 1)
    best = int(np.argmin(history["val_loss"])) + 1
    figure, axes = plt.subplots(1, 2)
    for ax, score in zip(axes, ["loss", "accuracy"]):
        ax.plot(epochs, history[score], label="training")
        ax.plot(epochs, history["val_" + score], label="validation")
        ax.axvline(best, color="red", lw=0.8)
        ax.scatter(best, history["val_" + score][best - 1], color="red", zorder=3)
        ax.text(best + 0.1, 0.05, f"epoch {best}", transform=ax.get_xaxis_transform())
        ax.legend()
    return figure
