"""You drew the figure but did not return it: a function without a return gives None."""

import matplotlib.pyplot as plt


def plot_image(image):
    plt.imshow(image)
    plt.colorbar()
