"""plt.show() closed the figure before you asked for it, so you returned a new, empty one."""

import matplotlib.pyplot as plt
import numpy as np


def plot_label_counts(train_labels, test_labels):
    figure, axes = plt.subplots(1, 2)
    for ax, labels in zip(axes, [train_labels, test_labels]):
        digits, counts = np.unique(labels, return_counts=True)
        ax.bar(digits, counts)
    plt.show()
    return plt.gcf()
