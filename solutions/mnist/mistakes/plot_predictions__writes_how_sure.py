"""You wrote the largest probability. It says how sure the network is, not which digit it means."""

import matplotlib.pyplot as plt
import numpy as np


def plot_predictions(images, labels, predictions):
    figure, axes = plt.subplots(5, 5)
    for place, ax in enumerate(axes.flat):
        ax.imshow(images[place])
        ax.set_xlabel(f"{np.max(predictions[place]):.2f} / {labels[place]}")
        ax.set(xticks=[], yticks=[])
    return figure
