"""You filled the places with the images in the order of the data, row by row. Each row must have images of one class only."""

import matplotlib.pyplot as plt
import numpy as np


def plot_examples(images, labels, class_names):
    present = np.unique(labels)
    figure, axes = plt.subplots(len(present), 5, figsize=(6, 1.1 * len(present)), squeeze=False, layout="constrained")
    for place, ax in enumerate(axes.flat):
        ax.set(xticks=[], yticks=[])
        if place < len(images):
            ax.imshow(images[place], cmap="gray")
    for row, label in zip(axes, present, strict=True):
        row[0].set_ylabel(class_names[label], rotation="horizontal", ha="right", va="center")
    return figure
