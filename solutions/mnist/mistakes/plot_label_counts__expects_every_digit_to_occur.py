"""You draw a bar for each of ten digits, and bincount gives ten counts only if a 9 is among the labels: it
stops at the largest label there is. Compare how many places and how many heights bar was given."""

import matplotlib.pyplot as plt
import numpy as np


def plot_label_counts(train_labels, test_labels):
    figure, axes = plt.subplots(1, 2)
    for ax, labels in zip(axes, [train_labels, test_labels]):
        ax.bar(range(10), np.bincount(labels))
    return figure
