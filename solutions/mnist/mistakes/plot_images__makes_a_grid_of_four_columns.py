"""Your grid has another shape: seven rows of four also have room for 25 images, but the grid should be five
by five."""

import matplotlib.pyplot as plt


def plot_images(images, labels):
    figure = plt.figure()
    for place in range(25):
        plt.subplot(7, 4, place + 1)
        plt.imshow(images[place])
        plt.xlabel(labels[place])
        plt.xticks([])
        plt.yticks([])
    return figure
