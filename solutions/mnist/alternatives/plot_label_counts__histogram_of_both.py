"""One histogram of both sets, bars side by side."""

import matplotlib.pyplot as plt
import numpy as np


def plot_label_counts(train_labels, test_labels):
    figure, ax = plt.subplots()
    ax.hist([train_labels, test_labels], bins=np.arange(11) - 0.5, label=["training", "test"])
    ax.legend()
    return figure
