"""Your function returned None instead of a figure. A function gives back only what comes after return; without a
return it gives None."""

import matplotlib.pyplot as plt
import numpy as np


def plot_predictions(images, labels, predictions):
    figure, axes = plt.subplots(5, 5)
    for place, ax in enumerate(axes.flat):
        predicted = np.argmax(predictions[place])
        ax.imshow(images[place])
        ax.set_xlabel(f"{predicted} / {labels[place]}")
        ax.set(xticks=[], yticks=[])
