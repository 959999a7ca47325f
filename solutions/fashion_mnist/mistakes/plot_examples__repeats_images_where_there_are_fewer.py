"""You showed images again where a class has fewer than five. The examples in a row must all be different: a place may stay empty."""

import matplotlib.pyplot as plt
import numpy as np


def plot_examples(images, labels, class_names):
    present = np.unique(labels)
    figure, axes = plt.subplots(len(present), 5, figsize=(6, 1.1 * len(present)), squeeze=False, layout="constrained")
    for row, label in zip(axes, present, strict=True):
        for ax in row:
            ax.axis("off")
        for ax, image in zip(row, np.resize(images[labels == label], (5, *images.shape[1:])), strict=False):
            ax.axis("on")
            ax.imshow(image, cmap="gray")
            ax.set(xticks=[], yticks=[])
        row[0].set_ylabel(class_names[label], rotation="horizontal", ha="right", va="center")
    return figure
