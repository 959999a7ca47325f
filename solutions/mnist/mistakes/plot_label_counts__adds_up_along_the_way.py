"""cumulative=True adds the earlier bars to each bar. A bar should show the count of one digit only."""

import matplotlib.pyplot as plt
import numpy as np


def plot_label_counts(train_labels, test_labels):
    figure, axes = plt.subplots(1, 2)
    for ax, labels in zip(axes, [train_labels, test_labels]):
        ax.hist(labels, bins=np.arange(11) - 0.5, cumulative=True)
    return figure
