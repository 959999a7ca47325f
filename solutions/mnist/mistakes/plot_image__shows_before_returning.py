"""plt.show() ended the figure before you asked for it, so you handed back a new, empty one."""

import matplotlib.pyplot as plt


def plot_image(image):
    plt.imshow(image)
    plt.colorbar()
    plt.show()
    return plt.gcf()
