"""Something white covers the whole figure and hides everything that you drew."""

import matplotlib.pyplot as plt
import numpy as np


def plot_label_counts(train_labels, test_labels):
    figure, axes = plt.subplots(1, 2)
    for ax, labels in zip(axes, [train_labels, test_labels]):
        ax.bar(*np.unique(labels, return_counts=True))
    figure.add_artist(plt.Rectangle((0, 0), 1, 1, color="white", zorder=100))
    return figure
