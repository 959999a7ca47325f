"""Saves the figure into a folder that does not exist, and returns it."""

import matplotlib.pyplot as plt
import numpy as np


def plot_label_counts(train_labels, test_labels):
    figure, (left, right) = plt.subplots(1, 2)
    left.bar(*np.unique(train_labels, return_counts=True))
    right.bar(*np.unique(test_labels, return_counts=True))
    figure.savefig("figures/labels.png")
    return figure
