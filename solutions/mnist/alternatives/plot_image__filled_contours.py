"""Filled contours with the y axis turned around."""

import matplotlib.pyplot as plt


def plot_image(image):
    figure, ax = plt.subplots()
    figure.colorbar(ax.contourf(image, levels=20, cmap="gray"))
    ax.invert_yaxis()
    return figure
