"""Your function does not make its own figure: plt.subplot and plt.gcf use the figure that is already open.
With two calls in one cell, the second call draws into the figure of the first. Begin with plt.figure()."""

import matplotlib.pyplot as plt
import numpy as np


def plot_predictions(images, labels, predictions):
    for place in range(25):
        plt.subplot(5, 5, place + 1)
        plt.imshow(images[place])
        plt.xlabel(f"{np.argmax(predictions[place])} / {labels[place]}")
        plt.xticks([])
        plt.yticks([])
    return plt.gcf()
