"""Only one of two lines has its name; the other name is at something else, such as the vertical line. A list of names in
legend goes to what was drawn, in its order. Give each line its label in plot."""

import matplotlib.pyplot as plt
import numpy as np


def plot_history(history):
    epochs = range(1, len(history["loss"]) + 1)
    best = int(np.argmin(history["val_loss"])) + 1
    figure, axes = plt.subplots(1, 2)
    for ax, score in zip(axes, ["loss", "accuracy"]):
        ax.axvline(best, color="gray")
        ax.plot(epochs, history[score])
        ax.plot(epochs, history["val_" + score])
        ax.legend(["training", "validation"])
    return figure
