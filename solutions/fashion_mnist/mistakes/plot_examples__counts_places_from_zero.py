"""The places of subplot are numbered from 1, row by row. There is no place 0."""

import matplotlib.pyplot as plt
import numpy as np


def plot_examples(images, labels, class_names):
    present = np.unique(labels)
    figure = plt.figure()
    for row, label in enumerate(present):
        for column, image in enumerate(images[labels == label][:5]):
            plt.subplot(len(present), 5, 5 * row + column)
            plt.imshow(image, cmap="gray")
            plt.xticks([])
            plt.yticks([])
            if column == 0:
                plt.ylabel(class_names[label], rotation="horizontal", ha="right", va="center")
    return figure
