"""Your line is at the last epoch. There the training ended, but the validation loss was lowest before. Where is its
lowest point?"""

import matplotlib.pyplot as plt


def plot_history(history):
    epochs = range(1, len(history["loss"]) + 1)
    figure, axes = plt.subplots(1, 2)
    for ax, score in zip(axes, ["loss", "accuracy"]):
        ax.plot(epochs, history[score], label="training")
        ax.plot(epochs, history["val_" + score], label="validation")
        ax.axvline(len(history["val_loss"]), color="gray")
        ax.legend()
    return figure
