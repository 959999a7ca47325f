"""NumPy numbers in the form in which NumPy prints them."""

import matplotlib.pyplot as plt
import numpy as np


def plot_predictions(images, labels, predictions):
    figure, axes = plt.subplots(5, 5)
    for place, ax in enumerate(axes.flat):
        predicted = np.argmax(predictions[place])
        ax.imshow(images[place])
        ax.set_xlabel(repr(predicted) + " / " + repr(labels[place]))
        ax.set(xticks=[], yticks=[])
    return figure
