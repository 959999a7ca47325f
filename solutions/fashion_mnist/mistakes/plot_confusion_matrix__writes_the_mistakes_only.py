"""You left out the numbers on the diagonal. A reader wants to compare the mistakes with the right answers: every
cell needs its number."""

import matplotlib.pyplot as plt


def plot_confusion_matrix(matrix, class_names):
    figure, ax = plt.subplots(layout="constrained")
    ax.imshow(matrix, cmap="Blues")
    for row in range(len(matrix)):
        for column in range(len(matrix)):
            if row == column:
                continue
            color = "white" if matrix[row, column] > matrix.max() / 2 else "black"
            ax.text(column, row, matrix[row, column], ha="center", va="center", color=color)
    ax.set_xticks(range(len(class_names)), class_names, rotation=45, ha="right")
    ax.set_yticks(range(len(class_names)), class_names)
    ax.set(xlabel="predicted class", ylabel="true class")
    return figure
