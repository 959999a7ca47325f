"""plt.show() stands inside your loop. It ends the figure each time, so the next picture begins a
new one: 25 figures with one picture each."""

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
