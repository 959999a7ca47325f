"""You drew the last 25 images. Draw the first 25."""

import matplotlib.pyplot as plt
import numpy as np


def plot_predictions(images, labels, predictions):
    figure, axes = plt.subplots(5, 5)
    for place, ax in enumerate(axes.flat):
        predicted = np.argmax(predictions[place - 25])
        ax.imshow(images[place - 25])
        ax.set_xlabel(f"{predicted} / {labels[place - 25]}")
        ax.set(xticks=[], yticks=[])
    return figure
