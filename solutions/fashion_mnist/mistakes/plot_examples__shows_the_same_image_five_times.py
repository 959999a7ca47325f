"""Each row shows the same image again and again. Which index must change from place to place?"""

import matplotlib.pyplot as plt
import numpy as np


def plot_examples(images, labels, class_names):
    present = np.unique(labels)
    figure, axes = plt.subplots(len(present), 5, figsize=(6, 1.1 * len(present)), squeeze=False, layout="constrained")
    for row, label in zip(axes, present, strict=True):
        for ax in row:
            ax.axis("off")
        for ax, image in zip(row, [images[labels == label][0]] * min(5, sum(labels == label)), strict=False):
            ax.axis("on")
            ax.imshow(image, cmap="gray")
            ax.set(xticks=[], yticks=[])
        row[0].set_ylabel(class_names[label], rotation="horizontal", ha="right", va="center")
    return figure
