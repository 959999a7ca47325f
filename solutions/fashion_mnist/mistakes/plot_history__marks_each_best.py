"""Among the accuracies, you marked the epoch with the highest validation accuracy. There is only one best epoch, the one
with the lowest validation loss: the line is at the same x in both axes."""

import matplotlib.pyplot as plt
import numpy as np


def plot_history(history):
    epochs = range(1, len(history["loss"]) + 1)
    figure, axes = plt.subplots(1, 2)
    for ax, score, best in zip(axes, ["loss", "accuracy"], [np.argmin(history["val_loss"]), np.argmax(history["val_accuracy"])]):
        ax.plot(epochs, history[score], label="training")
        ax.plot(epochs, history["val_" + score], label="validation")
        ax.axvline(best + 1, color="gray")
        ax.legend()
    return figure
