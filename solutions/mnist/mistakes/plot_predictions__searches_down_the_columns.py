"""axis=0 goes down the columns of the table: for each digit, it finds the image with the largest probability.
For each image, search along its row."""

import matplotlib.pyplot as plt
import numpy as np


def plot_predictions(images, labels, predictions):
    answers = np.argmax(predictions, axis=0)
    figure, axes = plt.subplots(5, 5)
    for place, ax in enumerate(axes.flat):
        predicted = answers[place % 10]
        ax.imshow(images[place])
        ax.set_xlabel(f"{predicted} / {labels[place]}")
        ax.set(xticks=[], yticks=[])
    return figure
