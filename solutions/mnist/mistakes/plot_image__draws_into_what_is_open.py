"""Your function makes no figure of its own: plt.imshow and plt.gcf use the one that is open already. The page calls
the function twice in one cell, and the second image lands in the figure of the first. Begin with plt.figure()."""

import matplotlib.pyplot as plt


def plot_image(image):
    plt.imshow(image)
    plt.colorbar()
    return plt.gcf()
