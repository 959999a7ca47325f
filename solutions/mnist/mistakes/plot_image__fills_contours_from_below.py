"""Your image is upside down: contourf puts row 0 at the bottom. Use imshow, which puts it at the top, or turn
the y axis around."""

import matplotlib.pyplot as plt


def plot_image(image):
    figure, ax = plt.subplots()
    figure.colorbar(ax.contourf(image, levels=50))
    return figure
