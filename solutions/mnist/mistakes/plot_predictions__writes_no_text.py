"""The images have no text, so a reader cannot see which answers are right. Matplotlib can write a text under
each axes: where do the predicted and the true label go?"""

import matplotlib.pyplot as plt
import numpy as np


def plot_predictions(images, labels, predictions):
    figure, axes = plt.subplots(5, 5)
    for place, ax in enumerate(axes.flat):
        predicted = np.argmax(predictions[place])
        ax.imshow(images[place])
        ax.set_title(' ')
        ax.set(xticks=[], yticks=[])
    return figure
