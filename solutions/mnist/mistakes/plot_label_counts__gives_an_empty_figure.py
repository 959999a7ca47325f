"""The figure that you returned is empty: nothing is drawn in it."""

import matplotlib.pyplot as plt


def plot_label_counts(train_labels, test_labels):
    return plt.figure()
