"""Two subfigures with a heading each."""

import matplotlib.pyplot as plt
import numpy as np


def plot_history(history):
    epochs = range(1, len(history["loss"]) + 1)
    figure = plt.figure(figsize=(10, 4))
    for part, score in zip(figure.subfigures(1, 2), ["loss", "accuracy"]):
        ax = part.subplots()
        ax.plot(epochs, history[score], label="training")
        ax.plot(epochs, history["val_" + score], label="validation")
        ax.axvline(np.argmin(history["val_loss"]) + 1, color="gray")
        ax.legend()
        part.suptitle(score)
    return figure
