"""A stem for each digit, drawn one at a time."""

import matplotlib.pyplot as plt
import numpy as np


def plot_label_counts(train_labels, test_labels):
    figure, pair = plt.subplots(2, 1)
    for ax, given in zip(pair, (train_labels, test_labels)):
        for digit in sorted(set(given.tolist())):
            ax.stem([digit], [int((given == digit).sum())])
    return figure
