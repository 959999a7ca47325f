"""A grid with a narrow column for the names."""

import matplotlib.pyplot as plt
import numpy as np
from matplotlib.gridspec import GridSpec


def plot_examples(images, labels, class_names):
    present = np.unique(labels)
    figure = plt.figure(figsize=(8, 1.3 * len(present)))
    grid = GridSpec(len(present), 6, figure=figure, width_ratios=[1.4, 1, 1, 1, 1, 1])
    for row, label in enumerate(present):
        name = figure.add_subplot(grid[row, 0])
        name.axis("off")
        name.text(1, 0.5, class_names[label], ha="right", va="center")
        for column, place in enumerate(np.flatnonzero(labels == label)[:5]):
            ax = figure.add_subplot(grid[row, column + 1])
            ax.imshow(images[place], cmap="gray")
            ax.axis("off")
    return figure
