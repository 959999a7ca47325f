"""axis=0 walks down the table: for each digit it finds the image that looks most like it. Per
image the search goes along the row."""

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
