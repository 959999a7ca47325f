"""You wrote true / predicted. The order should be the other way round: a reader expects the predicted label
first and would think that the true label is the error."""

import matplotlib.pyplot as plt
import numpy as np


def plot_predictions(images, labels, predictions):
    figure, axes = plt.subplots(5, 5)
    for place, ax in enumerate(axes.flat):
        predicted = np.argmax(predictions[place])
        ax.imshow(images[place])
        ax.set_xlabel(f"{labels[place]} / {predicted}")
        ax.set(xticks=[], yticks=[])
    return figure
