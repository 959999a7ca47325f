"""The name over each image."""

import matplotlib.pyplot as plt
import numpy as np


def plot_examples(images, labels, class_names):
    present = [number for number in range(len(class_names)) if (labels == number).any()]
    figure, axes = plt.subplots(len(present), 5, figsize=(10, 2.2 * len(present)), squeeze=False)
    for ax in axes.ravel():
        ax.set_axis_off()
    for row, number in zip(axes, present):
        for ax, place in zip(row, np.where(labels == number)[0]):
            ax.imshow(images[place], cmap="gray")
            ax.set_title(class_names[number], fontsize=9)
    figure.tight_layout()
    return figure
