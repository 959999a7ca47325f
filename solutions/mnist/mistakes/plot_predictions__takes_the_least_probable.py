"""You took the position of the smallest probability. The answer of the network is the most probable digit."""

import matplotlib.pyplot as plt
import numpy as np


def plot_predictions(images, labels, predictions):
    figure, axes = plt.subplots(5, 5)
    for place, ax in enumerate(axes.flat):
        predicted = np.argmin(predictions[place])
        ax.imshow(images[place])
        ax.set_xlabel(f"{predicted} / {labels[place]}")
        ax.set(xticks=[], yticks=[])
    return figure
