"""Something white covers the whole figure and hides everything that you drew."""

import matplotlib.pyplot as plt


def plot_images(images, labels):
    figure, axes = plt.subplots(5, 5)
    for place, ax in enumerate(axes.flat):
        ax.imshow(images[place])
        ax.set_xlabel(labels[place])
        ax.set(xticks=[], yticks=[])
    figure.add_artist(plt.Rectangle((0, 0), 1, 1, color="white", zorder=100))
    return figure
