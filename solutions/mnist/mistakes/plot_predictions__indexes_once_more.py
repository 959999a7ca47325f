"""You had taken the answer of one image already, and then indexed it again. A single number has
no places."""

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
