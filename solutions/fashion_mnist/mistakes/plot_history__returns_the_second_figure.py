"""The figure that you returned has the accuracies only; the losses are not in it. One figure can hold both axes: what do
the first two arguments of plt.subplots mean?"""

import matplotlib.pyplot as plt
import numpy as np


def plot_history(history):
    epochs = range(1, len(history["loss"]) + 1)
    best = int(np.argmin(history["val_loss"])) + 1
    for score in ["loss", "accuracy"]:
        figure, ax = plt.subplots()
        ax.plot(epochs, history[score], label="training")
        ax.plot(epochs, history["val_" + score], label="validation")
        ax.axvline(best, color="gray")
        ax.legend()
    return figure
