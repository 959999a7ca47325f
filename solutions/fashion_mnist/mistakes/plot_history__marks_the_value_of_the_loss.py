"""Your vertical line is at the value of the lowest loss. On the x axis there are epochs: which epoch does
this loss belong to?"""

import matplotlib.pyplot as plt


def plot_history(history):
    epochs = range(1, len(history["loss"]) + 1)
    figure, axes = plt.subplots(1, 2)
    for ax, score in zip(axes, ["loss", "accuracy"]):
        ax.plot(epochs, history[score], label="training")
        ax.plot(epochs, history["val_" + score], label="validation")
        ax.axvline(min(history["val_loss"]), color="gray")
        ax.legend()
    return figure
