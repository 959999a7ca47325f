"""Bars from a Counter of NumPy numbers."""

from collections import Counter

import matplotlib.pyplot as plt


def plot_label_counts(train_labels, test_labels):
    figure, axes = plt.subplots(1, 2)
    for ax, labels in zip(axes, [train_labels, test_labels]):
        counts = Counter(labels)
        ax.bar(list(counts), list(counts.values()))
    return figure
