"""Your function fails if a class has fewer than five images. A slice [:5] takes at most five, and position 4 may not be there."""

import matplotlib.pyplot as plt
import numpy as np


def plot_examples(images, labels, class_names):
    present = np.unique(labels)
    figure, axes = plt.subplots(len(present), 5, figsize=(6, 1.1 * len(present)), squeeze=False, layout="constrained")
    for row, label in zip(axes, present, strict=True):
        examples = images[labels == label]
        for column in range(5):
            row[column].imshow(examples[column], cmap="gray")
            row[column].set(xticks=[], yticks=[])
        row[0].set_ylabel(class_names[label], rotation="horizontal", ha="right", va="center")
    return figure
