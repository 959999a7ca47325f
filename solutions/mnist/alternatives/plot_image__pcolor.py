"""pcolor with the rows in reverse order."""

import matplotlib.pyplot as plt


def plot_image(image):
    figure, ax = plt.subplots()
    figure.colorbar(ax.pcolor(image[::-1]))
    return figure
