"""The pair as Python prints it."""

import matplotlib.pyplot as plt


def plot_predictions(images, labels, predictions):
    figure, axes = plt.subplots(5, 5)
    for place, ax in enumerate(axes.flat):
        predicted = predictions[place].argmax()
        ax.imshow(images[place])
        ax.set_xlabel((int(predicted), int(labels[place])))
        ax.set(xticks=[], yticks=[])
    return figure
