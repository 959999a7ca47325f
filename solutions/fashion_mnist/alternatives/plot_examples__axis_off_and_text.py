"""Axes switched off, the name as a text beside the first image."""

import matplotlib.pyplot as plt
import numpy as np


def plot_examples(images, labels, class_names):
    present = np.unique(labels)
    figure, axes = plt.subplots(len(present), 5, figsize=(7, 1.2 * len(present)), squeeze=False)
    for ax in axes.flat:
        ax.axis("off")
    for row, label in enumerate(present):
        for column, image in enumerate(images[labels == label][:5]):
            axes[row, column].imshow(image, cmap="gray")
        axes[row, 0].text(-0.1, 0.5, class_names[label], transform=axes[row, 0].transAxes, ha="right", va="center")
    figure.subplots_adjust(left=0.25)
    return figure
