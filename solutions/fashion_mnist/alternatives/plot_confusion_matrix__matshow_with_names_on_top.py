"""matshow, the predicted names on top."""

import matplotlib.pyplot as plt
import numpy as np


def plot_confusion_matrix(matrix, class_names):
    fig, ax = plt.subplots(figsize=(8, 8))
    ax.matshow(matrix, cmap="Greens")
    for (i, j), value in np.ndenumerate(matrix):
        ax.text(j, i, f"{value}", ha="center", va="center", color="w" if value > 0.6 * matrix.max() else "k")
    ax.set_xticks(np.arange(len(class_names)))
    ax.set_xticklabels(class_names, rotation=90)
    ax.set_yticks(np.arange(len(class_names)))
    ax.set_yticklabels(class_names)
    ax.set_xlabel("Predicted label")
    ax.xaxis.set_label_position("top")
    ax.set_ylabel("True label")
    return fig
