"""Your function does not make its own figure: plt.subplot and plt.gcf use the figure that is already open.
With two calls in one cell, the second call draws into the figure of the first. Begin with plt.figure()."""

import matplotlib.pyplot as plt


def plot_images(images, labels):
    for i in range(25):
        plt.subplot(5, 5, i + 1)
        plt.imshow(images[i])
        plt.xlabel(f"label: {labels[i]}")
        plt.xticks([])
        plt.yticks([])
    plt.tight_layout()
    return plt.gcf()
