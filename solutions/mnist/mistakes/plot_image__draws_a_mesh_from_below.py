"""Your image is upside down: pcolormesh and pcolor put row 0 at the bottom. Use imshow, which puts it at the
top, or turn the y axis around."""

import matplotlib.pyplot as plt


def plot_image(image):
    figure, ax = plt.subplots()
    figure.colorbar(ax.pcolormesh(image))
    return figure
