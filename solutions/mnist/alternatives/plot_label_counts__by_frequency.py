"""Bars in order of frequency, with the digit under each bar."""

import matplotlib.pyplot as plt
import numpy as np


def plot_label_counts(train_labels, test_labels):
    figure, axes = plt.subplots(1, 2)
    for ax, labels in zip(axes, [train_labels, test_labels]):
        digits, counts = np.unique(labels, return_counts=True)
        order = np.argsort(-counts)
        ax.bar(range(len(order)), counts[order])
        ax.set_xticks(range(len(order)), digits[order])
    return figure
