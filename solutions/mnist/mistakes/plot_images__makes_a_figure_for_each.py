"""plt.figure() is inside your loop, so every image gets its own figure, and you returned only the last
one."""

import matplotlib.pyplot as plt


def plot_images(images, labels):
    for place in range(25):
        figure = plt.figure()
        plt.subplot(5, 5, place + 1)
        plt.imshow(images[place])
        plt.xlabel(labels[place])
        plt.xticks([])
        plt.yticks([])
    return figure
