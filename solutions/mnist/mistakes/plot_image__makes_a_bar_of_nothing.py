"""Your colour bar does not belong to an image: it always goes from 0 to 1, whatever the numbers of the image
are."""

import matplotlib.pyplot as plt
from matplotlib.cm import ScalarMappable


def plot_image(image):
    figure, ax = plt.subplots()
    ax.imshow(image)
    figure.colorbar(ScalarMappable(), ax=ax)
    return figure
