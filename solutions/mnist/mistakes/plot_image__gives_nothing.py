"""Your function returned None instead of a figure. A function gives back only what comes after return; without a
return it gives None."""

import matplotlib.pyplot as plt


def plot_image(image):
    plt.imshow(image)
    plt.colorbar()
