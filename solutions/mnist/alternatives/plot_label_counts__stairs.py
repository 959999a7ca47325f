"""Filled steps, drawn with stairs."""

import matplotlib.pyplot as plt
import numpy as np


def plot_label_counts(train_labels, test_labels):
    figure, axes = plt.subplots(1, 2)
    for ax, labels in zip(axes, [train_labels, test_labels]):
        ax.stairs(np.bincount(labels, minlength=10), np.arange(11) - 0.5, fill=True)
    return figure
