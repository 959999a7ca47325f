"""You already took the answer of one image, and then you used an index on it again. A single number has no
positions."""

import matplotlib.pyplot as plt
import numpy as np


def plot_predictions(images, labels, predictions):
    answers = predictions.argmax(axis=1)

    def text(answer, place):
        return f"{answer[place]} / {labels[place]}"

    figure, axes = plt.subplots(5, 5)
    for place, ax in enumerate(axes.flat):
        ax.imshow(images[place])
        ax.set_xlabel(text(answers[place], place))
        ax.set(xticks=[], yticks=[])
    return figure
