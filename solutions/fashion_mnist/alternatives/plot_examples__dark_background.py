"""A dark figure, bright names, and the class's number before its name."""

import matplotlib.pyplot as plt
import numpy as np


def plot_examples(images, labels, class_names):
    present = np.unique(labels)
    figure, axes = plt.subplots(len(present), 5, figsize=(7, 1.5 * len(present)), squeeze=False, facecolor="black")
    for row, label in zip(axes, present):
        for ax in row:
            ax.axis("off")
        for ax, image in zip(row, images[labels == label][:5]):
            ax.imshow(image, cmap="gray")
        row[0].set_title(f"{label}: {class_names[label]}", color="white", loc="left", fontsize=9)
    figure.suptitle("Examples", color="white")
    return figure
