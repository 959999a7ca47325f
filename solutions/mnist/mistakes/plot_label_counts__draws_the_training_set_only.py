"""The figure shows the training labels, but not the test labels."""

import matplotlib.pyplot as plt
import numpy as np


def plot_label_counts(train_labels, test_labels):
    figure, ax = plt.subplots()
    digits, counts = np.unique(train_labels, return_counts=True)
    ax.bar(digits, counts)
    return figure
