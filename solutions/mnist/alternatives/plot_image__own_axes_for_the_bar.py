"""Separate axes for the colour bar."""

import matplotlib.pyplot as plt


def plot_image(image):
    figure = plt.figure()
    ax = figure.add_axes([0.1, 0.1, 0.7, 0.8])
    bar = figure.add_axes([0.85, 0.1, 0.05, 0.8])
    figure.colorbar(ax.imshow(image), cax=bar)
    return figure
