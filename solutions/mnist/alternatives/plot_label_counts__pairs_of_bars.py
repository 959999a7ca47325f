"""Pairs of bars, side by side."""

import matplotlib.pyplot as plt
import numpy as np


def plot_label_counts(train_labels, test_labels):
    figure, ax = plt.subplots(figsize=(9, 4))
    ax.bar(np.arange(10) - 0.2, np.bincount(train_labels, minlength=10), width=0.4, label="training")
    ax.bar(np.arange(10) + 0.2, np.bincount(test_labels, minlength=10), width=0.4, label="test")
    ax.set_xticks(range(10))
    ax.legend()
    return figure
