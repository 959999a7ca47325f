"""Small names, turned, and ticks switched off when the axes are made."""

import matplotlib.pyplot as plt
import numpy as np


def plot_examples(images, labels, class_names):
    present = np.unique(labels)
    figure, axes = plt.subplots(
        len(present), 5, squeeze=False, figsize=(7, 1.3 * len(present)), subplot_kw={"xticks": [], "yticks": []}
    )
    for row, label in zip(axes, present):
        examples = images[labels == label][:5]
        for ax, image in zip(row, examples):
            ax.imshow(image)
        for ax in row[len(examples) :]:
            ax.remove()
        row[0].set_ylabel(class_names[label], fontsize=7)
    return figure
