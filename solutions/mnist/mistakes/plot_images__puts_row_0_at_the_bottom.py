"""Your images are upside down. origin="lower" puts row 0 at the bottom, as in a chart; in these images, row 0
is at the top."""

import matplotlib.pyplot as plt


def plot_images(images, labels):
    figure, axes = plt.subplots(5, 5)
    for place, ax in enumerate(axes.flat):
        ax.imshow(images[place], origin="lower")
        ax.set_xlabel(labels[place])
        ax.set(xticks=[], yticks=[])
    return figure
