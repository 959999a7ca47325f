"""Two transparent histograms in one axes."""

import matplotlib.pyplot as plt
import numpy as np


def plot_label_counts(train_labels, test_labels):
    figure = plt.figure()
    plt.hist(test_labels, bins=np.arange(11) - 0.5, alpha=0.5, label="test")
    plt.hist(train_labels, bins=np.arange(11) - 0.5, alpha=0.5, label="training")
    plt.legend()
    return figure
