"""With the probability as a percentage."""

import matplotlib.pyplot as plt
import numpy as np


def plot_predictions(images, labels, predictions):
    figure, axes = plt.subplots(5, 5)
    for place, ax in enumerate(axes.flat):
        predicted = np.argmax(predictions[place])
        ax.imshow(images[place])
        ax.set_xlabel(f"{predicted} {100 * np.max(predictions[place]):.0f}% ({labels[place]})")
        ax.set(xticks=[], yticks=[])
    return figure
