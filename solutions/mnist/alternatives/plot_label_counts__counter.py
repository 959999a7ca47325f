"""Bars from a Counter, in the order in which the digits appear."""

from collections import Counter

import matplotlib.pyplot as plt


def plot_label_counts(train_labels, test_labels):
    figure, axes = plt.subplots(1, 2)
    for ax, labels in zip(axes, [train_labels, test_labels]):
        counts = Counter(labels.tolist())
        ax.bar(counts.keys(), counts.values())
    return figure
