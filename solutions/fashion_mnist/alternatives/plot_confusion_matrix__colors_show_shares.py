"""The colours show the share of each row, the numbers are counts."""

import matplotlib.pyplot as plt
import numpy as np


def plot_confusion_matrix(matrix, class_names):
    shares = matrix / np.maximum(matrix.sum(axis=1, keepdims=True), 1)
    figure, ax = plt.subplots(layout="constrained")
    image = ax.imshow(shares, vmin=0, vmax=1, cmap="viridis")
    figure.colorbar(image, ax=ax, label="share of the true class")
    for row in range(len(matrix)):
        for column in range(len(matrix)):
            ax.text(column, row, int(matrix[row, column]), ha="center", va="center", size=8, color="black" if shares[row, column] > 0.5 else "white")
    ax.set_xticks(range(len(class_names)), labels=class_names, rotation="vertical")
    ax.set_yticks(range(len(class_names)), labels=class_names)
    ax.set(xlabel="predicted class", ylabel="true class", title="Who is taken for whom?")
    return figure
