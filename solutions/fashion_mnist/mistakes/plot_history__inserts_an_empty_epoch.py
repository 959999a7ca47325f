"""You changed the history that you were given. Its lists belong to the caller, who reads them again. If something is
missing for your lines, such as the numbers of the epochs, make a new list."""

import matplotlib.pyplot as plt
import numpy as np


def plot_history(history):
    figure, axes = plt.subplots(1, 2)
    best = int(np.argmin(history["val_loss"])) + 1
    for ax, score in zip(axes, ["loss", "accuracy"]):
        history[score].insert(0, np.nan)
        history["val_" + score].insert(0, np.nan)
        ax.plot(history[score], label="training")
        ax.plot(history["val_" + score], label="validation")
        ax.axvline(best, color="gray")
        ax.legend()
    return figure
