"""Something white covers the whole figure and hides everything that you drew."""

import matplotlib.pyplot as plt


def plot_image(image):
    figure, ax = plt.subplots()
    figure.colorbar(ax.imshow(image))
    figure.add_artist(plt.Rectangle((0, 0), 1, 1, color="white", zorder=100))
    return figure
