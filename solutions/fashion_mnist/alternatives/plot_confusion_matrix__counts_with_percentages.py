"""Each cell has its count and its percentage."""

import matplotlib.pyplot as plt
import numpy as np


def plot_confusion_matrix(matrix, class_names):
    total = matrix.sum(axis=1, keepdims=True)
    figure, ax = plt.subplots(figsize=(10, 9), layout="constrained")
    ax.imshow(matrix, cmap="Blues")
    for row, column in np.ndindex(matrix.shape):
        text = f"{matrix[row, column]}\n({matrix[row, column] / total[row, 0]:.1%})"
        ax.text(column, row, text, ha="center", va="center", fontsize=8, color="white" if matrix[row, column] > matrix.max() / 2 else "black")
    ax.set_xticks(range(len(class_names)), class_names, rotation=20)
    ax.set_yticks(range(len(class_names)), class_names)
    ax.set(xlabel="predicted", ylabel="true")
    return figure
