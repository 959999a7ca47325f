"""You drew the losses only. The accuracy is the number that people understand at once, and it needs separate axes.
Which two lists are still missing?"""

import matplotlib.pyplot as plt
import numpy as np


def plot_history(history):
    epochs = range(1, len(history["loss"]) + 1)
    figure, ax = plt.subplots()
    ax.plot(epochs, history["loss"], label="training")
    ax.plot(epochs, history["val_loss"], label="validation")
    ax.axvline(np.argmin(history["val_loss"]) + 1, color="gray")
    ax.legend()
    return figure
