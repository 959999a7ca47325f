"""The f before the quotes is missing, so Python wrote the braces and the text inside them as they are, and
calculated nothing."""

import matplotlib.pyplot as plt
import numpy as np


def plot_predictions(images, labels, predictions):
    figure, axes = plt.subplots(5, 5)
    for place, ax in enumerate(axes.flat):
        ax.imshow(images[place])
        ax.set_xlabel("{np.argmax(predictions[place])} / {labels[place]}")
        ax.set(xticks=[], yticks=[])
    return figure
