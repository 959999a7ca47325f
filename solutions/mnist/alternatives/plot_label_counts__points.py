"""Points in one axes, with or without a line."""

import matplotlib.pyplot as plt
import numpy as np


def plot_label_counts(train_labels, test_labels):
    figure, ax = plt.subplots()
    for labels, marker in ((train_labels, "o-"), (test_labels, "s")):
        ax.plot(*np.unique(labels, return_counts=True), marker)
    return figure
