"""A histogram with its edges halfway between the digits."""

import matplotlib.pyplot as plt
import numpy as np


def plot_label_counts(train_labels, test_labels):
    figure, axes = plt.subplots(1, 2)
    for ax, labels in zip(axes, [train_labels, test_labels]):
        ax.hist(labels, bins=np.arange(-0.5, 10.5))
    return figure
