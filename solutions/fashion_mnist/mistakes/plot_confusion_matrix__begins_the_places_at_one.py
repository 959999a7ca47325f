"""Your names begin at place 1, but the first row and the first column are at place 0. So each name is one cell
too far, and the last one is outside of the image."""

import matplotlib.pyplot as plt


def plot_confusion_matrix(matrix, class_names):
    figure, ax = plt.subplots(layout="constrained")
    ax.imshow(matrix, cmap="Blues")
    for row in range(len(matrix)):
        for column in range(len(matrix)):
            color = "white" if matrix[row, column] > matrix.max() / 2 else "black"
            ax.text(column, row, matrix[row, column], ha="center", va="center", color=color)
    ax.set_xticks(range(1, len(class_names) + 1), class_names, rotation=45, ha="right")
    ax.set_yticks(range(1, len(class_names) + 1), class_names)
    ax.set(xlabel="predicted class", ylabel="true class")
    return figure
