"""pcolormesh with the y axis turned around."""

import matplotlib.pyplot as plt


def plot_image(image):
    figure, ax = plt.subplots()
    figure.colorbar(ax.pcolormesh(image))
    ax.invert_yaxis()
    ax.set_aspect(1)
    return figure
