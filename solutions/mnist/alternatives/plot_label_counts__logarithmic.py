"""A logarithmic axis for both sets."""

import matplotlib.pyplot as plt
import numpy as np


def plot_label_counts(train_labels, test_labels):
    figure, ax = plt.subplots()
    for labels, offset in ((train_labels, -0.2), (test_labels, 0.2)):
        digits, counts = np.unique(labels, return_counts=True)
        ax.bar(digits + offset, counts, 0.4, log=True)
    return figure
