"""Your colours only show whether a cell is on the diagonal, not how large its number is. Give imshow the matrix
itself: it makes a colour from each number."""

import matplotlib.pyplot as plt
import numpy as np


def plot_confusion_matrix(matrix, class_names):
    figure, ax = plt.subplots(layout="constrained")
    ax.imshow(np.eye(len(matrix)), cmap="Blues")
    for row in range(len(matrix)):
        for column in range(len(matrix)):
            color = "white" if row == column else "black"
            ax.text(column, row, matrix[row, column], ha="center", va="center", color=color)
    ax.set_xticks(range(len(class_names)), class_names, rotation=45, ha="right")
    ax.set_yticks(range(len(class_names)), class_names)
    ax.set(xlabel="predicted class", ylabel="true class")
    return figure
