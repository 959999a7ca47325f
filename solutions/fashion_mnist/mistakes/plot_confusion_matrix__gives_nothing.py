"""Your function returned None: its figure is lost. A function gives back only what comes after return; without a
return it gives None."""

import matplotlib.pyplot as plt


def plot_confusion_matrix(matrix, class_names):
    figure, ax = plt.subplots(layout="constrained")
    ax.imshow(matrix, cmap="Blues")
    for row in range(len(matrix)):
        for column in range(len(matrix)):
            color = "white" if matrix[row, column] > matrix.max() / 2 else "black"
            ax.text(column, row, matrix[row, column], ha="center", va="center", color=color)
    ax.set_xticks(range(len(class_names)), class_names, rotation=45, ha="right")
    ax.set_yticks(range(len(class_names)), class_names)
    ax.set(xlabel="predicted class", ylabel="true class")
