"""Your loop begins with 1, so the digit 0 has no bar. It is a digit like the others."""

import matplotlib.pyplot as plt
import numpy as np


def plot_label_counts(train_labels, test_labels):
    figure, axes = plt.subplots(1, 2)
    for ax, labels in zip(axes, [train_labels, test_labels]):
        for digit in range(1, 10):
            ax.bar(digit, np.sum(labels == digit), color="C0")
    return figure
