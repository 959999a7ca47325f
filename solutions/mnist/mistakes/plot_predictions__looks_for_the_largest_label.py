"""You also looked for the largest of the labels. The labels are already digits, one for each image."""

import matplotlib.pyplot as plt
import numpy as np


def plot_predictions(images, labels, predictions):
    figure, axes = plt.subplots(5, 5)
    for place, ax in enumerate(axes.flat):
        predicted = np.argmax(predictions[place])
        ax.imshow(images[place])
        ax.set_xlabel(f"{predicted} / {np.argmax(labels)}")
        ax.set(xticks=[], yticks=[])
    return figure
