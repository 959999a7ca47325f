"""add_subplot on a figure."""

import matplotlib.pyplot as plt


def plot_images(images, labels):
    figure = plt.figure()
    for i in range(25):
        ax = figure.add_subplot(5, 5, i + 1, xticks=[], yticks=[])
        ax.imshow(images[i])
        ax.set_xlabel(labels[i])
    return figure
