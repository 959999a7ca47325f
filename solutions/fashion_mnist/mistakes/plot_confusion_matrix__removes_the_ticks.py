"""Your image has nothing at its edges: with axis("off") or without ticks the names of the classes are gone. The
reader does not know what a row or a column is."""

import matplotlib.pyplot as plt


def plot_confusion_matrix(matrix, class_names):
    figure, ax = plt.subplots(layout="constrained")
    ax.imshow(matrix, cmap="Blues")
    for row in range(len(matrix)):
        for column in range(len(matrix)):
            color = "white" if matrix[row, column] > matrix.max() / 2 else "black"
            ax.text(column, row, matrix[row, column], ha="center", va="center", color=color)
    ax.set(xticks=[], yticks=[])
    ax.set(xlabel="predicted class", ylabel="true class")
    return figure
