"""A name is at the wrong line: training is called validation, or the other way round. The reader sees overfitting
where there is none. Compare each line with its list, in both axes."""

import matplotlib.pyplot as plt
import numpy as np


def plot_history(history):
    epochs = range(1, len(history["loss"]) + 1)
    best = int(np.argmin(history["val_loss"])) + 1
    figure, axes = plt.subplots(1, 2)
    for ax, score in zip(axes, ["loss", "accuracy"]):
        ax.plot(epochs, history["val_" + score])
        ax.plot(epochs, history[score])
        ax.axvline(best, color="gray")
        ax.legend(["training", "validation"])
    return figure
