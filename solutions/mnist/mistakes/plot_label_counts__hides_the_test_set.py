"""Both sets have their bars at the same positions, and you drew the larger set last: it hides the other one
completely."""

import matplotlib.pyplot as plt
import numpy as np


def plot_label_counts(train_labels, test_labels):
    figure, ax = plt.subplots()
    for labels, name in ((test_labels, "test"), (train_labels, "training")):
        digits, counts = np.unique(labels, return_counts=True)
        ax.bar(digits, counts, label=name)
    ax.legend()
    return figure
