"""One large image in each row, with white between its images, and the name as a title."""

import matplotlib.pyplot as plt
import numpy as np


def plot_examples(images, labels, class_names):
    present = np.unique(labels)
    figure, axes = plt.subplots(len(present), 1, figsize=(6, 1.7 * len(present)), squeeze=False, layout="constrained")
    gap = np.full((images.shape[1], 2), images.max())
    for ax, label in zip(axes.flat, present):
        parts = []
        for image in images[labels == label][:5]:
            parts += [gap, image]
        ax.imshow(np.hstack(parts[1:]), cmap="gray")
        ax.axis("off")
        ax.set_title(class_names[label])
    return figure
