"""density=True draws shares, which add up to 1. The question is how often each digit occurs."""

import matplotlib.pyplot as plt
import numpy as np


def plot_label_counts(train_labels, test_labels):
    figure, axes = plt.subplots(1, 2)
    for ax, labels in zip(axes, [train_labels, test_labels]):
        ax.hist(labels, bins=np.arange(11) - 0.5, density=True)
    return figure
