"""You showed the figure but did not return it. plt.show() puts the figure on the screen and closes it, and
the function returns None."""

import matplotlib.pyplot as plt


def plot_images(images, labels):
    figure, axes = plt.subplots(5, 5)
    for place, ax in enumerate(axes.flat):
        ax.imshow(images[place])
        ax.set_xlabel(labels[place])
        ax.set(xticks=[], yticks=[])
    plt.show()
