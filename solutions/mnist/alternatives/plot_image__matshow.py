"""The image drawn with matshow."""

import matplotlib.pyplot as plt


def plot_image(image):
    figure, ax = plt.subplots()
    figure.colorbar(ax.matshow(image))
    return figure
