"""You asked the argument for its attribute history. It is the dict already: the page passes history.history. Which
keys does it have?"""

import matplotlib.pyplot as plt
import numpy as np


def plot_history(history):
    scores = history.history
    epochs = range(1, len(scores["loss"]) + 1)
    best = int(np.argmin(scores["val_loss"])) + 1
    figure, axes = plt.subplots(1, 2)
    for ax, score in zip(axes, ["loss", "accuracy"]):
        ax.plot(epochs, scores[score], label="training")
        ax.plot(epochs, scores["val_" + score], label="validation")
        ax.axvline(best, color="gray")
        ax.legend()
    return figure
