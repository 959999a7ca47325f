"""A subfigure for each set."""

import matplotlib.pyplot as plt
import numpy as np


def plot_label_counts(train_labels, test_labels):
    figure = plt.figure()
    for part, labels in zip(figure.subfigures(1, 2), [train_labels, test_labels]):
        part.subplots().bar(*np.unique(labels, return_counts=True))
    return figure
