"""You subtracted the image from 255, so the colour bar shows other numbers than the image has. If you want
black on white, choose another colour map."""

import matplotlib.pyplot as plt


def plot_image(image):
    figure, ax = plt.subplots()
    figure.colorbar(ax.imshow(255 - image))
    return figure
