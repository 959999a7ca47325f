"""A grid from GridSpec."""

import matplotlib.pyplot as plt
from matplotlib.gridspec import GridSpec


def plot_images(images, labels):
    figure = plt.figure(layout="constrained")
    places = GridSpec(5, 5, figure=figure)
    for i in range(25):
        ax = figure.add_subplot(places[i // 5, i % 5])
        ax.imshow(images[i])
        ax.set_xlabel(labels[i])
        ax.set(xticks=[], yticks=[])
    return figure
