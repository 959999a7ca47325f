"""You drew losses and accuracies into the same axes. Their numbers mean different things, and if one kind needs much
space, the lines of the other kind become flat. Give each kind its own axes."""

import matplotlib.pyplot as plt
import numpy as np


def plot_history(history):
    epochs = range(1, len(history["loss"]) + 1)
    figure, ax = plt.subplots()
    ax.plot(epochs, history["loss"], label="training loss")
    ax.plot(epochs, history["val_loss"], label="validation loss")
    ax.plot(epochs, history["accuracy"], label="training accuracy")
    ax.plot(epochs, history["val_accuracy"], label="validation accuracy")
    ax.axvline(np.argmin(history["val_loss"]) + 1, color="black", linestyle="--")
    ax.legend()
    return figure
