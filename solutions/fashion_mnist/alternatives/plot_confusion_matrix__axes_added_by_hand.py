"""Axes at a place chosen by hand, ticks above and below."""

import matplotlib.pyplot as plt
import numpy as np


def plot_confusion_matrix(matrix, class_names):
    figure = plt.figure(figsize=(8, 8))
    ax = figure.add_axes([0.2, 0.2, 0.7, 0.7])
    ax.imshow(matrix, cmap="binary", aspect="auto")
    half = matrix.max() / 2
    for row, column in np.ndindex(matrix.shape):
        ax.text(column, row, "%d" % matrix[row, column], ha="center", va="center", color="w" if matrix[row, column] > half else "k")
    ax.set(xticks=np.arange(len(class_names)), yticks=np.arange(len(class_names)), xticklabels=class_names, yticklabels=class_names)
    ax.tick_params(axis="x", top=True, labeltop=True, labelrotation=90)
    ax.set_xlabel("Predicted")
    ax.set_ylabel("True")
    return figure
