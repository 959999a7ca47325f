"""image[0] is the first row of pixels, not an image: the function already gets a single image."""

import matplotlib.pyplot as plt


def plot_image(image):
    figure, ax = plt.subplots()
    figure.colorbar(ax.imshow(image[0]))
    return figure
