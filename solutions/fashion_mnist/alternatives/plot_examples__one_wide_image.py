"""The images of a class side by side in one large image."""

import matplotlib.pyplot as plt
import numpy as np


def plot_examples(images, labels, class_names):
    present = np.unique(labels)
    figure, axes = plt.subplots(len(present), 1, figsize=(6, 1.3 * len(present)), squeeze=False, layout="constrained")
    for ax, label in zip(axes.flat, present):
        ax.imshow(np.hstack(images[labels == label][:5]), cmap="gray")
        ax.set(xticks=[], yticks=[])
        ax.set_ylabel(class_names[label], rotation=0, ha="right", va="center")
    return figure
