"""There is no colour bar next to the image. If your code has plt.colorbar without parentheses, it only names
the function and does not call it."""

import matplotlib.pyplot as plt


def plot_image(image):
    figure, ax = plt.subplots()
    ax.imshow(image)
    return figure
