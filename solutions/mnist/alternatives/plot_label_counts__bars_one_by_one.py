"""Bars drawn one by one, each with its own colour."""

import matplotlib.pyplot as plt


def plot_label_counts(train_labels, test_labels):
    figure, axes = plt.subplots(1, 2)
    for ax, labels in zip(axes, [train_labels, test_labels]):
        for digit in set(labels.tolist()):
            ax.bar(digit, (labels == digit).sum())
    return figure
