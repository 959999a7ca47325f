"""No vertical line marks the best epoch. With it, the reader sees at once where the validation loss was lowest, in both
axes. Look for a method of the axes that draws a line from the bottom to the top."""
# Also true: marks_the_accuracy_only, marks_the_loss_only

import matplotlib.pyplot as plt


def plot_history(history):
    epochs = range(1, len(history["loss"]) + 1)
    figure, axes = plt.subplots(1, 2)
    for ax, score in zip(axes, ["loss", "accuracy"]):
        ax.plot(epochs, history[score], label="training")
        ax.plot(epochs, history["val_" + score], label="validation")
        ax.legend()
    return figure
