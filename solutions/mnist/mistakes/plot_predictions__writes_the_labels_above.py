"""The labels are above the images, but they should be below. set_title writes above an image, set_xlabel
writes below."""

import matplotlib.pyplot as plt
import numpy as np


def plot_predictions(images, labels, predictions):
    figure, axes = plt.subplots(5, 5)
    for place, ax in enumerate(axes.flat):
        ax.imshow(images[place])
        ax.set_title(f"{np.argmax(predictions[place])} / {labels[place]}")
        ax.set(xticks=[], yticks=[])
    return figure
