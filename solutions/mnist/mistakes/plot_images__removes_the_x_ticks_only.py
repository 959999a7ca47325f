"""You removed the ticks of the x axis, but the ticks of the y axis are still there."""

import matplotlib.pyplot as plt


def plot_images(images, labels):
    figure, axes = plt.subplots(5, 5)
    for place, ax in enumerate(axes.flat):
        ax.imshow(images[place])
        ax.set_xlabel(labels[place])
        ax.set_xticks([])
    return figure
