"""A second y axis for the test set."""

import matplotlib.pyplot as plt
import numpy as np


def plot_label_counts(train_labels, test_labels):
    figure, ax = plt.subplots()
    ax.bar(np.arange(10) - 0.2, np.bincount(train_labels, minlength=10), 0.4)
    other = ax.twinx()
    other.bar(np.arange(10) + 0.2, np.bincount(test_labels, minlength=10), 0.4, color="tab:red")
    return figure
