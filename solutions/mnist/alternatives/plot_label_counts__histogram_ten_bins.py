"""A histogram with Matplotlib's own ten bins."""

import matplotlib.pyplot as plt


def plot_label_counts(train_labels, test_labels):
    figure, axes = plt.subplots(1, 2)
    for ax, labels in zip(axes, [train_labels, test_labels]):
        ax.hist(labels, edgecolor='white')
    return figure
