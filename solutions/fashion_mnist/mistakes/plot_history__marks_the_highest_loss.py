"""You marked the epoch with the highest validation loss. A loss says how wrong the network is: is the best epoch the one with
more or with less of it?"""

import matplotlib.pyplot as plt
import numpy as np


def plot_history(history):
    epochs = range(1, len(history["loss"]) + 1)
    figure, axes = plt.subplots(1, 2)
    for ax, score in zip(axes, ["loss", "accuracy"]):
        ax.plot(epochs, history[score], label="training")
        ax.plot(epochs, history["val_" + score], label="validation")
        ax.axvline(np.argmax(history["val_loss"]) + 1, color="gray")
        ax.legend()
    return figure
