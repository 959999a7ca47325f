"""Both lines look alike: same colour, same form. A legend does not help if the reader cannot tell the lines apart. Let
Matplotlib choose the colours, or choose two."""

import matplotlib.pyplot as plt
import numpy as np


def plot_history(history):
    epochs = range(1, len(history["loss"]) + 1)
    best = int(np.argmin(history["val_loss"])) + 1
    figure, axes = plt.subplots(1, 2)
    for ax, score in zip(axes, ["loss", "accuracy"]):
        ax.plot(epochs, history[score], "b", label="training")
        ax.plot(epochs, history["val_" + score], "b", label="validation")
        ax.axvline(best, color="gray")
        ax.legend()
    return figure
