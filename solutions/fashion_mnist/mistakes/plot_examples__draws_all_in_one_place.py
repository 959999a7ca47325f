"""All images of a class are at the same place, one on top of the other, so only one is visible. Each image needs its
own axes."""

import matplotlib.pyplot as plt
import numpy as np


def plot_examples(images, labels, class_names):
    present = np.unique(labels)
    figure, axes = plt.subplots(len(present), 1, figsize=(6, 1.1 * len(present)), squeeze=False, layout="constrained")
    for ax, label in zip(axes[:, 0], present, strict=True):
        for image in images[labels == label][:5]:
            ax.imshow(image, cmap="gray")
        ax.set(xticks=[], yticks=[])
        ax.set_ylabel(class_names[label], rotation="horizontal", ha="right", va="center")
    return figure
