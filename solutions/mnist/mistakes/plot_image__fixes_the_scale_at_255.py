"""You fixed the scale at 0 to 255. An image that is scaled to 0 … 1 is then all black, and the colour bar
does not show its numbers."""

import matplotlib.pyplot as plt


def plot_image(image):
    figure, ax = plt.subplots()
    picture = ax.imshow(image, vmin=0, vmax=255)
    figure.colorbar(picture)
    return figure
