"""A point for each digit, drawn one at a time."""

import matplotlib.pyplot as plt
import numpy as np


def plot_label_counts(train_labels, test_labels):
    figure, pair = plt.subplots(1, 2)
    for place, given in enumerate([train_labels, test_labels]):
        for digit in np.unique(given):
            pair[place].scatter(int(digit), int(np.sum(given == digit)))
    return figure
