"""You marked the epoch with the highest validation accuracy. The best epoch is the one with the lowest validation
loss, as in exercise 7, and the two often differ."""
# Also true: marks_each_best

import matplotlib.pyplot as plt
import numpy as np


def plot_history(history):
    epochs = range(1, len(history["loss"]) + 1)
    figure, axes = plt.subplots(1, 2)
    for ax, score in zip(axes, ["loss", "accuracy"]):
        ax.plot(epochs, history[score], label="training")
        ax.plot(epochs, history["val_" + score], label="validation")
        ax.axvline(np.argmax(history["val_accuracy"]) + 1, color="gray")
        ax.legend()
    return figure
