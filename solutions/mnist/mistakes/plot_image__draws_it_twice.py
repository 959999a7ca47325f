"""The image is in the figure twice. It should be there once."""

import matplotlib.pyplot as plt


def plot_image(image):
    figure, axes = plt.subplots(1, 2)
    for ax in axes:
        figure.colorbar(ax.imshow(image), ax=ax)
    return figure
