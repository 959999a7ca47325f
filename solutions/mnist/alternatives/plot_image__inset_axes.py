"""The colour bar in inset axes."""

import matplotlib.pyplot as plt


def plot_image(image):
    figure, ax = plt.subplots()
    bar = ax.inset_axes([1.04, 0, 0.05, 1])
    figure.colorbar(ax.imshow(image), cax=bar)
    return figure
