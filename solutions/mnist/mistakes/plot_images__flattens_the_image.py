"""You turned the pixels of the image into one long row before you drew it. imshow needs rows and columns."""

import matplotlib.pyplot as plt


def plot_images(images, labels):
    figure, axes = plt.subplots(5, 5)
    for place, ax in enumerate(axes.flat):
        ax.imshow(images[place].reshape(784))
        ax.set_xlabel(labels[place])
        ax.set(xticks=[], yticks=[])
    return figure
