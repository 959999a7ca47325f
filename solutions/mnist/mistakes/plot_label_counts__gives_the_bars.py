"""You handed back what bar gave you: the bars. They are drawn in a figure, and that was asked for."""

import matplotlib.pyplot as plt
import numpy as np


def plot_label_counts(train_labels, test_labels):
    figure, axes = plt.subplots(1, 2)
    for ax, labels in zip(axes, [train_labels, test_labels]):
        digits, counts = np.unique(labels, return_counts=True)
        bars = ax.bar(digits, counts)
    return bars
