"""Your image lies on its side, mirrored: .T exchanges rows and columns."""

import matplotlib.pyplot as plt


def plot_image(image):
    figure, ax = plt.subplots()
    figure.colorbar(ax.imshow(image.T))
    return figure
