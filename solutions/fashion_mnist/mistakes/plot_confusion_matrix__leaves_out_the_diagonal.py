"""You drew the image without its diagonal. The exercise asks for the whole matrix: the reader compares the mistakes
with the right answers."""

import matplotlib.pyplot as plt
import numpy as np


def plot_confusion_matrix(matrix, class_names):
    figure, ax = plt.subplots(layout="constrained")
    ax.imshow(matrix * (1 - np.eye(len(matrix), dtype=int)), cmap="Blues")
    for row in range(len(matrix)):
        for column in range(len(matrix)):
            color = "white" if row != column and matrix[row, column] > matrix.max() else "black"
            ax.text(column, row, matrix[row, column], ha="center", va="center", color=color)
    ax.set_xticks(range(len(class_names)), class_names, rotation=45, ha="right")
    ax.set_yticks(range(len(class_names)), class_names)
    ax.set(xlabel="predicted class", ylabel="true class")
    return figure
