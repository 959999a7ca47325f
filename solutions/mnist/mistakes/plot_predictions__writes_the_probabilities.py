"""Under each image stands its whole row of ten probabilities. The digit that the network means is
the place of the largest one."""

import matplotlib.pyplot as plt
import numpy as np


def plot_predictions(images, labels, predictions):
    figure, axes = plt.subplots(5, 5)
    for place, ax in enumerate(axes.flat):
        ax.imshow(images[place])
        ax.set_xlabel(f"{predictions[place]} / {labels[place]}")
        ax.set(xticks=[], yticks=[])
    return figure
