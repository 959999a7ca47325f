"""The figure that you returned is empty: nothing is drawn in it."""

import matplotlib.pyplot as plt


def plot_examples(images, labels, class_names):
    return plt.figure()
