"""You fixed the scale at 0 to 255. Images that are scaled to 0 … 1 are then all black."""

import matplotlib.pyplot as plt
import numpy as np


def plot_predictions(images, labels, predictions):
    figure, axes = plt.subplots(5, 5)
    for place, ax in enumerate(axes.flat):
        ax.imshow(images[place], vmin=0, vmax=255)
        ax.set_xlabel(f"{np.argmax(predictions[place])} / {labels[place]}")
        ax.set(xticks=[], yticks=[])
    return figure
