"""You used a name of the page instead of what the function is handed."""

import matplotlib.pyplot as plt
import numpy as np


def plot_predictions(images, labels, predictions):
    figure, axes = plt.subplots(5, 5)
    for place, ax in enumerate(axes.flat):
        predicted = np.argmax(test_probabilities[place])
        ax.imshow(images[place])
        ax.set_xlabel(f"{predicted} / {labels[place]}")
        ax.set(xticks=[], yticks=[])
    return figure
