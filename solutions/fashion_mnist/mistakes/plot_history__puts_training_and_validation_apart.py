"""Two lines of the same kind, both losses or both accuracies, are in different axes. So the gap between training and
validation cannot be seen. Which two of the four lists belong together?"""
# Also true: draws_four_axes

import matplotlib.pyplot as plt
import numpy as np


def plot_history(history):
    epochs = range(1, len(history["loss"]) + 1)
    best = int(np.argmin(history["val_loss"])) + 1
    figure, axes = plt.subplots(1, 2)
    for ax, part in zip(axes, ["", "val_"]):
        name = "validation" if part else "training"
        ax.plot(epochs, history[part + "loss"], label=f"{name} loss")
        ax.plot(epochs, history[part + "accuracy"], label=f"{name} accuracy")
        ax.axvline(best, color="gray")
        ax.legend()
    return figure
