"""Your image is upside down. origin="lower" puts row 0 at the bottom, as in a chart; in an image, row 0 is at
the top."""

import matplotlib.pyplot as plt


def plot_image(image):
    figure, ax = plt.subplots()
    figure.colorbar(ax.imshow(image, origin="lower"))
    return figure
