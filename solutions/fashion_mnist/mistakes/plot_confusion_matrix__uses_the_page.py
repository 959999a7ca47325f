"""You wrote names from the page, not those that the function is given. It is also called with other classes, and
then its names are wrong."""

import matplotlib.pyplot as plt


def plot_confusion_matrix(matrix, class_names):
    figure, ax = plt.subplots(layout="constrained")
    ax.imshow(matrix, cmap="Blues")
    for row in range(len(matrix)):
        for column in range(len(matrix)):
            color = "white" if matrix[row, column] > matrix.max() / 2 else "black"
            ax.text(column, row, matrix[row, column], ha="center", va="center", color=color)
    ax.set_xticks(range(len(CLASS_NAMES)), CLASS_NAMES, rotation=45, ha="right")
    ax.set_yticks(range(len(CLASS_NAMES)), CLASS_NAMES)
    ax.set(xlabel="predicted class", ylabel="true class")
    return figure
