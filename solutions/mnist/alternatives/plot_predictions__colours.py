"""Labels in green and red."""

import matplotlib.pyplot as plt
import numpy as np


def plot_predictions(images, labels, predictions):
    figure, axes = plt.subplots(5, 5)
    for place, ax in enumerate(axes.flat):
        predicted = np.argmax(predictions[place])
        ax.imshow(images[place])
        ax.set_xlabel(f"{predicted} / {labels[place]}", color="green" if predicted == labels[place] else "red")
        ax.set(xticks=[], yticks=[])
    return figure
