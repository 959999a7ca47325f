"""Your images are upside down: origin="lower" puts row 0 at the bottom. In an image, row 0 is at the top."""

import matplotlib.pyplot as plt
import numpy as np


def plot_predictions(images, labels, predictions):
    figure, axes = plt.subplots(5, 5)
    for place, ax in enumerate(axes.flat):
        predicted = np.argmax(predictions[place])
        ax.imshow(images[place], origin="lower")
        ax.set_xlabel(f"{predicted} / {labels[place]}")
        ax.set(xticks=[], yticks=[])
    return figure
