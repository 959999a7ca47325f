"""A dark style, and whole numbers at the ticks."""

import matplotlib.pyplot as plt
import numpy as np


def plot_history(history):
    epochs = np.arange(1, len(history["loss"]) + 1)
    with plt.style.context("dark_background"):
        figure, axes = plt.subplots(1, 2)
        for ax, score in zip(axes, ["loss", "accuracy"]):
            ax.plot(epochs, history[score], label="training")
            ax.plot(epochs, history["val_" + score], label="validation")
            ax.axvline(np.argmin(history["val_loss"]) + 1, color="white", linestyle=":")
            ax.xaxis.get_major_locator().set_params(integer=True)
            ax.legend()
    return figure
