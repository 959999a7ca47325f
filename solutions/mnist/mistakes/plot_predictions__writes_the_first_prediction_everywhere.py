"""The predicted label is the same everywhere, the label of the first image. Each image has its own row of
probabilities."""

import matplotlib.pyplot as plt
import numpy as np


def plot_predictions(images, labels, predictions):
    figure, axes = plt.subplots(5, 5)
    for place, ax in enumerate(axes.flat):
        ax.imshow(images[place])
        ax.set_xlabel(f"{np.argmax(predictions[0])} / {labels[place]}")
        ax.set(xticks=[], yticks=[])
    return figure
