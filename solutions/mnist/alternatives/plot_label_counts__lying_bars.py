"""Horizontal bars."""

import matplotlib.pyplot as plt
import numpy as np


def plot_label_counts(train_labels, test_labels):
    figure, axes = plt.subplots(2, 1)
    for ax, labels in zip(axes, [train_labels, test_labels]):
        digits, counts = np.unique(labels, return_counts=True)
        ax.barh(digits, counts)
    return figure
