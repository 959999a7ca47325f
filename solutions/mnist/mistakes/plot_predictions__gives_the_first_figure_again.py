"""Your function draws only once. Every later call gets the same figure, even for other arguments. Draw a new
figure each time."""

import matplotlib.pyplot as plt
import numpy as np

made = []


def plot_predictions(images, labels, predictions):
    if made:
        return made[0]
    figure, axes = plt.subplots(5, 5)
    for place, ax in enumerate(axes.flat):
        ax.imshow(images[place])
        ax.set_xlabel(f"{np.argmax(predictions[place])} / {labels[place]}")
        ax.set(xticks=[], yticks=[])
    made.append(figure)
    return figure
