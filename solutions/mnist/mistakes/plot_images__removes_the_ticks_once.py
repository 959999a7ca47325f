"""You removed the ticks only once, after the loop. Such a call changes only the last axes that you used; the
other 24 keep their ticks."""

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
