"""plt.show() closed the figure before you asked for it, so you returned a new, empty one."""

import matplotlib.pyplot as plt


def plot_image(image):
    plt.imshow(image)
    plt.colorbar()
    plt.show()
    return plt.gcf()
