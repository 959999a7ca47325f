"""Your lines begin at x = 0, but the vertical line counts the epochs from 1. So it is one epoch beside the lowest
point. Give plot the numbers of the epochs as its first argument."""
# Also true: begins_at_zero, marks_one_epoch_too_late

import matplotlib.pyplot as plt
import numpy as np


def plot_history(history):
    figure, axes = plt.subplots(1, 2)
    for ax, score in zip(axes, ["loss", "accuracy"]):
        ax.plot(history[score], label="training")
        ax.plot(history["val_" + score], label="validation")
        ax.axvline(np.argmin(history["val_loss"]) + 1, color="gray")
        ax.legend()
    return figure
