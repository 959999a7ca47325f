"""Twenty bins between 0 and 9 are less than half a digit wide, so every second bin is between two whole
numbers and stays empty."""

import matplotlib.pyplot as plt
import numpy as np


def plot_label_counts(train_labels, test_labels):
    figure, axes = plt.subplots(1, 2)
    for ax, labels in zip(axes, [train_labels, test_labels]):
        ax.hist(labels, bins=20)
    return figure
