"""No vertical line goes through your axes at the best epoch: yours is too short to mark anything. axvline draws from the
bottom to the top if it gets no further arguments."""
# Also true: marks_nothing

import matplotlib.pyplot as plt
import numpy as np


def plot_history(history):
    epochs = range(1, len(history["loss"]) + 1)
    best = int(np.argmin(history["val_loss"])) + 1
    figure, axes = plt.subplots(1, 2)
    for ax, score in zip(axes, ["loss", "accuracy"]):
        ax.plot(epochs, history[score], label="training")
        ax.plot(epochs, history["val_" + score], label="validation")
        ax.axvline(best, ymax=0.05, color="gray")
        ax.legend()
    return figure
