"""You draw ten bars, but bincount gives ten counts only if there is a 9 among the labels: it stops at the
largest label. Compare how many positions and how many heights you gave to bar."""

import matplotlib.pyplot as plt
import numpy as np


def plot_label_counts(train_labels, test_labels):
    figure, axes = plt.subplots(1, 2)
    for ax, labels in zip(axes, [train_labels, test_labels]):
        ax.bar(range(10), np.bincount(labels))
    return figure
