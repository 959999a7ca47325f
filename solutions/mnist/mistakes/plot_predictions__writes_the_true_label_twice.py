"""You wrote the true label twice. With a good network this often looks right, but it never shows an error."""

import matplotlib.pyplot as plt
import numpy as np


def plot_predictions(images, labels, predictions):
    figure, axes = plt.subplots(5, 5)
    for place, ax in enumerate(axes.flat):
        ax.imshow(images[place])
        ax.set_xlabel(f"{labels[place]} / {labels[place]}")
        ax.set(xticks=[], yticks=[])
    return figure
