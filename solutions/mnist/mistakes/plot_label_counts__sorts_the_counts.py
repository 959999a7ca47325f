"""You sorted the counts by size and drew them above 0 to 9. So they are no longer above their own digits."""

import matplotlib.pyplot as plt
import numpy as np


def plot_label_counts(train_labels, test_labels):
    figure, axes = plt.subplots(1, 2)
    for ax, labels in zip(axes, [train_labels, test_labels]):
        digits, counts = np.unique(labels, return_counts=True)
        ax.bar(digits, np.sort(counts))
    return figure
