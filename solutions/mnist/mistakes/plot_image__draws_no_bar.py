"""There is no colour bar beside the image. If plt.colorbar stands in your code without parentheses,
it only names the function and does not call it."""

import matplotlib.pyplot as plt


def plot_image(image):
    figure, ax = plt.subplots()
    ax.imshow(image)
    return figure
