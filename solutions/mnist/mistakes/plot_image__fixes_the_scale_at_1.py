"""You fixed the scale at 0 to 1. In an image with numbers up to 255, almost all numbers are outside this
scale and look the same."""

import matplotlib.pyplot as plt


def plot_image(image):
    figure, ax = plt.subplots()
    picture = ax.imshow(image, vmin=0, vmax=1)
    figure.colorbar(picture)
    return figure
