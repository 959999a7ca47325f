"""You made a row for each name, even if its class has no image. Which classes occur in labels?"""

import matplotlib.pyplot as plt
import numpy as np


def plot_examples(images, labels, class_names):
    present = np.arange(len(class_names))
    figure, axes = plt.subplots(len(present), 5, figsize=(6, 1.1 * len(present)), squeeze=False, layout="constrained")
    for row, label in zip(axes, present, strict=True):
        for ax in row:
            ax.axis("off")
        for ax, image in zip(row, images[labels == label][:5], strict=False):
            ax.axis("on")
            ax.imshow(image, cmap="gray")
            ax.set(xticks=[], yticks=[])
        row[0].set_title(class_names[label])
    return figure
