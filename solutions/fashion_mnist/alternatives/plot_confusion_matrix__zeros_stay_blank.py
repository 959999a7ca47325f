"""No text where the number is 0."""

import matplotlib.pyplot as plt
import numpy as np


def plot_confusion_matrix(matrix, class_names):
    figure = plt.figure(figsize=(7, 7))
    ax = figure.add_subplot()
    ax.imshow(matrix, cmap="Purples")
    for row, column in zip(*np.nonzero(matrix)):
        number = matrix[row, column]
        ax.annotate(number, (column, row), ha="center", va="center", color=("black", "white")[int(number > matrix.max() / 2)])
    plt.xticks(range(len(class_names)), class_names, rotation=60, ha="right")
    plt.yticks(range(len(class_names)), class_names)
    plt.xlabel("the network says")
    plt.ylabel("it really is")
    figure.tight_layout()
    return figure
