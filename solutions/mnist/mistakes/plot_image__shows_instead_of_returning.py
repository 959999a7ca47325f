"""You showed the figure. plt.show() puts it on the screen and ends it, and whoever called the
function gets None."""

import matplotlib.pyplot as plt


def plot_image(image):
    plt.imshow(image)
    plt.colorbar()
    plt.show()
