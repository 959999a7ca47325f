"""Your lines begin at x = 0. plot counts from 0 if it gets no x, and so do range and np.arange if they get no start. The
first epoch has the number 1: which numbers does plot need as x?"""

import matplotlib.pyplot as plt
import numpy as np


def plot_history(history):
    best = int(np.argmin(history["val_loss"]))
    figure, axes = plt.subplots(1, 2)
    for ax, score in zip(axes, ["loss", "accuracy"]):
        ax.plot(history[score], label="training")
        ax.plot(history["val_" + score], label="validation")
        ax.axvline(best, color="gray")
        ax.legend()
    return figure
