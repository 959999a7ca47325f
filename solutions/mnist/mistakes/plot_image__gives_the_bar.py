"""You handed back the colour bar. It is part of a figure, and that was asked for."""

import matplotlib.pyplot as plt


def plot_image(image):
    picture = plt.imshow(image)
    return plt.colorbar(picture)
