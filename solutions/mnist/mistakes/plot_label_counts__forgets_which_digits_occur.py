"""You number the counts 0, 1, 2, … in order. If a digit does not occur, all digits after it are one position
too far to the left."""

import matplotlib.pyplot as plt
import numpy as np


def plot_label_counts(train_labels, test_labels):
    figure, axes = plt.subplots(1, 2)
    for ax, labels in zip(axes, [train_labels, test_labels]):
        digits, counts = np.unique(labels, return_counts=True)
        ax.bar(range(len(counts)), counts)
    return figure
