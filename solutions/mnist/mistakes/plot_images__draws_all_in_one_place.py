"""All images went into the same axes, each over the last, so only the last one can be seen.
Nothing in your loop moves on to another place."""

import matplotlib.pyplot as plt


def plot_images(images, labels):
    figure = plt.figure()
    for place in range(25):
        plt.imshow(images[place])
        plt.xlabel(labels[place])
        plt.xticks([])
        plt.yticks([])
    return figure
