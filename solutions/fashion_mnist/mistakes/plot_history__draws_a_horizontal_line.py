"""You drew a horizontal line. It stays at one number of the y axis, and the epochs are on the x axis. Matplotlib has a
similar method for vertical lines."""

import matplotlib.pyplot as plt


def plot_history(history):
    epochs = range(1, len(history["loss"]) + 1)
    figure, axes = plt.subplots(1, 2)
    for ax, score in zip(axes, ["loss", "accuracy"]):
        ax.plot(epochs, history[score], label="training")
        ax.plot(epochs, history["val_" + score], label="validation")
        ax.legend()
    axes[0].axhline(min(history["val_loss"]), color="gray")
    axes[1].axhline(max(history["val_accuracy"]), color="gray")
    return figure
