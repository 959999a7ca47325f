"""The name under each image."""

import matplotlib.pyplot as plt
import numpy as np


def plot_examples(images, labels, class_names):
    present = np.unique(labels)
    figure = plt.figure(figsize=(9, 2 * len(present)))
    for row, label in enumerate(present):
        for column, image in enumerate(images[labels == label][:5]):
            plt.subplot(len(present), 5, 5 * row + column + 1)
            plt.imshow(image, cmap=plt.cm.binary)
            plt.xticks([])
            plt.yticks([])
            plt.xlabel(class_names[label])
    plt.tight_layout()
    return figure
