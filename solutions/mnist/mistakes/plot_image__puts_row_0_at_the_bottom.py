"""Your image stands on its head. origin="lower" puts row 0 at the bottom, as in a diagram; in
an image it is the top."""

import matplotlib.pyplot as plt


def plot_image(image):
    figure, ax = plt.subplots()
    figure.colorbar(ax.imshow(image, origin="lower"))
    return figure
