"""You put the two sets together and counted them as one. Count each set separately, and draw both."""

import matplotlib.pyplot as plt
import numpy as np


def plot_label_counts(train_labels, test_labels):
    figure, ax = plt.subplots()
    ax.hist(np.concatenate([train_labels, test_labels]), bins=np.arange(11) - 0.5)
    return figure
