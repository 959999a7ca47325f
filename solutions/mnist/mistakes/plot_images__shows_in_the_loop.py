"""plt.show() is inside your loop. It closes the figure each time, so the next image starts a new one: you get
25 figures with one image each."""

import matplotlib.pyplot as plt


def plot_images(images, labels):
    for place in range(25):
        plt.subplot(5, 5, place + 1)
        plt.imshow(images[place])
        plt.xlabel(labels[place])
        plt.xticks([])
        plt.yticks([])
        figure = plt.gcf()
        plt.show()
    return figure
