"""Two lines of the same kind, both losses or both accuracies, are in different axes. Whether training and validation
differ can only be seen if both lines share the same axes and the same scale."""

import matplotlib.pyplot as plt
import numpy as np


def plot_history(history):
    epochs = range(1, len(history["loss"]) + 1)
    best = int(np.argmin(history["val_loss"])) + 1
    figure, axes = plt.subplots(2, 2)
    names = {"loss": "training", "val_loss": "validation", "accuracy": "training", "val_accuracy": "validation"}
    for ax, (score, name), color in zip(axes.flat, names.items(), ["C0", "C1", "C0", "C1"]):
        ax.plot(epochs, history[score], color, label=name)
        ax.axvline(best, color="gray")
        ax.legend()
    return figure
