"""You made one long row of the image's pixels before drawing it. A picture needs its two axes."""

import matplotlib.pyplot as plt


def plot_images(images, labels):
    figure, axes = plt.subplots(5, 5)
    for place, ax in enumerate(axes.flat):
        ax.imshow(images[place].reshape(784))
        ax.set_xlabel(labels[place])
        ax.set(xticks=[], yticks=[])
    return figure
