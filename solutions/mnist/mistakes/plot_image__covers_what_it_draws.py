"""Something white lies over the whole figure, so nothing of what you drew can be seen."""

import matplotlib.pyplot as plt


def plot_image(image):
    figure, ax = plt.subplots()
    figure.colorbar(ax.imshow(image))
    figure.add_artist(plt.Rectangle((0, 0), 1, 1, color="white", zorder=100))
    return figure
