"""You drew into the figure that was open, so the lines of a second call are on top of the first. Begin each call
with a new figure."""

import matplotlib.pyplot as plt
import numpy as np


def plot_history(history):
    epochs = range(1, len(history["loss"]) + 1)
    for place, score in enumerate(["loss", "accuracy"], start=1):
        plt.subplot(1, 2, place)
        plt.plot(epochs, history[score], label="training")
        plt.plot(epochs, history["val_" + score], label="validation")
        plt.axvline(np.argmin(history["val_loss"]) + 1, color="gray")
        plt.legend()
    return plt.gcf()
