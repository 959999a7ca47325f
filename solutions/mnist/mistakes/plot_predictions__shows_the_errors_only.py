"""You chose the images with wrong answers. Draw the first 25 images, right or wrong."""

import matplotlib.pyplot as plt
import numpy as np


def plot_predictions(images, labels, predictions):
    answers = predictions.argmax(axis=1)
    errors = np.flatnonzero(answers != labels)
    figure, axes = plt.subplots(5, 5)
    for place, ax in enumerate(axes.flat):
        number = errors[place]
        ax.imshow(images[number])
        ax.set_xlabel(f"{answers[number]} / {labels[number]}")
        ax.set(xticks=[], yticks=[])
    return figure
