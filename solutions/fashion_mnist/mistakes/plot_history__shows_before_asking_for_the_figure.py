"""You called plt.show() before you asked pyplot for the figure. Showing closes the figure, so plt.gcf() gives a new,
empty one. Leave out plt.show(): the page calls it."""

import matplotlib.pyplot as plt
import numpy as np


def plot_history(history):
    epochs = range(1, len(history["loss"]) + 1)
    plt.figure(figsize=(9, 4))
    for place, score in enumerate(["loss", "accuracy"], start=1):
        plt.subplot(1, 2, place)
        plt.plot(epochs, history[score], label="training")
        plt.plot(epochs, history["val_" + score], label="validation")
        plt.axvline(np.argmin(history["val_loss"]) + 1, color="gray")
        plt.legend()
    plt.show()
    return plt.gcf()
