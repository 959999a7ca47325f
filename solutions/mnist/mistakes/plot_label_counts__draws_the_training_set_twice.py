"""Both charts show the training labels. Look at what you count for the second one."""

import matplotlib.pyplot as plt
import numpy as np


def plot_label_counts(train_labels, test_labels):
    figure, axes = plt.subplots(1, 2)
    for ax, name in zip(axes, ["training", "test"]):
        digits, counts = np.unique(train_labels, return_counts=True)
        ax.bar(digits, counts)
        ax.set_title(name)
    return figure
