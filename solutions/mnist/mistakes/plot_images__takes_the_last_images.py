"""You drew the last 25 images. Draw the first 25."""

import matplotlib.pyplot as plt


def plot_images(images, labels):
    figure, axes = plt.subplots(5, 5)
    for ax, image, label in zip(axes.flat, images[-25:], labels[-25:]):
        ax.imshow(image)
        ax.set_xlabel(label)
        ax.set(xticks=[], yticks=[])
    return figure
