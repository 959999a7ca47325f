"""The lines that draw stand behind your loop, so they run once, when it is over: only the last place got a
picture. What shall happen 25 times has to be indented under the for."""

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
