"""The smaller set in front of the larger one."""

import matplotlib.pyplot as plt
import numpy as np


def plot_label_counts(train_labels, test_labels):
    plt.figure()
    for labels in (train_labels, test_labels):
        digits, counts = np.unique(labels, return_counts=True)
        plt.bar(digits, counts)
    plt.xticks(range(10))
    return plt.gcf()
