"""Each image has the label of the next image under it. Image and label need the same index."""

import matplotlib.pyplot as plt


def plot_images(images, labels):
    figure, axes = plt.subplots(5, 5)
    for place, ax in enumerate(axes.flat):
        ax.imshow(images[place])
        ax.set_xlabel(labels[place + 1])
        ax.set(xticks=[], yticks=[])
    return figure
