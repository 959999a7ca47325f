"""plt.show() stands between the two charts and ends the figure after the first, so only the
second is in what you handed back."""

import matplotlib.pyplot as plt
import numpy as np


def plot_label_counts(train_labels, test_labels):
    plt.hist(train_labels, bins=np.arange(11) - 0.5)
    plt.show()
    plt.hist(test_labels, bins=np.arange(11) - 0.5)
    return plt.gcf()
