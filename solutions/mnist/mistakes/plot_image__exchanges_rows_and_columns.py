"""Your image is mirrored and lies on its side: .T swaps rows and columns."""

import matplotlib.pyplot as plt


def plot_image(image):
    figure, ax = plt.subplots()
    figure.colorbar(ax.imshow(image.T))
    return figure
