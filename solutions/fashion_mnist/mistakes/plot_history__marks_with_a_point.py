"""You marked the best epoch with a point on a line. A vertical line through both axes is asked for: with it, the
reader can read off all four numbers of this epoch."""
# Also true: marks_nothing

import matplotlib.pyplot as plt
import numpy as np


def plot_history(history):
    epochs = range(1, len(history["loss"]) + 1)
    best = int(np.argmin(history["val_loss"]))
    figure, axes = plt.subplots(1, 2)
    for ax, score in zip(axes, ["loss", "accuracy"]):
        ax.plot(epochs, history[score], label="training")
        ax.plot(epochs, history["val_" + score], label="validation")
        ax.plot(best + 1, history["val_" + score][best], "ro")
        ax.legend()
    return figure
