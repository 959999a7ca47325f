"""You wrote whether the answer is right. More useful is which digit the network confused with which other
digit: write both labels."""

import matplotlib.pyplot as plt
import numpy as np


def plot_predictions(images, labels, predictions):
    figure, axes = plt.subplots(5, 5)
    for place, ax in enumerate(axes.flat):
        predicted = np.argmax(predictions[place])
        ax.imshow(images[place])
        ax.set_xlabel("right" if predicted == labels[place] else "wrong")
        ax.set(xticks=[], yticks=[])
    return figure
