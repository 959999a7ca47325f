"""x and y are exchanged: the epochs go up and the numbers go across. plot takes x first. Which of the two belongs
there?"""

import matplotlib.pyplot as plt
import numpy as np


def plot_history(history):
    epochs = range(1, len(history["loss"]) + 1)
    best = int(np.argmin(history["val_loss"])) + 1
    figure, axes = plt.subplots(1, 2)
    for ax, score in zip(axes, ["loss", "accuracy"]):
        ax.plot(history[score], epochs, label="training")
        ax.plot(history["val_" + score], epochs, label="validation")
        ax.axvline(best, color="gray")
        ax.legend()
    return figure
