"""The figure that you gave is empty: nothing is drawn in it."""

import matplotlib.pyplot as plt


def plot_label_counts(train_labels, test_labels):
    return plt.figure()
