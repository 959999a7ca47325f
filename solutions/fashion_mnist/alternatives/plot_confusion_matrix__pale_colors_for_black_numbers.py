"""A scale that ends far above the largest number, so that black can be read everywhere."""

import matplotlib.pyplot as plt
import numpy as np


def plot_confusion_matrix(matrix, class_names):
    figure, ax = plt.subplots(layout="constrained")
    ax.imshow(matrix, cmap="Reds", vmin=0, vmax=2 * matrix.max())
    for (row, column), number in np.ndenumerate(matrix):
        ax.text(column, row, number, ha="center", va="center", fontsize=8)
    ax.set_xticks(range(len(class_names)), class_names, rotation=45, ha="right")
    ax.set_yticks(range(len(class_names)), class_names)
    ax.set(xlabel="predicted class", ylabel="true class")
    return figure
