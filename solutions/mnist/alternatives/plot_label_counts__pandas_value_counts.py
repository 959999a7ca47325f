"""A pandas bar chart, in order of frequency."""

import matplotlib.pyplot as plt
import pandas as pd


def plot_label_counts(train_labels, test_labels):
    figure, axes = plt.subplots(1, 2)
    for ax, labels in zip(axes, [train_labels, test_labels]):
        pd.Series(labels).value_counts().plot.bar(ax=ax)
    return figure
