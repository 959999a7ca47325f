"""The losses on a logarithmic scale."""

import matplotlib.pyplot as plt
import numpy as np


def plot_history(history):
    epochs = range(1, len(history["loss"]) + 1)
    best = int(np.argmin(history["val_loss"])) + 1
    figure, axes = plt.subplots(1, 2)
    axes[0].semilogy(epochs, history["loss"], label="training")
    axes[0].semilogy(epochs, history["val_loss"], label="validation")
    axes[1].plot(epochs, history["accuracy"], label="training")
    axes[1].plot(epochs, history["val_accuracy"], label="validation")
    for ax in axes:
        ax.axvline(best, color="gray")
        ax.legend()
    return figure
