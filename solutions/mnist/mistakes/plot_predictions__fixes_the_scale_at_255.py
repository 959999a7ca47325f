"""You fixed the scale at 0 to 255. Images that were scaled to 0 … 1 are all black then."""

import matplotlib.pyplot as plt
import numpy as np


def plot_predictions(images, labels, predictions):
    figure, axes = plt.subplots(5, 5)
    for place, ax in enumerate(axes.flat):
        ax.imshow(images[place], vmin=0, vmax=255)
        ax.set_xlabel(f"{np.argmax(predictions[place])} / {labels[place]}")
        ax.set(xticks=[], yticks=[])
    return figure
