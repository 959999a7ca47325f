"""Bars from bincount."""

import matplotlib.pyplot as plt
import numpy as np


def plot_label_counts(train_labels, test_labels):
    figure, axes = plt.subplots(1, 2)
    for ax, labels in zip(axes, [train_labels, test_labels]):
        ax.bar(np.arange(10), np.bincount(labels, minlength=10))
        ax.set_xticks(np.arange(10))
    return figure
