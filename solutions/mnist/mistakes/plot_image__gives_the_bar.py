"""You returned the colour bar. It is a part of the figure: return the whole figure."""

import matplotlib.pyplot as plt


def plot_image(image):
    picture = plt.imshow(image)
    return plt.colorbar(picture)
