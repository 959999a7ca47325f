"""Your figure is empty: you made a new figure after drawing, and returned that one. Keep the figure into which you
draw."""
# Also true: draws_bars

import matplotlib.pyplot as plt
import numpy as np


def plot_history(history):
    epochs = range(1, len(history["loss"]) + 1)
    best = int(np.argmin(history["val_loss"])) + 1
    _, axes = plt.subplots(1, 2)
    for ax, score in zip(axes, ["loss", "accuracy"]):
        ax.plot(epochs, history[score], label="training")
        ax.plot(epochs, history["val_" + score], label="validation")
        ax.axvline(best, color="gray")
        ax.legend()
    return plt.figure()
