"""A subfigure with a heading for each class."""

import matplotlib.pyplot as plt
import numpy as np


def plot_examples(images, labels, class_names):
    present = np.unique(labels)
    figure = plt.figure(figsize=(7, 1.8 * len(present)), layout="constrained")
    for part, label in zip(np.ravel(figure.subfigures(len(present), 1)), present):
        part.suptitle(class_names[label])
        axes = part.subplots(1, 5)
        for ax in axes:
            ax.axis("off")
        for ax, image in zip(axes, images[labels == label]):
            ax.imshow(image)
    return figure
