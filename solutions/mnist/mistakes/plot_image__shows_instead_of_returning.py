"""You showed the figure but did not return it. plt.show() puts the figure on the screen and closes it, and
the function returns None."""

import matplotlib.pyplot as plt


def plot_image(image):
    plt.imshow(image)
    plt.colorbar()
    plt.show()
