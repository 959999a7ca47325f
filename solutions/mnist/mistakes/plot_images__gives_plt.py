"""You returned plt, which is the drawing library itself. Return the figure that you drew: it is one object of
this library."""

import matplotlib.pyplot as plt


def plot_images(images, labels):
    for place in range(25):
        plt.subplot(5, 5, place + 1)
        plt.imshow(images[place])
        plt.xlabel(labels[place])
        plt.xticks([])
        plt.yticks([])
    return plt
