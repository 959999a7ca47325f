"""You handed back plt, the drawing library itself. The figure that you drew into is one object
in it."""

import matplotlib.pyplot as plt


def plot_images(images, labels):
    for place in range(25):
        plt.subplot(5, 5, place + 1)
        plt.imshow(images[place])
        plt.xlabel(labels[place])
        plt.xticks([])
        plt.yticks([])
    return plt
