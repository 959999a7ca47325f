"""Axes from subplot_mosaic."""

import matplotlib.pyplot as plt
import numpy as np


def plot_label_counts(train_labels, test_labels):
    figure, axes = plt.subplot_mosaic([["train"], ["test"]])
    axes["train"].bar(*np.unique(train_labels, return_counts=True))
    axes["test"].bar(*np.unique(test_labels, return_counts=True), color="grey", edgecolor="black")
    return figure
