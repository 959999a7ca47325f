"""One set stacked on the other."""

import matplotlib.pyplot as plt
import numpy as np


def plot_label_counts(train_labels, test_labels):
    train, test = (np.bincount(labels, minlength=10) for labels in (train_labels, test_labels))
    figure, ax = plt.subplots()
    ax.bar(range(10), train)
    ax.bar(range(10), test, bottom=train)
    return figure
