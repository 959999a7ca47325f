"""Your drawing lines come after the loop, so they run only once: only the last place has an image. Indent the
lines that should run 25 times, so that they are inside the for."""

import matplotlib.pyplot as plt
import numpy as np


def plot_predictions(images, labels, predictions):
    figure = plt.figure()
    for place in range(25):
        plt.subplot(5, 5, place + 1)
    plt.imshow(images[place])
    plt.xlabel(f"{np.argmax(predictions[place])} / {labels[place]}")
    plt.xticks([])
    plt.yticks([])
    return figure
