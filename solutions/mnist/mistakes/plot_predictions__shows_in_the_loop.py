"""plt.show() is inside your loop. It closes the figure each time, so the next image starts a new one."""

import matplotlib.pyplot as plt
import numpy as np


def plot_predictions(images, labels, predictions):
    for place in range(25):
        plt.subplot(5, 5, place + 1)
        plt.imshow(images[place])
        plt.xlabel(f"{np.argmax(predictions[place])} / {labels[place]}")
        plt.xticks([])
        plt.yticks([])
        figure = plt.gcf()
        plt.show()
    return figure
