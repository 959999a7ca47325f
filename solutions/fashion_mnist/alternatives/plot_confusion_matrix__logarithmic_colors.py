"""Logarithmic colours, so that rare mistakes can be seen."""

import matplotlib.pyplot as plt
import numpy as np
from matplotlib.colors import LogNorm


def plot_confusion_matrix(matrix, class_names):
    figure, ax = plt.subplots(figsize=(8, 7), layout="constrained")
    image = ax.imshow(matrix + 1, norm=LogNorm(), cmap="cividis")
    for (row, column), number in np.ndenumerate(matrix):
        color = "black" if image.norm(number + 1) > 0.5 else "white"
        ax.text(column, row, number, ha="center", va="center", color=color)
    ax.set_xticks(np.arange(len(class_names)), class_names, rotation=45, ha="right")
    ax.set_yticks(np.arange(len(class_names)), class_names)
    ax.set(xlabel="prediction", ylabel="truth")
    return figure
