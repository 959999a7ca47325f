"""The lines are at the places 0, 1, 2, …, and the ticks say 1, 2, 3, …"""

import matplotlib.pyplot as plt
import numpy as np


def plot_history(history):
    count = len(history["loss"])
    figure, axes = plt.subplots(1, 2)
    for ax, score in zip(axes, ["loss", "accuracy"]):
        ax.plot(history[score], label="training")
        ax.plot(history["val_" + score], label="validation")
        ax.axvline(np.argmin(history["val_loss"]), color="gray")
        ax.set_xticks(range(count), range(1, count + 1))
        ax.legend()
    return figure
