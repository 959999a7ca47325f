"""A histogram with whole numbers as edges."""

import matplotlib.pyplot as plt


def plot_label_counts(train_labels, test_labels):
    figure, axes = plt.subplots(1, 2)
    for ax, labels in zip(axes, [train_labels, test_labels]):
        ax.hist(labels, bins=range(11))
    return figure
