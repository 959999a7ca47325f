"""Pairs of bars, drawn one by one."""

import matplotlib.pyplot as plt
import numpy as np


def plot_label_counts(train_labels, test_labels):
    figure, ax = plt.subplots()
    for digit in range(10):
        ax.bar(digit - 0.2, np.sum(train_labels == digit), 0.4, color="tab:blue")
        ax.bar(digit + 0.2, np.sum(test_labels == digit), 0.4, color="tab:orange")
    return figure
