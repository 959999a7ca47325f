"""Three equal colour channels for each image."""

import matplotlib.pyplot as plt
import numpy as np


def plot_images(images, labels):
    brightest = np.max(images)
    figure, axes = plt.subplots(5, 5)
    for i, ax in enumerate(axes.flat):
        grey = np.asarray(images[i], float) / brightest
        ax.imshow(np.stack([grey] * 3, axis=-1))
        ax.set_xlabel(labels[i])
        ax.set(xticks=[], yticks=[])
    return figure
