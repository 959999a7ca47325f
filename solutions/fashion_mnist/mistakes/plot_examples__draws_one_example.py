"""Each row has one image. Up to five examples show how different the images of one class are."""

import matplotlib.pyplot as plt
import numpy as np


def plot_examples(images, labels, class_names):
    present = np.unique(labels)
    figure, axes = plt.subplots(len(present), 1, figsize=(3, 1.1 * len(present)), squeeze=False, layout="constrained")
    for ax, label in zip(axes[:, 0], present, strict=True):
        ax.imshow(images[labels == label][0], cmap="gray")
        ax.set(xticks=[], yticks=[])
        ax.set_ylabel(class_names[label], rotation="horizontal", ha="right", va="center")
    return figure
