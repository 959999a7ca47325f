"""You wrote the names, but they cannot be seen. Are they switched off, or do they have the colour of the background?
axis("off") removes the labels of the axes, too."""

import matplotlib.pyplot as plt
import numpy as np


def plot_examples(images, labels, class_names):
    present = np.unique(labels)
    figure, axes = plt.subplots(len(present), 5, figsize=(6, 1.1 * len(present)), squeeze=False, layout="constrained")
    for ax in axes.flat:
        ax.axis("off")
    for row, label in zip(axes, present, strict=True):
        for ax, image in zip(row, images[labels == label][:5], strict=False):
            ax.imshow(image, cmap="gray")
        row[0].set_ylabel(class_names[label], rotation="horizontal", ha="right", va="center")
    return figure
