"""pcolormesh with a y axis that goes down, and a colour bar."""

import matplotlib.pyplot as plt
import numpy as np


def plot_confusion_matrix(matrix, class_names):
    n = len(matrix)
    fig, ax = plt.subplots(figsize=(9, 8))
    mesh = ax.pcolormesh(matrix, cmap="Oranges", edgecolors="white")
    ax.invert_yaxis()
    fig.colorbar(mesh)
    for i in range(n):
        for j in range(n):
            ax.text(j + 0.5, i + 0.5, str(matrix[i, j]), ha="center", va="center", color="black")
    ax.set_xticks(np.arange(n) + 0.5, class_names, rotation=45, ha="right", rotation_mode="anchor")
    ax.set_yticks(np.arange(n) + 0.5, class_names)
    ax.set_xlabel("predicted")
    ax.set_ylabel("actual")
    fig.tight_layout()
    return fig
