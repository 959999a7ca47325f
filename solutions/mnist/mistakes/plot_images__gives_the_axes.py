"""You returned the grid of axes. The axes are the places in the figure; return the figure that contains
them."""

import matplotlib.pyplot as plt


def plot_images(images, labels):
    figure, axes = plt.subplots(5, 5)
    for place, ax in enumerate(axes.flat):
        ax.imshow(images[place])
        ax.set_xlabel(labels[place])
        ax.set(xticks=[], yticks=[])
    return axes
