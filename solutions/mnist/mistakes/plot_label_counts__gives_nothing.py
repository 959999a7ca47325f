"""Your function returned None instead of a figure. A function gives back only what comes after return; without a
return it gives None."""

import matplotlib.pyplot as plt
import numpy as np


def plot_label_counts(train_labels, test_labels):
    figure, axes = plt.subplots(1, 2)
    for ax, labels in zip(axes, [train_labels, test_labels]):
        digits, counts = np.unique(labels, return_counts=True)
        ax.bar(digits, counts)
