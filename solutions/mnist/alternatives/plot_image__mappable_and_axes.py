"""figure.colorbar with the image and its axes."""

import matplotlib.pyplot as plt


def plot_image(image):
    figure, ax = plt.subplots()
    picture = ax.imshow(image, cmap="magma")
    figure.colorbar(picture, ax=ax, shrink=0.8)
    ax.set_title("an image")
    return figure
