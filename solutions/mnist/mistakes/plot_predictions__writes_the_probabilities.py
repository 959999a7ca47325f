"""Each image has its whole row of ten probabilities under it. The digit that the network means is the
position of the largest one."""

import matplotlib.pyplot as plt
import numpy as np


def plot_predictions(images, labels, predictions):
    figure, axes = plt.subplots(5, 5)
    for place, ax in enumerate(axes.flat):
        ax.imshow(images[place])
        ax.set_xlabel(f"{predictions[place]} / {labels[place]}")
        ax.set(xticks=[], yticks=[])
    return figure
