"""Axes divided with axes_grid1."""

import matplotlib.pyplot as plt
from mpl_toolkits.axes_grid1 import make_axes_locatable


def plot_image(image):
    figure, ax = plt.subplots()
    picture = ax.imshow(image)
    bar = make_axes_locatable(ax).append_axes("right", size="5%", pad=0.1)
    plt.colorbar(picture, cax=bar)
    return figure
