"""The places of subplot are numbered from 1, the images from 0. There is no place 0."""

import matplotlib.pyplot as plt


def plot_images(images, labels):
    figure = plt.figure()
    for place in range(25):
        plt.subplot(5, 5, place)
        plt.imshow(images[place])
        plt.xlabel(labels[place])
        plt.xticks([])
        plt.yticks([])
    return figure
