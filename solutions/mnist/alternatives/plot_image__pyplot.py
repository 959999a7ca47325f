"""Everything with pyplot."""

import matplotlib.pyplot as plt


def plot_image(image):
    plt.figure()
    plt.imshow(image)
    plt.colorbar()
    plt.grid(False)
    return plt.gcf()
