"""Your legend explains the lines of one axes only. In the other one the lines have different colours or forms, and
nothing says which is which. Use the same two colours in both axes, or a legend in each."""

import matplotlib.pyplot as plt
import numpy as np


def plot_history(history):
    epochs = range(1, len(history["loss"]) + 1)
    best = int(np.argmin(history["val_loss"])) + 1
    figure, (left, right) = plt.subplots(1, 2)
    left.plot(epochs, history["loss"], "C0", label="training")
    left.plot(epochs, history["val_loss"], "C1", label="validation")
    right.plot(epochs, history["accuracy"], "C2")
    right.plot(epochs, history["val_accuracy"], "C3")
    for ax in (left, right):
        ax.axvline(best, color="gray")
    left.legend()
    return figure
