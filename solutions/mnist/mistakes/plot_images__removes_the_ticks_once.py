"""You removed the ticks after the loop, once. Such a call reaches only the axes that were used
last; the other 24 keep theirs."""

import matplotlib.pyplot as plt


def plot_images(images, labels):
    figure = plt.figure()
    for place in range(25):
        plt.subplot(5, 5, place + 1)
        plt.imshow(images[place])
        plt.xlabel(labels[place])
    plt.xticks([])
    plt.yticks([])
    return figure
