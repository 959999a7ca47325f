"""The names at the rows say how many images there are, too."""

import matplotlib.pyplot as plt
import numpy as np


def plot_confusion_matrix(matrix, class_names):
    figure, ax = plt.subplots(figsize=(9, 8), layout="constrained")
    ax.imshow(matrix, cmap="Blues")
    for row, column in np.ndindex(matrix.shape):
        ax.text(column, row, matrix[row, column], ha="center", va="center", color="white" if matrix[row, column] > matrix.max() / 2 else "black")
    ax.set_xticks(range(len(class_names)), [name.replace(" ", "\n") for name in class_names], rotation=60)
    ax.set_yticks(range(len(class_names)), [f"{name} ({total})" for name, total in zip(class_names, matrix.sum(axis=1))])
    ax.set(xlabel="predicted class", ylabel="true class")
    return figure
