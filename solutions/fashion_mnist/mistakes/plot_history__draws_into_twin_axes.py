"""Your second axes lie over the first ones, as twinx makes them. Four lines with two scales are in one place, and it is
hard to see which line belongs to which scale. Put the second axes beside or below the first."""

import matplotlib.pyplot as plt
import numpy as np


def plot_history(history):
    epochs = range(1, len(history["loss"]) + 1)
    figure, ax = plt.subplots()
    ax.plot(epochs, history["loss"], "C0", label="training loss")
    ax.plot(epochs, history["val_loss"], "C1", label="validation loss")
    over = ax.twinx()
    over.plot(epochs, history["accuracy"], "C2", label="training accuracy")
    over.plot(epochs, history["val_accuracy"], "C3", label="validation accuracy")
    ax.axvline(np.argmin(history["val_loss"]) + 1, color="black", linestyle="--")
    ax.legend(loc="upper left")
    over.legend(loc="lower right")
    return figure
